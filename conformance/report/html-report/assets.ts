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

/** Reads the script, whose files go together in the order of their names, and the style. */
export function pageAssets(): PageAssets {
  const scripts = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort();
  const script = `\n(() => {\n'use strict';\n${scripts.map(read).join('\n')}})();\n`;
  const style = `\n${read('page.css')}`;
  return { script, style, scriptHash: hashOf(script), styleHash: hashOf(style) };
}

function read(name: string): string {
  return readFileSync(`${folder}${name}`, 'utf8');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
