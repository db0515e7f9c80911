import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Capabilities, ReportedFinding } from '../../conformance/judge/index.js';
import { referenceValidator, type Validator } from '../../conformance/run/index.js';
import { makeAsker, type Asker } from '../../conformance/shrink/index.js';
import { bytesSource, fileSource, validate } from '../../src/validate/index.js';

const folders: string[] = [];

/** For afterAll. */
export function removeAskers(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** What the reference validator says, as other validators report. */
export function referenceSays(xml: Uint8Array | string, year: number): readonly ReportedFinding[] {
  return validate(bytesSource(Buffer.from(xml)), { year, maxFindings: 250_000 }).findings.map(
    ({ rule, level, path, person }) => ({ rule, level, path, ...(person && { person: person.index }) }),
  );
}

export const reference: Validator = referenceValidator((file, year) =>
  Promise.resolve(validate(fileSource(file), { year, maxFindings: 250_000 }).findings),
);

/** A validator of this process that says something of a file: of its text, or of its bytes where they may be no text. */
export function validatorThat(
  says: (xml: string, year: number, bytes: Uint8Array) => readonly ReportedFinding[] | Answer,
  capabilities: Capabilities = { granularity: 'path', levels: true },
): Validator {
  return {
    identity: { kind: 'test', name: 'test' },
    capabilities,
    validate: ({ file, year }) => {
      const bytes = readFileSync(file);
      const said = says(bytes.toString('utf8'), year, bytes);
      return Promise.resolve('kind' in said ? said : { kind: 'findings', findings: said });
    },
    close: () => Promise.resolve(),
  };
}

/** Asks a validator, in a folder of its own. */
export function askerOf(validator: Validator, year = 2026): Asker {
  const folder = mkdtempSync(join(tmpdir(), 'sen2kit test '));
  folders.push(folder);
  return makeAsker(validator, { year, timeoutMs: 60_000, folder });
}
