import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  checkMetamorphic,
  metamorphicText,
  NotComparableError,
  transformationNames,
  type MetamorphicResult,
} from '../../../conformance/metamorphic/index.js';
import type { ReportedFinding } from '../../../conformance/judge/index.js';
import type { Validator } from '../../../conformance/run/index.js';
import { buildCases } from '../../../conformance/suite/index.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { plantersIn } from '../../../scenarios/index.js';
import { collectionYear } from '../../../src/model/index.js';
import { askerOf, reference, referenceSays, removeAskers, validatorThat } from '../asking.js';

afterAll(removeAskers);

const year = 2026;

/** A return with faults planted in half of its persons, each rule's in turn. */
function faulty(of: number, persons: number): string {
  const ret = generateReturn({ year: of, la: '202', seed: 'metamorphic', persons });
  let waiting = [...plantersIn(of)];
  for (const person of ret.Persons?.Person?.filter((_, k) => k % 2 === 0) ?? []) {
    const planter = waiting.find(({ plant }) => plant(person, collectionYear(of)) !== undefined);
    waiting = waiting.filter((one) => one !== planter);
  }
  return returnToXml(ret, of);
}

const check = (validator: Validator, xml: string, of = year): Promise<MetamorphicResult> =>
  checkMetamorphic(Buffer.from(xml), askerOf(validator, of));

const namesOf = ({ transformations }: MetamorphicResult, verdict: string): string[] =>
  transformations.filter((one) => one.verdict === verdict).map(({ name }) => name);

const broken = async (says: (xml: string, of: number) => readonly ReportedFinding[], xml: string): Promise<string[]> =>
  namesOf(await check(validatorThat(says), xml), 'broken');

const small = faulty(year, 60);

describe('the reference validator', () => {
  it.each([2023, 2026])('follows every change of a return of %d with every fault that can be planted', async (of) => {
    const result = await check(reference, faulty(of, 80), of);
    expect(result.findings).toBeGreaterThan(30);
    expect(namesOf(result, 'held')).toEqual(transformationNames);
  });

  it.each(['RET-01', 'RET-03', 'RET-04', 'RET-05', 'RET-07', 'FILE-10', 'HDR-01'])(
    'follows every change of cases of %s',
    async (rule) => {
      const cases = buildCases({ year, seed: 'm', kit: '0', select: [rule] }).filter((one) => one.case.rule === rule);
      for (const { file } of cases.slice(0, 2)) {
        const result = await checkMetamorphic(file, askerOf(reference, year));
        expect(result.findings).toBeGreaterThan(0);
        expect([...namesOf(result, 'broken'), ...namesOf(result, 'could-not-run')]).toEqual([]);
      }
    },
  );

  it.each(['rule', 'person', 'record', 'item'] as const)(
    'follows every change where it reports by %s alone',
    async (granularity) => {
      const coarse = { ...reference, capabilities: { granularity, levels: false } };
      const result = await check(coarse, small);
      expect(namesOf(result, 'broken')).toEqual([]);
      // By rule it is not known who is clean.
      expect(namesOf(result, 'not-done')).toEqual(granularity === 'rule' ? ['one-dropped'] : []);
    },
  );
});

describe('a validator that is wrong', () => {
  const aboutPersons = (findings: readonly ReportedFinding[], is: (position: number) => boolean): ReportedFinding[] =>
    findings.filter(({ person }) => typeof person !== 'number' || is(person));

  it('in that it looks at the first person alone is found out by the order', async () => {
    const withFirst = small.replace(/<Surname>[^<]*</, '<Surname>R2<');
    const names = await broken(
      (xml, of) => aboutPersons(referenceSays(xml, of), (position) => position === 1),
      withFirst,
    );
    expect(names).toEqual(expect.arrayContaining(['persons-reversed', 'split-in-two', 'copied']));
    expect(names).not.toContain('crlf');
  });

  it('in that it hangs on line ends is found out by them, and by nothing else', async () => {
    const names = await broken(
      (xml, of) => (xml.includes('\n') && !xml.includes('\r') ? referenceSays(xml, of) : []),
      small,
    );
    expect(names).toEqual(['one-line', 'crlf', 'carriage-returns']);
  });

  it('in that it hangs on indentation is found out by it, and by nothing else', async () => {
    const names = await broken((xml, of) => (/^ {4}<Person>/m.test(xml) ? referenceSays(xml, of) : []), small);
    expect(names).toEqual(['no-indentation', 'one-line', 'tabs']);
  });

  it('in that it takes comments or references for something is found out by them', async () => {
    expect(await broken((xml, of) => (xml.includes('<!--') ? [] : referenceSays(xml, of)), small)).toEqual([
      'comments',
    ]);
    const raw = await broken((xml, of) => (xml.includes('&#') ? [] : referenceSays(xml, of)), small);
    expect(raw).toEqual(['character-references']);
  });

  it('in that it keeps something from one person to the next is found out by the order', async () => {
    // Who has no UPN is taken to have that of the person before, with what is wrong with it.
    const stale = (xml: string, of: number): ReportedFinding[] => {
      const persons = xml.match(/<Person>[^]*?<\/Person>/g) ?? [];
      const wrong = new Set(
        referenceSays(xml, of).flatMap(({ rule, person }) =>
          rule === 'PER-13' && typeof person === 'number' ? person : [],
        ),
      );
      const lack = (position: number): boolean => persons[position - 1]?.includes('<UPN>') === false;
      return persons.flatMap((_, i) =>
        wrong.has(i + 1) || (wrong.has(i) && lack(i + 1)) ? [{ rule: 'PER-13', person: i + 1 }] : [],
      );
    };
    const persons = small.match(/ *<Person>[^]*?<\/Person>\n/g) ?? [];
    const wrong =
      persons.find((one) =>
        referenceSays(small.replace(/ *<Person>[^]*<\/Person>\n/, one), year).some(({ rule }) => rule === 'PER-13'),
      ) ?? '';
    const without = persons.find((one) => !one.includes('<UPN>')) ?? '';
    const xml = small.replace(/ *<Person>[^]*<\/Person>\n/, [persons[0], wrong, without, persons[1]].join(''));
    const names = await broken(stale, xml);
    expect(names).toEqual(expect.arrayContaining(['persons-reversed', 'persons-reordered', 'split-in-two']));
  });

  it('in that it stops after so many findings is found out by copies and by halves', async () => {
    const all = referenceSays(small, year).length;
    const names = await broken((xml, of) => referenceSays(xml, of).slice(0, all - 3), small);
    expect(names).toEqual(expect.arrayContaining(['split-in-two', 'copied']));
    // More than it finds in the file, so that only twice as many are too many.
    expect(await broken((xml, of) => referenceSays(xml, of).slice(0, all + 3), small)).toEqual(['copied']);
  });

  it('is told by the change that it did not follow, with what came and what went, and no value', async () => {
    const result = await check(
      validatorThat((xml, of) => aboutPersons(referenceSays(xml, of), (one) => one <= 30)),
      small,
    );
    const reversed = result.transformations.find(({ name }) => name === 'persons-reversed');
    expect(reversed?.appeared.length).toBeGreaterThan(5);
    expect(reversed?.gone.length).toBeGreaterThan(5);
    const text = metamorphicText(result);
    expect(text).toMatch(/BROKEN +persons-reversed[^\n]*\n +appeared: error [A-Z]{3}-/);
    expect(text).toMatch(/What it says does not follow from the return alone: persons-reversed/);
    for (const [, name = ''] of small.matchAll(/<Surname>([^<]{4,})</g)) expect(text).not.toContain(name);
  });
});

describe('what cannot be compared', () => {
  it('is left out and told, by rule: shares where persons come or go, doubles where they part', async () => {
    const { transformations } = await check(reference, small);
    const left = Object.fromEntries(
      transformations.map(({ name, leftOut }) => [name, leftOut.map(({ what }) => what)]),
    );
    expect(left).toMatchObject({
      crlf: [],
      'persons-reversed': [],
      'split-in-two': ['RET-01, RET-02, RET-03', 'RET-04, RET-05, RET-06'],
      'one-dropped': ['RET-04, RET-05, RET-06'],
      copied: ['RET-04, RET-05, RET-06'],
    });
  });

  it('is a code that no rule is known for, where it may hang on other persons', async () => {
    const doubles = validatorThat((xml) => {
      const upns: readonly string[] = xml.match(/<UPN>[^<]*/g) ?? [];
      return upns.flatMap((upn, i) => (upns.indexOf(upn) < i ? [{ rule: 'DUP', person: i + 1 }] : []));
    });
    const upn = /<UPN>[^<]*/.exec(small)?.[0] ?? '';
    const xml =
      small.slice(0, small.lastIndexOf('<UPN>')) + small.slice(small.lastIndexOf('<UPN>')).replace(/<UPN>[^<]*/, upn);
    const result = await check(doubles, xml);
    expect(result.findings).toBe(1);
    expect(namesOf(result, 'broken')).toEqual([]);
    expect(metamorphicText(result)).toContain('findings under codes that are no rules of this kit');
  });

  it('is a file that is no XML, a validator that does not answer, and one that says now this and now that', async () => {
    await expect(check(reference, '<Message>')).rejects.toThrow(NotComparableError);
    await expect(
      check(
        validatorThat(() => ({ kind: 'could-not-run', why: 'no' })),
        small,
      ),
    ).rejects.toThrow('no answer: no');
    let times = 0;
    const flaky = validatorThat(() => ((times += 1) % 2 === 0 ? [{ rule: 'PER-13' }] : []));
    await expect(check(flaky, small)).rejects.toThrow('not say the same');
  });

  it('is a change that needs more persons than there are', async () => {
    const one = returnToXml(generateReturn({ year, la: '202', seed: 'one', persons: 1 }), year);
    const result = await check(reference, one);
    expect(namesOf(result, 'not-done')).toEqual([
      'persons-reversed',
      'persons-reordered',
      'split-in-two',
      'one-dropped',
    ]);
  });
});

describe('the result', () => {
  it('is as its schema has it', async () => {
    const schema = JSON.parse(readFileSync('conformance/schemas/metamorphic.v1.schema.json', 'utf8')) as object;
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    const result = await check(
      validatorThat((xml) => (xml.includes('\t') ? [{ rule: 'PER-13', person: 2 }] : [])),
      small,
    );
    expect(validate(result) ? [] : validate.errors).toEqual([]);
  });
});
