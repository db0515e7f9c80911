import { exerciseOf, type FeatureId } from '../../../conformance/exercise/index.js';
import { yearModel } from '../../../src/model/index.js';
import { ReturnReader, XmlReader } from '../../../src/reading/index.js';
import type { Header, Person, Return } from '../../../src/return/index.js';

/** The records of a file, as far as they can be read. */
export function readReturn(file: Uint8Array, year: number): { readonly headers: Header[]; readonly persons: Person[] } {
  const headers: Header[] = [];
  const persons: Person[] = [];
  const reader = new XmlReader(
    new ReturnReader(yearModel(year), {
      header: (header) => headers.push(header),
      person: (person) => persons.push(person),
    }),
  );
  reader.write(file);
  reader.end();
  return { headers, persons };
}

/** What the records of a file exercise. */
export function exerciseOfFile(file: Uint8Array, year: number): ReadonlySet<FeatureId> {
  const { headers, persons } = readReturn(file, year);
  const exercise = exerciseOf(year);
  for (const header of headers) exercise.header(header);
  for (const person of persons) exercise.person(person);
  return exercise.result();
}

/** What a return exercises. */
export function exerciseOfReturn(ret: Return, year: number): ReadonlySet<FeatureId> {
  const exercise = exerciseOf(year);
  if (ret.Header) exercise.header(ret.Header);
  for (const person of ret.Persons?.Person ?? []) exercise.person(person);
  return exercise.result();
}
