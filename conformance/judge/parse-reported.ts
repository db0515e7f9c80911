import { ShapeError, asObject, cutText, listAt, optionalTextAt, type Fields } from '../shape/index.js';
import type { ReportedFinding } from './answer.js';

/**
 * Findings that one answer may have. The largest return of a packed suite has 2,800 persons, of whom a validator that
 * takes every item of every one for wrong would say some 60 things each; nothing but one that runs wild says more.
 */
export const findingsAtMost = 250_000;

/** Characters of each part of a finding that are kept: more than any rule, code, level or path of a return has. */
const charactersKept = { rule: 200, code: 200, level: 200, path: 1000, message: 2000 } as const;

/** Tags that a finding may name: more than a record has items. */
const itemsKept = 100;

/**
 * A finding that is no longer than it may be: what is cut says so with an ellipsis. The other lists of what it may mean are
 * as long as the adapter and the file have it, not as the validator does.
 */
export function cutFinding(finding: ReportedFinding): ReportedFinding {
  const { rule, code, level, path, message, anyItemOf } = finding;
  return {
    ...finding,
    ...(rule !== undefined && { rule: cutText(rule, charactersKept.rule) }),
    ...(code !== undefined && { code: cutText(code, charactersKept.code) }),
    ...(level !== undefined && { level: cutText(level, charactersKept.level) }),
    ...(path !== undefined && { path: cutText(path, charactersKept.path) }),
    ...(anyItemOf !== undefined && { anyItemOf: cutItems(anyItemOf) }),
    ...(message !== undefined && { message: cutText(message, charactersKept.message) }),
  };
}

function cutItems(tags: readonly string[]): readonly string[] {
  const kept = tags.slice(0, itemsKept).map((tag) => cutText(tag, charactersKept.rule));
  return tags.length > itemsKept ? [...kept, '…'] : kept;
}

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
 * adapter to say: a validator could make itself right with it. What is longer than any of its kind is cut.
 * @throws ShapeError where it is no object or a field that is there is not of its kind.
 */
export function parseAnsweredFinding(value: unknown): ReportedFinding {
  const fields = asObject(value, 'a finding');
  const rule = optionalTextAt(fields, 'rule');
  const level = optionalTextAt(fields, 'level');
  const path = optionalTextAt(fields, 'path');
  const person = personAt(fields);
  const message = optionalTextAt(fields, 'message');
  return cutFinding({
    ...(rule !== undefined && { rule }),
    ...(level !== undefined && { level }),
    ...(path !== undefined && { path }),
    ...(person !== undefined && { person }),
    ...(message !== undefined && { message }),
  });
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
