import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { yearModel } from '../../../src/model/index.js';
import { markedCopy, markOf, recordPath, ReturnReader, XmlReader, type Mark } from '../../../src/reading/index.js';
import type { Person } from '../../../src/return/index.js';

const year = 2026;
const model = yearModel(year);

function readPersons(xml: string): Person[] {
  const persons: Person[] = [];
  const reader = new XmlReader(new ReturnReader(model, { person: (person) => persons.push(person) }));
  reader.write(Buffer.from(xml, 'utf8'));
  reader.end();
  return persons;
}

/** The marks of a record and all within it, without what only a file has. */
function marksIn(record: object): unknown[] {
  const { group, position, badValue, empty, holdsElements, lacking }: Mark = markOf(record);
  const within = Object.values(record)
    .flat()
    .filter((one): one is object => typeof one === 'object' && one !== null);
  return [{ tag: group.tag, position, badValue, empty, holdsElements, lacking }, ...within.flatMap(marksIn)];
}

describe('markedCopy', () => {
  it('puts the marks on a record that its reading would have put there', () => {
    const xml = returnToXml(generateReturn({ year, la: '202', seed: 'marks', persons: 30 }), year)
      .replaceAll(/<Ethnicity>W\w+</g, '<Ethnicity>WXXX<')
      .replaceAll(/<PostCode>[^<]*2[^<]*</g, '<PostCode><')
      .replaceAll(/<EntryDate>[^<]*-09-[^<]*</g, '<EntryDate>2020-02-30<');
    const read = readPersons(xml);
    const made = read.map((person, index) =>
      markedCopy(JSON.parse(JSON.stringify(person)) as Person, model.group('Person'), undefined, index + 1),
    );
    expect(made.flatMap(marksIn)).toEqual(read.flatMap(marksIn));
    expect(read.flatMap(marksIn)).toContainEqual(
      expect.objectContaining({ tag: 'Person', badValue: expect.any(Number) as number }),
    );
    expect(JSON.stringify(made.map(sorted))).toBe(JSON.stringify(read.map(sorted)));
  });

  it('counts records, knows their parents, and leaves out what the year does not have', () => {
    const given = { GenderCurrent: '1', Surname: 'A', Requests: [{ RYA: '0' }, { RYA: '1' }] };
    const person = markedCopy(given, model.group('Person'));
    expect(Object.keys(person)).toEqual(['Surname', 'Requests']);
    expect(recordPath(markOf(person.Requests[1] ?? {}))).toBe('/Person[1]/Requests[2]');
    expect(person.Requests[1]).not.toBe(given.Requests[1]);
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
