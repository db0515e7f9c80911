import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The page's own script and style, as they stand in the page, and what its security policy calls them. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
  /** `sha256-…` of the script and of the style. */
  readonly scriptHash: string;
  readonly styleHash: string;
}

/** They are not compiled, so they are found from dist/ in the checkout as in an installed package. */
const folder = fileURLToPath(new URL('../../../../conformance/report/html-report/page/', import.meta.url));

/** Reads the script and the style; the files of each go together in the order of their names. */
export function pageAssets(): PageAssets {
  const script = `\n(() => {\n'use strict';\n${readAll('.js')}})();\n`;
  const style = `\n${readAll('.css')}`;
  return { script, style, scriptHash: hashOf(script), styleHash: hashOf(style) };
}

function readAll(ending: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names
    .sort()
    .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
    .join('\n');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
