import { existsSync } from 'node:fs';
import {
  formatOf,
  knownFormats,
  loadFormat,
  placeInWords,
  type Format,
  type OpenOptions,
  type OpenReturn,
  type RemarkLog,
} from '../../../formats/index.js';
import { UnknownYearError } from '../../validate/index.js';
import { UsageError } from '../exit.js';
import { remark } from '../remark.js';

/** A format by its name. @throws UsageError naming the option and the formats there are */
export function readFormat(name: string, option: string): Promise<Format> {
  const found = knownFormats.find((one) => one === name);
  if (found === undefined)
    throw new UsageError(`${option} ${name}: there is no such format; there are: ${knownFormats.join(', ')}`);
  return loadFormat(found);
}

/** The format of a file or folder: as said, or as its name tells. @throws UsageError naming the option that says it */
export function formatFor(path: string, said: string | undefined, option: string): Promise<Format> {
  if (said !== undefined) return readFormat(said, option);
  const told = formatOf(path);
  if (told !== undefined) return loadFormat(told);
  throw new UsageError(`${path}: its name tells no format; say which with ${option} (${knownFormats.join(', ')})`);
}

/** Opens a return. @throws UsageError where its year is not known, FormatError, UnreadableFileError */
export async function openReturn(format: Format, path: string, options: OpenOptions): Promise<OpenReturn> {
  try {
    return await format.open(path, options);
  } catch (error) {
    if (error instanceof UnknownYearError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}

/** @throws UsageError where there is nothing under the name */
export function checkExists(path: string): void {
  if (!existsSync(path)) throw new UsageError(`${path}: no such file`);
}

/** Tells what is to be told of a return that was read or written: a line for all of a kind. */
export function tellRemarks(path: string, remarks: RemarkLog): void {
  for (const line of linesOfRemarks(path, remarks)) remark(line);
}

/** A line for all remarks of a kind, with the place of the first. */
export function linesOfRemarks(path: string, remarks: RemarkLog): readonly string[] {
  return remarks.all().map(({ text, count, place }) => {
    const where = place ? `${path}: ${placeInWords(place)}` : path;
    const often = count > 1 ? ` (${count} times${place ? ', first here' : ''})` : '';
    return `${where}: ${text}${often}`;
  });
}
