import fc from 'fast-check';
import { personToXml, returnToXml, xmlWriter, XmlWriteError } from '../../../output/index.js';
import { collectionYears, yearModel } from '../../../src/model/index.js';
import type { Person, Return } from '../../../src/return/index.js';
import { arbitraryReturn } from './arbitrary-return.js';
import { header, person, ret, xml2024 } from './sample.js';

const withSurname = (surname: string): Return => ({ Persons: { Person: [{ Surname: surname }] } });

describe('returnToXml', () => {
  it('writes the whole return in the order of the year, whatever the order of the keys', () => {
    expect(returnToXml(ret, 2024)).toBe(xml2024);
  });

  it('orders the children of ActivePlans as each year does', () => {
    const plan: Person = {
      Requests: [{ ActivePlans: { LastReview: 'l', ReviewMeeting: 'm', ReviewOutcome: 'o', SENneed: [{}] } }],
    };
    const tags = (year: number): string[] =>
      [...personToXml(plan, year).matchAll(/<(SENneed|Review\w+|LastReview)/g)].map((m) => m[1] ?? '');
    expect(tags(2024)).toEqual(['SENneed', 'ReviewMeeting', 'ReviewOutcome', 'LastReview']);
    expect(tags(2025)).toEqual(['SENneed', 'ReviewMeeting', 'LastReview', 'ReviewOutcome']);
    expect(tags(2026)).toEqual(['SENneed', 'ReviewMeeting', 'ReviewOutcome', 'LastReview']);
    expect(tags(2027)).toEqual(tags(2026));
  });

  it('writes every item of every year at its place', () => {
    for (const year of collectionYears) {
      for (const group of yearModel(year).groups) {
        const record = Object.fromEntries(group.items.map((item) => [item.tag, item.tag]));
        const lines = returnToXml(inPlace(group.tag, record), year);
        const written = [...lines.matchAll(/<(\w+)>\1</g)].map((m) => m[1]);
        expect(written).toEqual(group.items.map((item) => item.tag));
      }
    }
  });

  it('escapes what XML would read as something else, and carriage returns', () => {
    expect(returnToXml(withSurname('<&>"\'\r\n\t]]>&lt;'), 2025)).toContain(
      '<Surname>&lt;&amp;&gt;"\'&#xD;\n\t]]&gt;&amp;lt;</Surname>\n',
    );
  });

  it.each([
    '\u0000',
    '\u0008',
    '\u000b',
    '\u001f',
    '\ufffe',
    '\uffff',
    '\ud800',
    '\udc00',
    'a\udbffb',
    '&\udc00\ud800',
  ])('refuses %j, which XML 1.0 cannot carry', (text) => {
    expect(() => returnToXml(withSurname(text), 2025)).toThrow(XmlWriteError);
    expect(() => returnToXml(withSurname(text), 2025)).toThrow(/^Surname in Person \(2025\) holds the character U\+/);
  });

  it.each(['\t', '\n', '\u007f', '\u0085', '\ud7ff', '\ue000', '\ufffd', '\u{10000}', '\u{10ffff}'])(
    'writes %j as it stands',
    (text) => {
      expect(returnToXml(withSurname(`a${text}`), 2025)).toContain(`<Surname>a${text}</Surname>`);
    },
  );

  it('refuses an item that the year does not have, and one that no year has', () => {
    expect(() => personToXml({ Sex: 'F' }, 2023)).toThrow(new XmlWriteError('Person has no Sex in 2023'));
    expect(() => personToXml({ GenderCurrent: '1' }, 2024)).toThrow(
      new XmlWriteError('Person has no GenderCurrent in 2024'),
    );
    const plan: object = { Requests: [{ Assessment: { NamedPlan: { PlanDetail: [{ SENsetting: 'OLA' }] } } }] };
    expect(() => personToXml(plan, 2024)).toThrow(new XmlWriteError('PlanDetail has no SENsetting in 2024'));
  });

  it('takes an item that the year does not have where it holds nothing', () => {
    const absent: object = { Surname: 'B', Sex: undefined };
    expect(personToXml(absent, 2023)).toContain('<Surname>B</Surname>');
  });

  it('refuses a value where a container belongs, and the other way round', () => {
    expect(() => returnToXml(JSON.parse('{"Header":"x"}') as Return, 2024)).toThrow(XmlWriteError);
    expect(() => returnToXml(JSON.parse('{"Persons":{"Person":{"Surname":"B"}}}') as Return, 2024)).toThrow(
      XmlWriteError,
    );
    expect(() => personToXml(JSON.parse('{"Surname":{}}') as Person, 2024)).toThrow(XmlWriteError);
  });

  it('refuses a year that is not known', () => {
    expect(() => returnToXml({}, 1999)).toThrow(RangeError);
  });
});

describe('xmlWriter', () => {
  it('writes piece by piece what returnToXml writes at once', () => {
    for (const year of collectionYears) {
      fc.assert(
        fc.property(arbitraryReturn(year), (any) => {
          const whole: Return = { Header: any.Header ?? {}, Persons: any.Persons ?? {} };
          const writer = xmlWriter(year);
          let pieces = writer.open(whole.Header ?? {});
          for (const one of whole.Persons?.Person ?? []) pieces += writer.person(one);
          expect(pieces + writer.close()).toBe(returnToXml(whole, year));
        }),
        { numRuns: 50, seed: year },
      );
    }
  });

  it('takes persons written elsewhere', () => {
    const writer = xmlWriter(2024);
    const chunk = personToXml(person, 2024) + personToXml({ Surname: 'B', Requests: [] }, 2024);
    expect(writer.open(header) + writer.text('') + writer.text(chunk) + writer.close()).toBe(xml2024);
  });
});

/** A return that holds a record at the place of its container. */
function inPlace(tag: string, record: Record<string, string>): Return {
  let held: object = record;
  for (let group = yearModel(2025).group(tag); group.parent; group = group.parent) {
    held = { [group.tag]: group.repeats ? [held] : held };
  }
  return held;
}
