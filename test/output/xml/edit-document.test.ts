import fc from 'fast-check';
import { documentToXml, returnToXml, toDocument, XmlWriteError } from '../../../output/index.js';
import { collectionYears } from '../../../src/model/index.js';
import { arbitraryReturn } from './arbitrary-return.js';
import { ret, xml2024 } from './sample.js';

describe('toDocument and documentToXml', () => {
  it('write the sample as the serializer does', () => {
    expect(documentToXml(toDocument(ret, 2024))).toBe(xml2024);
  });

  it('write the bytes of the serializer for records of any shape, every year', () => {
    for (const year of collectionYears) {
      fc.assert(
        fc.property(arbitraryReturn(year), (any) => {
          expect(documentToXml(toDocument(any, year))).toBe(returnToXml(any, year));
        }),
        { numRuns: 60, seed: year },
      );
    }
  });

  it('refuses what the year does not have', () => {
    expect(() => toDocument({ Persons: { Person: [{ Sex: 'F' }] } }, 2023)).toThrow(XmlWriteError);
  });

  it('can be edited in ways a record cannot hold', () => {
    const document = toDocument({ Persons: { Person: [{ Surname: 'B', Forename: 'A' }] } }, 2025);
    const persons = document.root().first();
    const person = persons.first();
    const forename = person.last();
    person.first().att('lang', 'en');
    forename.ele('Nickname').txt('R & D');
    persons.txt('stray');
    person.ele('Unknown');
    expect(documentToXml(person)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<Message>
  <Persons>
    <Person>
      <Surname lang="en">B</Surname>
      <Forename>
        A
        <Nickname>R &amp; D</Nickname>
      </Forename>
      <Unknown/>
    </Person>
    stray
  </Persons>
</Message>
`);
  });
});
