import type { Header, Person, Return } from '../../src/return/index.js';
import { yearSerializer } from './serializer.js';

/** The first line of every return. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * A return as the XML that is sent: the order of the collection year, one element a line, two spaces a level,
 * `<UPN/>` for an item that is there but empty.
 * @throws XmlWriteError where the record holds what the year does not have, or a character XML 1.0 cannot carry.
 */
export function returnToXml(ret: Return, year: number): string {
  return xmlDeclaration + yearSerializer(year).message(ret);
}

/** One person as lines of the return, for `XmlWriter.text`. */
export function personToXml(person: Person, year: number): string {
  return yearSerializer(year).person(person);
}

/**
 * Writes one return piece by piece, for returns too large to hold. Call `open` once, then `person` for each, then
 * `close`; what the calls give, put together, is what `returnToXml` gives for the whole.
 */
export interface XmlWriter {
  open(header: Header): string;
  person(person: Person): string;
  /** Takes persons that `personToXml` wrote elsewhere, in place of `person`. */
  text(persons: string): string;
  /**
   * What stands before the first person, and nothing after that: for persons that `personToXml` wrote elsewhere, such
   * as in a worker, as bytes.
   */
  beforePersons(): string;
  close(): string;
}

/** A writer for one return of a collection year. */
export function xmlWriter(year: number): XmlWriter {
  const serializer = yearSerializer(year);
  let begun = false;
  const beforePersons = (): string => {
    if (begun) return '';
    begun = true;
    return '  <Persons>\n';
  };
  return {
    open: (header) => `${xmlDeclaration}<Message>\n${serializer.header(header)}`,
    person: (person) => {
      const lines = serializer.person(person);
      return beforePersons() + lines;
    },
    text: (persons) => (persons === '' ? '' : beforePersons() + persons),
    beforePersons,
    // Without a person the container is empty, and an empty container is one tag.
    close: () => `${begun ? '  </Persons>' : '  <Persons/>'}\n</Message>\n`,
  };
}
