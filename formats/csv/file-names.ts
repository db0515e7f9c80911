import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UnreadableFileError } from '../../src/validate/index.js';
import { FormatError } from '../format.js';
import { moduleNames } from './modules.js';

const pattern = new RegExp(`^(Blade-Export_.*)_(${moduleNames.join('|')})\\.csv$`, 'i');

/** The name of a file of the export. The date is `ccyy-mm-dd`. */
export function exportFileName(date: string, module: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `Blade-Export_${day}-${month}-${year}_${module}.csv`;
}

/** Whether a name, without its folder, is that of a file of an export. */
export function isExportName(name: string): boolean {
  return pattern.test(name);
}

/** Whether a folder holds nothing but files of exports. */
export function holdsOnlyExport(folder: string): boolean {
  return readdirSync(folder).every(isExportName);
}

/**
 * The file of each table of an export, given its folder or one of its files; whatever date their names have.
 * @throws FormatError where there is no whole export or more than one, UnreadableFileError
 */
export function exportFiles(path: string): ReadonlyMap<string, string> {
  const isFolder = statOf(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const wanted = isFolder ? undefined : pattern.exec(basename(path))?.[1]?.toLowerCase();
  const exports = new Map<string, Map<string, string>>();
  for (const name of readdir(folder).sort()) {
    const [, beginning = '', module = ''] = pattern.exec(name) ?? [];
    if (module === '') continue;
    const key = beginning.toLowerCase();
    if (wanted !== undefined && key !== wanted) continue;
    const files = exports.get(key) ?? new Map<string, string>();
    exports.set(key, files.set(module.toLowerCase(), join(folder, name)));
  }
  const [files, second] = exports.values();
  if (!files)
    throw new FormatError(
      `${path}: holds no COLLECT export; files such as ${exportFileName('2026-02-12', 'person')} are needed`,
    );
  if (second) {
    const [one = ''] = second.values();
    throw new FormatError(`${path}: holds more than one export; name a file of the one that is meant, such as ${one}`);
  }
  const lacking = moduleNames.filter((name) => !files.has(name));
  if (lacking.length > 0) {
    const [other = ''] = files.values();
    const names = lacking.map((name) => basename(other).replace(pattern, `$1_${name}.csv`));
    throw new FormatError(
      `${folder}: lacks ${names.join(', ')}; an export has a file for each of ${moduleNames.join(', ')}, if only with its row of column names`,
    );
  }
  return files;
}

function statOf(path: string): ReturnType<typeof statSync> & object {
  return reading(path, () => statSync(path));
}

const readdir = (path: string): string[] => reading(path, () => readdirSync(path));

function reading<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
    const why = code === 'ENOENT' || code === 'ENOTDIR' ? 'no such file' : `cannot be read (${code})`;
    throw new UnreadableFileError(`${path}: ${why}`);
  }
}
