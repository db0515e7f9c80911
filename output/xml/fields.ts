import type { YearGroup } from '../../src/model/index.js';
import { XmlWriteError } from './xml-text.js';

/** A record as the writers walk it: values, records and lists of records by tag. */
export interface Fields {
  readonly [tag: string]: Held | undefined;
}

/** What a record holds under a tag. */
export type Held = string | Fields | readonly Fields[];

/** Whether a tag holds the records of a container that repeats. */
export function isList(held: Held): held is readonly Fields[] {
  return Array.isArray(held);
}

/** @throws XmlWriteError where a record holds something that the collection year has no place for. */
export function refuseUnknown(record: Fields, group: YearGroup, year: number): void {
  for (const [tag, held] of Object.entries(record)) {
    if (held !== undefined && !isKnown(tag, group)) throw notInYear(tag, group, year);
  }
}

/** The error to throw for a field that the collection year has no place for. */
export function notInYear(tag: string, group: YearGroup, year: number): XmlWriteError {
  return new XmlWriteError(`${group.tag} has no ${tag} in ${year}`);
}

/** By the node's own tag: the other spelling of a tag is read, never written. */
function isKnown(tag: string, group: YearGroup): boolean {
  return group.byTag.get(tag)?.tag === tag;
}
