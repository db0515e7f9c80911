import { readGias } from '../../../generators/gias/index.js';
import { GiasError, type RegisterEntry } from '../../../generators/index.js';
import { decodeWindows1252 } from '../../reading/index.js';
import { UsageError } from '../exit.js';
import { readSmallFile } from './small-file.js';

/** GIAS has some 50,000 establishments in about 60 MB. */
const mostBytes = 512 * 1024 * 1024;

/** Reads a register of establishments, in Windows' encoding or UTF-8. @throws UsageError naming the option and file */
export function readRegisterFile(file: string, option: string): RegisterEntry[] {
  const read = readSmallFile(file, mostBytes, decoded);
  if (!('text' in read)) throw new UsageError(`${option} ${file}: ${read.why}`);
  try {
    return readGias(read.text);
  } catch (error) {
    if (error instanceof GiasError) throw new UsageError(`${option} ${file}: ${error.message}`);
    throw error;
  }
}

/** GIAS is published in Windows-1252; one that a spreadsheet has saved again may be in UTF-8. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}
