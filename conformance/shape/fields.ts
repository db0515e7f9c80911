/** Something read from outside is not shaped as promised; the message says which field and how. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

/** A JSON object whose fields have not been looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws ShapeError where the value is not a JSON object. */
export function asObject(value: unknown, what: string): Fields {
  if (!isObject(value)) throw new ShapeError(`${what} is not an object`);
  return value;
}

/** @throws ShapeError where the field is absent or no object. */
export function objectAt(fields: Fields, name: string): Fields {
  return asObject(fields[name], name);
}

/** @throws ShapeError where the field is absent or no list. */
export function listAt(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw new ShapeError(`${name} is not a list`);
  return value;
}

/** @throws ShapeError where the field is absent or not text. */
export function textAt(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new ShapeError(`${name} is not text`);
  return value;
}

/** @throws ShapeError where the field is no list, or holds anything but texts. */
export function textsAt(fields: Fields, name: string): readonly string[] {
  return listAt(fields, name).map((value) => {
    if (typeof value !== 'string') throw new ShapeError(`${name} is not a list of texts`);
    return value;
  });
}

/** @throws ShapeError where the field is absent, or is neither null nor text. */
export function textOrNullAt(fields: Fields, name: string): string | null {
  return fields[name] === null ? null : textAt(fields, name);
}

/** Undefined where the field is absent or null. @throws ShapeError where it is there and is not text. */
export function optionalTextAt(fields: Fields, name: string): string | undefined {
  return fields[name] === undefined || fields[name] === null ? undefined : textAt(fields, name);
}

/** A whole number of 0 or more. @throws ShapeError where the field is anything else. */
export function countAt(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new ShapeError(`${name} is not a whole number`);
  }
  return value;
}

/** @throws ShapeError where the field is neither null nor a whole number of 0 or more. */
export function countOrNullAt(fields: Fields, name: string): number | null {
  return fields[name] === null ? null : countAt(fields, name);
}

/** @throws ShapeError where the field is none of the words. */
export function wordAt<const W extends string>(fields: Fields, name: string, words: readonly W[]): W {
  const value = fields[name];
  const found = words.find((word) => word === value);
  if (found === undefined) throw new ShapeError(`${name} is none of ${words.join(', ')}`);
  return found;
}
