import { statSync } from 'node:fs';
import { extname, basename } from 'node:path';
import { isExportName } from './csv/file-names.js';
import type { Format, FormatName } from './format.js';

/** Each format by its name. They are loaded when they are asked for: what reads Excel takes longer to load than a small return to check. */
const loaders: Readonly<Record<FormatName, () => Promise<Format>>> = {
  xml: async () => (await import('./xml/xml-format.js')).xmlFormat,
  csv: async () => (await import('./csv/csv-format.js')).csvFormat,
  xlsx: async () => (await import('./excel/excel-format.js')).excelFormat,
  jsonl: async () => (await import('./jsonl/jsonl-format.js')).jsonlFormat,
};

/** The formats that there are, in the order in which they are told. */
export const knownFormats = Object.keys(loaders) as readonly FormatName[];

/** A format by its name. */
export async function loadFormat(name: FormatName): Promise<Format> {
  return loaders[name]();
}

const byExtension: Readonly<Record<string, FormatName>> = {
  '.xml': 'xml',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.xlsx': 'xlsx',
};

/**
 * The format that a path tells by its name: a folder, or one file of a blade export, is csv. Undefined where it tells
 * none.
 */
export function formatOf(path: string): FormatName | undefined {
  const name = /[\\/]$/.test(path) || isFolder(path) || isExportName(basename(path)) ? 'csv' : undefined;
  return name ?? byExtension[extname(path).toLowerCase()];
}

/** What the name of a file of a format ends in; empty where it is a folder. */
export function extensionOf(name: FormatName): string {
  return name === 'csv' ? '' : `.${name}`;
}

/** Whether a path names one of the files of which a return is made up, rather than their folder. */
export function isPartOfFolder(path: string): boolean {
  return isExportName(basename(path));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // What may not be looked at is told of when it is opened.
    return false;
  }
}
