import type { Field } from './adapter-file.js';

/** A finding as a validator put it: what stands in a field, or undefined. */
export type RawFinding = (field: Field) => unknown;

/** What a value says: text without white space around it, a number or truth value as text; undefined where it says nothing. */
export function textOf(value: unknown): string | undefined {
  return textsOf(value)[0];
}

/** What each of a list of values says; one value is a list of one. Values that say nothing are left out. */
export function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => (Array.isArray(one) ? [] : textsOf(one)));
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? [] : [text];
}

/** A whole number of 0 or more, also one that is written 3.0; undefined for anything else. */
export function wholeNumber(value: unknown): number | undefined {
  const text = textOf(value);
  return text !== undefined && /^\d{1,15}(\.0+)?$/.test(text) ? Number(text) : undefined;
}
