import { rulesIn } from '../../../src/rules/index.js';
import { AnonymiseError, shrink, type ShrinkOptions } from '../../../conformance/shrink/index.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { codesIn, hasUlnCheckDigit, hasUlnShape, makeUpn, upnAlphabet, upnFaults } from '../../../src/model/index.js';
import type { Return } from '../../../src/return/index.js';
import { askerOf, reference, referenceSays, removeAskers, validatorThat } from '../asking.js';
import { brokenCases, faultOf } from './anonymised-cases.js';
import { leftIn, personalValues } from './searching.js';

afterAll(removeAskers);

const year = 2026;

function made(change: (ret: Return) => void = () => undefined): string {
  const ret = generateReturn({ year, la: '202', seed: 'anonymise', persons: 6 });
  change(ret);
  return returnToXml(ret, year);
}

const anonymised = async (
  xml: string,
  goal: ShrinkOptions['goal'],
  validator = reference,
  seed = 'a',
): Promise<string> => {
  const options = { asker: askerOf(validator, year), goal, maxMs: 60_000, anonymise: { seed } };
  return Buffer.from((await shrink(Buffer.from(xml), options)).file).toString('utf8');
};

/** The same UPN with a check letter that is not its own. */
const wrongLetter = (upn: string): string => upnAlphabet.replace(upn.charAt(0), '').charAt(0) + upn.slice(1);

const valuesOf = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, value = '']) => value);

/** Reports PER-01 wherever all of a text is there, so that nothing of that can be left out. */
const needing = (...patterns: readonly RegExp[]): ReturnType<typeof validatorThat> =>
  validatorThat((xml) => (patterns.every((one) => one.test(xml)) ? [{ rule: 'PER-01' }] : []));

const per01 = { kind: 'reports', rule: 'PER-01' } as const;

describe('a UPN that is replaced', () => {
  it('has neither the LA nor the year of the one that stood there, even where every LA stands in the return', async () => {
    const all = [...codesIn('la', year).keys()];
    const wrong = made((ret) => {
      const person = ret.Persons?.Person?.[0];
      if (!person) throw new Error('nobody is there');
      person.UPN = wrongLetter(makeUpn('301' + '348618' + '348'));
      person.Requests = all.map((la) => ({ ReceivedDate: '2025-03-03', RequestOutcome: 'A', Exported: la }));
      if (ret.Header?.Source) ret.Header.Source.LEA = '301';
    });
    const years = new Set<string>();
    for (const seed of ['q', 'r', 's', 't']) {
      const [upn = ''] = valuesOf(await anonymised(wrong, { kind: 'reports', rule: 'PER-13' }, reference, seed), 'UPN');
      expect([upn.length, upn.slice(1, 4)]).toEqual([13, expect.not.stringMatching(/^301$/)]);
      years.add(upn.slice(8, 10));
    }
    expect(years.size).toBeGreaterThan(1);
  });
});

describe('a return that is made small and anonymous', () => {
  // One rule in thirty, by turns; the others are among the long tests.
  it.each([
    [2023, 0],
    [2026, 7],
  ])('has nothing left of what stood in it, and still breaks its rule: some of %d', async (of, turn) => {
    const rules = rulesIn(of).flatMap(({ id }, i) => (i % 30 === turn ? [id] : []));
    const cases = brokenCases(of, rules);
    expect(cases.length).toBeGreaterThan(5);
    for (const one of cases) expect(await faultOf(one)).toBeUndefined();
  });

  it('keeps the form of what it replaces: identifiers that are right stay right, postcodes and dates stay such', async () => {
    const xml = made();
    const tags = [
      'Surname',
      'PostCode',
      'UPN',
      'UniqueLearnerNumber',
      'URN',
      'PersonBirthDate',
      'LEA',
      'SoftwareCode',
      'DateTime',
    ];
    const all = needing(...tags.map((tag) => new RegExp(`<${tag}>[^<]`)));
    const small = await anonymised(xml, per01, all);
    const [upn = ''] = valuesOf(small, 'UPN');
    const [uln = ''] = valuesOf(small, 'UniqueLearnerNumber');
    expect([upnFaults.shape(upn), upnFaults.checkLetter(upn), upnFaults.localAuthority(upn)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(upn.slice(1, 4)).not.toBe('202');
    expect([hasUlnShape(uln), hasUlnCheckDigit(uln)]).toEqual([true, true]);
    expect(valuesOf(small, 'LEA')[0]).toMatch(/^\d{3}$/);
    expect(leftIn(small, personalValues(xml, year))).toEqual([]);
    const rules = referenceSays(small, year).map(({ rule = '' }) => rule);
    expect(rules.filter((rule) => /^(?:VAL|PER-1[2-8])/.test(rule))).toEqual([]);
  });

  it('has another value under every item that is not a code', async () => {
    const xml = made();
    const tags = [...new Set([...xml.matchAll(/<(\w+)>[^<\s]/g)].map(([, tag = '']) => tag))];
    expect(tags.length).toBeGreaterThan(35);
    const small = await anonymised(xml, per01, needing(...tags.map((tag) => new RegExp(`<${tag}>[^<\\s]`))));
    expect(leftIn(small, personalValues(xml, year))).toEqual([]);
  });

  it('keeps what is double double', async () => {
    const xml = made((ret) => {
      const [first, , third] = ret.Persons?.Person ?? [];
      if (first && third)
        Object.assign(third, {
          Surname: first.Surname,
          Forename: first.Forename,
          PersonBirthDate: first.PersonBirthDate,
          Sex: first.Sex,
        });
    });
    const small = await anonymised(xml, { kind: 'reports', rule: 'RET-03' });
    for (const tag of ['Surname', 'Forename', 'PersonBirthDate']) {
      const [one, other, ...more] = valuesOf(small, tag);
      expect([one, more]).toEqual([other, []]);
    }
    expect(leftIn(small, personalValues(xml, year))).toEqual([]);
  });

  it('is the same for the same seed and another for another', async () => {
    const all = needing(/<Surname>\w\w/, /<PersonBirthDate>\d/);
    const [one, again, other] = [
      await anonymised(made(), per01, all, 'a'),
      await anonymised(made(), per01, all, 'a'),
      await anonymised(made(), per01, all, 'b'),
    ];
    expect(again).toBe(one);
    expect(valuesOf(other, 'PersonBirthDate')).not.toEqual(valuesOf(one, 'PersonBirthDate'));
  });

  it('is not made where nothing but a real value shows it: the item is named, and not its value', async () => {
    const [birthDate = ''] = valuesOf(made(), 'PersonBirthDate');
    const failing = anonymised(made(), per01, needing(new RegExp(`<PersonBirthDate>${birthDate}<`)));
    await expect(failing).rejects.toThrow(AnonymiseError);
    await expect(failing).rejects.toThrow(/^PersonBirthDate of person 1 .*could not be replaced/);
    await expect(failing).rejects.not.toThrow(birthDate);
  });

  it('moves dates by themselves where they hang on other days than each other', async () => {
    // The birth date has to be long ago, and in a year that ends in 0; the other in the activity year.
    const xml = made((ret) => {
      for (const person of ret.Persons?.Person ?? []) person.PersonBirthDate = '2010-12-30';
    });
    const picky = needing(/<PersonBirthDate>\d\d\d0-/, /<StartDate>20/);
    const small = await anonymised(xml, per01, picky);
    expect(valuesOf(small, 'PersonBirthDate')[0]).toMatch(/^...0-/);
    expect(leftIn(small, personalValues(xml, year))).toEqual([]);
  });

  it('has no name of an element or attribute that no specification has, and no text of a container', async () => {
    const xml = made().replace('<Persons>', '<Persons vendor="Acme Ltd">Smith<JonesExtra>Jones Jones</JonesExtra>');
    const all = needing(/<Persons \S+="\S/, /<Persons[^>]*>[A-Z]/, /Extra>|Unknown\d+>\w/);
    const small = await anonymised(xml, per01, all);
    expect(small).not.toMatch(/Acme|Smith|Jones|vendor/);
    expect(small).toMatch(/<Unknown\d>/);
  });

  it('has nothing left in a file that is no XML', async () => {
    const xml = made();
    const cut = xml.slice(0, xml.lastIndexOf('</Persons>'));
    expect((await anonymised(cut, { kind: 'reports', rule: 'FILE-01' })).length).toBeLessThan(20);
    const patterns = [/<Surname>\w+/, /<UPN>\w{13}/, /\d{4}-\d\d-\d\d/];
    const some = await anonymised(cut, per01, needing(...patterns));
    for (const pattern of patterns) expect(some).toMatch(pattern);
    expect(leftIn(`${some.replaceAll('<', '<<')}<`, personalValues(xml, year))).toEqual([]);
  });
});
