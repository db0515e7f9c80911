import { keptKeys, tellApart } from '../../../conformance/suite/pack-identity.js';
import type { PersonText } from '../../../conformance/suite/pack-choose.js';
import { hasUlnCheckDigit, upnFaults } from '../../../src/model/index.js';

const pool = { surnames: ['Hill', 'Moss'], forenames: ['Amy', 'Ben'] };

function person(items: Readonly<Record<string, string>>): string {
  const all = { Surname: 'Wood', Forename: 'Cat', PersonBirthDate: '2015-05-05', ...items };
  const lines = Object.entries(all).map(([tag, value]) => `<${tag}>${value}</${tag}>`);
  return `<Person>${lines.join('')}</Person>`;
}

const same = (items: Readonly<Record<string, string>> = {}): PersonText => ({
  text: person(items),
  before: person(items),
});
const changed = (
  from: Readonly<Record<string, string>>,
  to: Readonly<Record<string, string>> | string,
): PersonText => ({
  before: person(from),
  text: typeof to === 'string' ? to : person(to),
});

function valueOf(text: string | undefined, tag: string): string {
  return new RegExp(`<${tag}>([^<]*)<`).exec(text ?? '')?.[1] ?? '';
}

describe('tellApart', () => {
  it('leaves those alone who are not alike', () => {
    const persons = [same({ UPN: 'B801200005001' }), same({ Surname: 'Lake', UPN: 'P207000016049' })];
    expect(tellApart(persons, pool)).toEqual(persons.map(({ text }) => text));
  });

  it.each([
    ['B801200005001', 1005],
    ['A80120000500A', 105],
  ])('gives another UPN like %s, right in itself, to each of %i', (upn, count) => {
    const texts = tellApart(
      Array.from({ length: count }, () => same({ UPN: upn })),
      { surnames: Array.from({ length: 40 }, (_, i) => `S${i}`), forenames: [] },
    );
    const upns = texts.map((text) => valueOf(text, 'UPN'));
    expect(upns[0]).toBe(upn);
    expect(new Set(upns).size).toBe(count);
    for (const one of upns.slice(1)) {
      expect([one.slice(1, 4), one.slice(8, 10), /\D$/.test(one)]).toEqual([
        upn.slice(1, 4),
        upn.slice(8, 10),
        /\D$/.test(upn),
      ]);
      expect(Object.values(upnFaults).filter((isFault) => isFault(one))).toEqual([]);
    }
  });

  it('gives another ULN, right in itself', () => {
    const texts = tellApart(
      Array.from({ length: 30 }, (_, i) => same({ Surname: `W${i}`, UniqueLearnerNumber: '1000000043' })),
      pool,
    );
    const ulns = texts.map((text) => valueOf(text, 'UniqueLearnerNumber'));
    expect(new Set(ulns).size).toBe(30);
    expect(ulns.filter((uln) => uln.length !== 10 || !hasUlnCheckDigit(uln))).toEqual([]);
  });

  it('leaves a number that the case changed, and gives it to nobody else', () => {
    const about = changed({ UPN: 'B801200005001' }, { Surname: 'Lake', UPN: ' b801200005001' });
    const [first, second] = tellApart([same({ UPN: 'B801200005001' }), about], pool);
    expect(second).toBe(about.text);
    expect(valueOf(first, 'UPN')).not.toBe('B801200005001');
  });

  it('leaves a number that stands twice, and one that stands in other markup', () => {
    const upn = { UPN: 'B801200005001' };
    const twice = person(upn).replace('</Person>', '<UPN>B801200005001</UPN></Person>');
    const marked = person(upn).replace('<UPN>', '<UPN >');
    for (const about of [changed(upn, twice), changed(upn, marked)]) {
      const [first, second] = tellApart([same({ Surname: 'Lake', ...upn }), about], pool);
      expect(second).toBe(about.text);
      expect(valueOf(first, 'UPN')).not.toBe('B801200005001');
    }
  });

  it('gives other surnames, joined where there are no more', () => {
    const texts = tellApart([same(), same(), same(), same(), same()], pool);
    expect(texts.map((text) => valueOf(text, 'Surname'))).toEqual(['Wood', 'Hill', 'Moss', 'Hill-Moss', 'Moss-Hill']);
  });

  it('gives another forename where the case is about the surname', () => {
    const [, second] = tellApart([same(), changed({}, { Surname: 'WOOD' })], pool);
    expect([valueOf(second, 'Surname'), valueOf(second, 'Forename')]).toEqual(['WOOD', 'Amy']);
  });

  it('takes one whose name is empty for one who has none', () => {
    const none = person({}).replace('<Surname>Wood</Surname>', '');
    const [, second] = tellApart([changed({}, { Surname: '' }), changed({}, none)], pool);
    expect(valueOf(second, 'Forename')).toBe('Amy');
  });
});

describe('keptKeys', () => {
  it('are of what the case changed, in the way that reads the most alike', () => {
    const upn = { UPN: 'B801200005001' };
    expect([...keptKeys(same(upn))]).toEqual([]);
    expect([...keptKeys(changed(upn, { UPN: 'b801200005001 ' }))]).toEqual(['UPN B801200005001']);
    expect([...keptKeys(changed(upn, { UPN: '' }))]).toEqual([]);
    expect([...keptKeys(changed({}, { Surname: 'Woods', Forename: 'Kat' }))]).toEqual([
      'name [["WOODS"],["KAT"],["2015-05-05"]]',
    ]);
  });
});
