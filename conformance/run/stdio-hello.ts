import { granularities, type Capabilities } from '../judge/index.js';
import {
  ShapeError,
  listAt,
  objectAt,
  optionalTextAt,
  plainText,
  textAt,
  wordAt,
  type Fields,
} from '../shape/index.js';

/** The version of the protocol that this kit speaks. */
export const protocol = 1;

/** What a validator says of itself when it is started. */
export interface Hello {
  readonly name: string;
  readonly version?: string;
  /** The collection years it can be asked about, at least one. */
  readonly years: readonly number[];
  readonly capabilities: Capabilities;
}

/** The longest name or version that is taken; what is longer is cut. */
const longestName = 200;

/** Reads a hello. @throws ShapeError where it is none, or one of another protocol. */
export function parseHello(fields: Fields): Hello {
  const spoken = fields['protocol'];
  if (spoken === undefined) throw new ShapeError('its first line is no hello: there is no protocol in it');
  if (spoken !== protocol) {
    throw new ShapeError(
      `it speaks protocol ${plainText(JSON.stringify(spoken), 20)}, and this kit speaks ${protocol}`,
    );
  }
  const validator = objectAt(fields, 'validator');
  const name = plainText(textAt(validator, 'name'), longestName);
  if (name === '') throw new ShapeError('its name is empty');
  const version = optionalTextAt(validator, 'version');
  return {
    name,
    ...(version !== undefined && { version: plainText(version, longestName) }),
    years: yearsAt(fields),
    capabilities: { granularity: wordAt(fields, 'granularity', granularities), levels: booleanAt(fields, 'levels') },
  };
}

/** Collection years, at least one. @throws ShapeError */
export function yearsAt(fields: Fields): readonly number[] {
  const years = listAt(fields, 'years').map((year) => {
    if (typeof year !== 'number' || !Number.isSafeInteger(year)) throw new ShapeError('years are not whole numbers');
    return year;
  });
  if (years.length === 0) throw new ShapeError('years is empty');
  return years;
}

/** @throws ShapeError where the field is neither true nor false */
export function booleanAt(fields: Fields, name: string): boolean {
  const value = fields[name];
  if (typeof value !== 'boolean') throw new ShapeError(`${name} is neither true nor false`);
  return value;
}
