import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A document of docs/, whole. */
export function textOf(document: string): string {
  return readFileSync(join('docs', document), 'utf8');
}

/** The blocks of a kind, such as `sh`, in a document, in their order. */
export function blocksOf(document: string, kind: string): readonly string[] {
  const found = textOf(document).matchAll(new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\`$`, 'gm'));
  return Array.from(found, ([, block = '']) => block);
}

/** A folder to run what a document says in, with programs of its own. */
export interface Workbench {
  readonly root: string;
  /** The folder of the programs, for PATH. */
  readonly bin: string;
  /** Puts a program there. */
  readonly program: (name: string, script: string) => void;
  readonly remove: () => void;
}

/** Makes one. A space in its name finds out what is not quoted. */
export function workbench(name: string): Workbench {
  const root = mkdtempSync(join(tmpdir(), `sen2kit ${name} `));
  const bin = join(root, 'bin');
  mkdirSync(bin);
  return {
    root,
    bin,
    program: (called, script) => {
      writeFileSync(join(bin, called), `#!/bin/sh\n${script}\n`);
      chmodSync(join(bin, called), 0o755);
    },
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
