import { keepReturn, openExport } from '../../../conformance/check/index.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { collectionYears } from '../../../src/model/index.js';
import { randomFor } from '../../../src/random/index.js';
import { bytesSource, validate } from '../../../src/validate/index.js';
import { keptReturn, madePersons, measure, told, type Tally } from './measure.js';
import { mutators } from './mutators.js';

/** What the issue asks for: the share of mutations that are named at the exact place. */
const leastExact = 0.99;
const persons = 45;
const times = 50;

describe('a check of a return in which one thing was altered', () => {
  const tallies = new Map<string, Tally>();
  beforeAll(() => {
    for (const year of collectionYears) measure(year, persons, times, tallies);
  });

  it.each(Object.keys(mutators))('names what was altered, and nothing else: %s', (kind) => {
    const { tried, exact, unreported, others } = tallies.get(kind) ?? { tried: 0, exact: 0, unreported: 0, others: [] };
    expect(tried).toBeGreaterThan(80);
    expect(unreported).toBe(0);
    expect({ share: exact / tried >= leastExact, others }).toEqual({ share: true, others });
  });

  it('was tried thousands of times', () => {
    const tried = [...tallies.values()].reduce((sum, one) => sum + one.tried, 0);
    expect(tried).toBeGreaterThan(2500);
  });
});

describe('a check of a file that was cut off', () => {
  it.each(collectionYears)('compares what stands whole before the end, and tells the end: %i', async (year) => {
    const xml = returnToXml(generateReturn({ year, la: '202', seed: 'check', persons }), year);
    const made = madePersons(year, persons);
    const expected = keptReturn(year, made);
    const bytes = Buffer.from(xml);
    const random = randomFor('cut off', year);
    for (let time = 0; time < 6; time++) {
      const source = bytesSource(bytes.subarray(0, random.int(0, bytes.length - '</Message>\n'.length)));
      const kept = await keepReturn(openExport('export.xml', source, year));
      const whole = source.size === 0 ? 0 : bytes.toString('utf8', 0, source.size).split('</Person>').length - 1;
      expect(kept.persons.map(({ digest }) => digest)).toEqual(
        expected.persons.slice(0, whole).map(({ digest }) => digest),
      );
      expect(told(expected, { ...kept, header: {} })).toEqual([]);
      expect(kept.stopped).toMatch(/could be read as far as line \d+ only, for FILE-01/);
      expect(validate(source).findings.map(({ rule }) => rule)).toEqual(['FILE-01']);
    }
  });
});

describe('a check of a file in which an item stands twice', () => {
  it.each(collectionYears)('names the second by its path, and compares all the same: %i', async (year) => {
    const made = generateReturn({ year, la: '202', seed: 'check', persons });
    const lines = returnToXml(made, year).split('\n');
    const expected = keptReturn(year, madePersons(year, persons));
    const random = randomFor('item twice', year);
    const items = [...lines.keys()].filter((at) => /^ {6,}<(\w+)>.*<\/\1>$/.test(lines[at] ?? '') && at > 20);
    for (let time = 0; time < 6; time++) {
      const at = random.pick(items);
      const tag = /<(\w+)>/.exec(lines[at] ?? '')?.[1] ?? '';
      const source = bytesSource(Buffer.from(lines.toSpliced(at, 0, lines[at] ?? '').join('\n')));
      const [finding, ...more] = validate(source, { year }).findings;
      expect(more).toEqual([]);
      expect(finding).toMatchObject({ rule: 'FILE-08', line: at + 2, items: [tag] });
      expect(finding?.path).toMatch(new RegExp(`^/Message/Persons/Person\\[\\d+\\].*/${tag}\\[2\\]$`));
      const kept = await keepReturn(openExport('export.xml', source, year));
      expect(told(expected, { ...kept, header: {} })).toEqual([]);
      expect(kept.stopped).toBeNull();
    }
  });
});

describe('a check of a file in which a record stands once more than it may', () => {
  it.each(collectionYears)('names that one, wherever among the others it stands: %i', async (year) => {
    const made = generateReturn({ year, la: '202', seed: 'check', persons, scenario: ['two-placements'] });
    const xml = returnToXml(made, year);
    const expected = await keepReturn(openExport('expected.xml', bytesSource(Buffer.from(xml)), year));
    for (const tag of ['PlanDetail', 'SENneed']) {
      // Two, which is as many as there may be.
      const one = `( *<${tag}>[^]*?</${tag}>\\n)`;
      const pairs = [...xml.matchAll(new RegExp(one + one, 'g'))];
      expect(pairs.length).toBeGreaterThan(5);
      const doubled = pairs.slice(0, 4).flatMap(({ index, 1: first = '', 2: second = '' }) => [
        { index, record: first },
        { index: index + first.length, record: second },
      ]);
      for (const { index, record } of doubled) {
        const source = bytesSource(Buffer.from(xml.slice(0, index) + record + xml.slice(index)));
        expect(validate(source, { year }).summary.byRule).toMatchObject({ 'FILE-08': 1 });
        const kept = await keepReturn(openExport('export.xml', source, year));
        expect(told(expected, kept)).toEqual([
          expect.stringMatching(new RegExp(`^unexpected record .*${tag}\\[\\+\\]$`)),
        ]);
      }
    }
  });
});

// The measure is of no worth where a mutation may be none.
it('has mutations that alter the return', () => {
  const year = 2026;
  const made = madePersons(year, persons);
  const text = (list: unknown): string => JSON.stringify(list);
  const before = text(made);
  for (const [kind, mutate] of Object.entries(mutators)) {
    for (let time = 0; time < 10; time++) {
      const mutated = mutate(made, randomFor('alters', kind, time), year);
      if (mutated) expect(text(mutated.persons)).not.toBe(before);
      expect(text(made)).toBe(before);
    }
  }
});
