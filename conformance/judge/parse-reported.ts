import { ShapeError, asObject, listAt, optionalTextAt, type Fields } from '../shape/index.js';
import type { ReportedFinding } from './answer.js';

/**
 * Reads a finding as results keep it: as a validator reported it, or as an adapter made it of what one reported. Only
 * what is judged, and the message, is kept.
 * @throws ShapeError where it is no object or a field that is there is not of its kind.
 */
export function parseReportedFinding(value: unknown): ReportedFinding {
  const fields = asObject(value, 'a finding');
  const code = optionalTextAt(fields, 'code');
  const anyRuleOf = optionalListAt(fields, 'anyRuleOf', isText, 'texts');
  const anyItemOf = optionalListAt(fields, 'anyItemOf', isText, 'texts');
  const anyPersonOf = optionalListAt(fields, 'anyPersonOf', isPosition, 'whole numbers');
  return {
    ...parseAnsweredFinding(value),
    ...(code !== undefined && { code }),
    ...(anyRuleOf !== undefined && { anyRuleOf }),
    ...(anyItemOf !== undefined && { anyItemOf }),
    ...(anyPersonOf !== undefined && { anyPersonOf }),
  };
}

/**
 * Reads a finding as a validator itself reports it. That a finding may mean any of several rules or persons is for an
 * adapter to say: a validator could make itself right with it.
 * @throws ShapeError where it is no object or a field that is there is not of its kind.
 */
export function parseAnsweredFinding(value: unknown): ReportedFinding {
  const fields = asObject(value, 'a finding');
  const rule = optionalTextAt(fields, 'rule');
  const level = optionalTextAt(fields, 'level');
  const path = optionalTextAt(fields, 'path');
  const person = personAt(fields);
  const message = optionalTextAt(fields, 'message');
  return {
    ...(rule !== undefined && { rule }),
    ...(level !== undefined && { level }),
    ...(path !== undefined && { path }),
    ...(person !== undefined && { person }),
    ...(message !== undefined && { message }),
  };
}

function personAt(fields: Fields): number | undefined {
  const person = fields['person'];
  if (person === undefined || person === null) return undefined;
  const index = typeof person === 'number' ? person : asObject(person, 'person')['index'];
  if (index === undefined || index === null) return undefined;
  if (!isPosition(index)) throw new ShapeError('person has no whole number as index');
  return index;
}

function optionalListAt<T>(
  fields: Fields,
  name: string,
  isOne: (value: unknown) => value is T,
  what: string,
): readonly T[] | undefined {
  if (fields[name] === undefined || fields[name] === null) return undefined;
  return listAt(fields, name).map((value) => {
    if (!isOne(value)) throw new ShapeError(`${name} is not a list of ${what}`);
    return value;
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isPosition(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
