import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  knowableVerdicts,
  KnownListError,
  knownCases,
  knownFailingOf,
  knownFailingText,
  parseKnownFailing,
  parseKnownFlaky,
  type KnownFailing,
} from '../../../conformance/known/index.js';
import { makeCase } from '../tiny-suite.js';
import { result } from '../report/sample.js';

const today = '2026-02-01';
const entry: KnownFailing = {
  select: 'PER-09.*',
  verdict: 'missed',
  owner: 'Ada',
  reason: 'ticket 7',
  until: '2026-02-01',
};
const list = (...entries: readonly object[]): string => JSON.stringify({ format: 1, entries });
const cases = ['PER-09.a', 'PER-09.b', 'PER-10.a'].map((id) => makeCase({ id, rule: id.slice(0, 6) }));
const settle = (entries: readonly KnownFailing[], id: string, more: Parameters<typeof result>[2]) =>
  knownCases(entries, [], cases, today).settle(result(id, id.slice(0, 6), more), 'cases/0.xml');

describe('a list of known failures', () => {
  it('is read as it is written, and holds to its schema', () => {
    const text = knownFailingText([entry]);
    expect(parseKnownFailing(text, 'list')).toEqual([entry]);
    const schema = (name: string): object =>
      JSON.parse(readFileSync(resolve(`conformance/schemas/${name}.v1.schema.json`), 'utf8')) as object;
    const isList = new Ajv2020({ strict: true }).compile(schema('known-failing'));
    expect(isList(JSON.parse(text))).toBe(true);
    for (const verdict of knowableVerdicts) expect(isList(JSON.parse(list({ ...entry, verdict })))).toBe(true);
    expect(isList(JSON.parse(list({ ...entry, verdict: 'match' })))).toBe(false);
    const isFlaky = new Ajv2020({ strict: true }).compile(schema('known-flaky'));
    const flaky = { ...entry, verdict: undefined, attempts: 3 };
    expect(isFlaky(JSON.parse(list(flaky)))).toBe(true);
    expect(isFlaky(JSON.parse(list({ ...flaky, attempts: 11 })))).toBe(false);
  });

  it.each<[string, string, string]>([
    ['no JSON', '{', 'l: is not JSON: '],
    ['another format', '{"format":2,"entries":[]}', 'l: format is not 1, the only one this version reads'],
    ['no entries', '{"format":1}', 'l: entries is not a list'],
    ['no owner', list({ ...entry, owner: ' ' }), 'l: entry 1: owner is empty'],
    [
      'no real date',
      list(entry, { ...entry, until: '2026-02-30' }),
      'l: entry 2: until is not a real date written ccyy-mm-dd: 2026-02-30',
    ],
    [
      'a verdict that is none',
      list({ ...entry, verdict: 'match' }),
      `l: entry 1: verdict is none of ${knowableVerdicts.join(', ')}`,
    ],
    ['a misspelled field', list({ ...entry, untill: '2026-01-01' }), 'l: entry 1: untill is not a field of an entry'],
  ])('is refused with %s', (_name, text, message) => {
    expect(() => parseKnownFailing(text, 'l')).toThrow(KnownListError);
    expect(() => parseKnownFailing(text, 'l')).toThrow(message);
  });

  it('of flaky cases is refused with attempts out of range', () => {
    const rest = { ...entry, verdict: undefined };
    expect(parseKnownFlaky(list({ ...rest, attempts: 10 }), 'l')[0]?.attempts).toBe(10);
    for (const attempts of [1, 11]) {
      expect(() => parseKnownFlaky(list({ ...rest, attempts }), 'l')).toThrow(
        'l: entry 1: attempts is not from 2 to 10',
      );
    }
  });
});

describe('a known failure', () => {
  it('is known where it has the verdict named, to the last day of its entry', () => {
    const settled = settle([entry], 'PER-09.a', { verdict: 'missed', why: 'nothing came' });
    const { owner, reason, until } = entry;
    expect(settled).toMatchObject({ verdict: 'known-failing', known: { owner, reason, until, verdict: 'missed' } });
    expect(settle([{ ...entry, until: '2026-01-31' }], 'PER-09.a', { verdict: 'missed' }).verdict).toBe('missed');
  });

  it('counts as it is where it fails in another way, or could not be judged', () => {
    for (const verdict of ['false-alarm', 'could-not-run', 'unsupported', 'disputed'] as const)
      expect(settle([entry], 'PER-09.a', { verdict }).verdict).toBe(verdict);
  });

  it('that passes is an unexpected pass', () => {
    expect(settle([entry], 'PER-09.a', {})).toMatchObject({
      verdict: 'unexpected-pass',
      why: 'it passes, but is listed as known to be missed; take it off the list',
      known: { verdict: 'match' },
    });
  });

  it('is looked for in every entry that fits', () => {
    const other = { ...entry, select: 'PER-09.a', verdict: 'wrong-code' } as const;
    expect(settle([other, entry], 'PER-09.a', { verdict: 'missed' }).verdict).toBe('known-failing');
    expect(settle([other, entry], 'PER-10.a', { verdict: 'missed' }).verdict).toBe('missed');
  });

  it('makes the run fail where its entry has ended or fits no case', () => {
    const ended = { ...entry, until: '2026-01-31' };
    const { faults } = knownCases([entry, ended, { ...entry, select: 'PER-99*' }], [], cases, today);
    expect(faults).toEqual([
      'known failing: the entry PER-09.* (Ada) ended on 2026-01-31; see to it, or give it a new end with a reason',
      'known failing: the entry PER-99* (Ada) fits no case of the suite; take it off the list',
    ]);
    const rest = { ...ended, verdict: undefined };
    expect(knownCases([], [{ ...rest, attempts: 2 }], cases, today).faults).toEqual([
      'known flaky: the entry PER-09.* (Ada) ended on 2026-01-31; see to it, or give it a new end with a reason',
    ]);
  });
});

describe('a list made from a run', () => {
  const missed = { verdict: 'missed', why: 'nothing came' } as const;

  it('has an entry for a rule where all its cases failed alike, else one a case', () => {
    const results = [
      result('PER-09.a', 'PER-09', missed),
      result('PER-09.b', 'PER-09', missed),
      result('PER-10.a', 'PER-10', missed),
    ];
    const made = knownFailingOf(results, cases, [], today);
    expect(made.map(({ select, until }) => [select, until])).toEqual([
      ['PER-09', '2026-05-02'],
      ['PER-10.a', '2026-05-02'],
    ]);
    expect(knownFailingOf(results.slice(1), cases, [], today).map(({ select }) => select)).toEqual([
      'PER-09.b',
      'PER-10.a',
    ]);
    // With the list, the same run has nothing that counts.
    const known = knownCases(made, [], cases, today);
    expect(results.map((one) => known.settle(one, '').verdict)).toEqual(Array(3).fill('known-failing'));
    expect(known.faults).toEqual([]);
  });

  it('keeps what stood in an older list, and leaves out what passes', () => {
    const older = [{ ...entry, select: 'PER-10.a' }, entry];
    const known = knownCases(older, [], cases, today);
    const results = [
      result('PER-09.a', 'PER-09', missed),
      result('PER-09.b', 'PER-09'),
      result('PER-10.a', 'PER-10', missed),
    ];
    const made = knownFailingOf(
      results.map((one) => known.settle(one, '')),
      cases,
      older,
      today,
    );
    expect(made.map(({ select, owner }) => [select, owner])).toEqual([
      ['PER-09.a', 'nobody yet'],
      ['PER-10.a', 'Ada'],
    ]);
  });
});
