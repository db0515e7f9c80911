import type { Person } from '../../src/return/index.js';
import type { CaseSheet, SheetStep } from './sheet.js';

/** The persons that a case sheet tells of, as the return has them. @throws RangeError for a record that makes no sense */
export function personsOfSheet({ persons }: Pick<CaseSheet, 'persons'>): readonly Person[] {
  return persons.map(({ steps }) => {
    const person: Record<string, unknown> = {};
    for (const step of steps) enter(person, step);
    return person;
  });
}

function enter(person: Record<string, unknown>, { record, facts }: SheetStep): void {
  let at = person;
  for (const part of record === '' ? [] : record.split('/')) at = below(at, part, record);
  for (const { item, value } of facts) at[item] = value;
}

/** The record within another, made where it is not there yet. */
function below(parent: Record<string, unknown>, part: string, path: string): Record<string, unknown> {
  const [, tag = '', position] = /^([A-Za-z]+)(?:\[([1-9][0-9]*)\])?$/.exec(part) ?? [];
  if (tag === '') throw new RangeError(`${path} is not the path of a record`);
  if (position === undefined) return (parent[tag] ??= {}) as Record<string, unknown>;
  const list = (parent[tag] ??= []) as Record<string, unknown>[];
  const index = Number(position) - 1;
  if (index > list.length) throw new RangeError(`${path} comes before the ones it is counted after`);
  return (list[index] ??= {});
}
