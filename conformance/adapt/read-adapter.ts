import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { UnreadableFileError } from '../../src/validate/index.js';
import { readCrosswalk, type Crosswalk } from '../crosswalk/index.js';
import { errorCode, reasonOf } from '../shape/index.js';
import { sha256 } from '../suite/index.js';
import { AdapterError, type AdapterFault } from './adapter-error.js';
import { fieldsOf, type Adapter } from './adapter.js';
import { checkFields } from './check-fields.js';
import { checkNames } from './check-names.js';
import { jsonSource } from './json-source.js';
import { heldToSchema } from './schema-faults.js';

/**
 * Reads an adapter file, and the crosswalk that it names, and checks all of it: the JSON, its schema, and that rules,
 * records and items are known, expressions are expressions, and what it is to be judged at can be told by its fields.
 * @throws UnreadableFileError where there is no such file, AdapterError with all that is wrong in it
 */
export async function readAdapter(file: string): Promise<Adapter> {
  const bytes = await readBytes(file);
  if (!isUtf8(bytes)) throw new AdapterError(file, [{ line: 1, column: 1, what: 'is not UTF-8; save it as UTF-8' }]);
  const source = jsonSource(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  if (source.value === undefined) throw new AdapterError(file, source.faults);

  const held = await heldToSchema(source);
  if ('faults' in held) throw new AdapterError(file, inOrder([...source.faults, ...held.faults]));

  const { settings } = held;
  const complaints = [...checkFields(settings), ...checkNames(settings)];
  const faults = [...source.faults, ...complaints.map(({ path, what }) => source.faultAt(path, what))];
  const crosswalk = await crosswalkOf(settings.crosswalk, file);
  if (typeof crosswalk === 'string') faults.push(source.faultAt(['crosswalk'], crosswalk));
  if (faults.length > 0 || typeof crosswalk === 'string') throw new AdapterError(file, inOrder(faults));
  return { file, sha256: sha256(bytes), settings, fields: fieldsOf(settings), crosswalk };
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const why = errorCode(error) === 'ENOENT' ? 'no such file' : `cannot be read (${reasonOf(error)})`;
    throw new UnreadableFileError(`${file}: ${why}; an adapter is needed`);
  }
}

function inOrder(faults: readonly AdapterFault[]): AdapterFault[] {
  return [...faults].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The crosswalk, or what is wrong with it. */
async function crosswalkOf(name: string | undefined, adapter: string): Promise<Crosswalk | string | undefined> {
  if (name === undefined) return undefined;
  try {
    return await readCrosswalk(isAbsolute(name) ? name : join(dirname(adapter), name));
  } catch (error) {
    return `crosswalk ${reasonOf(error)}`;
  }
}
