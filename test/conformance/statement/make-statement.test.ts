import { ResultsError } from '../../../conformance/report/index.js';
import {
  makeStatement,
  rebuildSuite,
  resultsOfStatement,
  type SuiteFacts,
} from '../../../conformance/statement/index.js';
import { writePackedSuite, writeSuite } from '../../../conformance/suite/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';
import { result, sampleResults } from '../report/sample.js';
import { kit, recipe } from './sample.js';

afterAll(removeFolders);

const vendor = { name: null, product: null, version: null };

function bytesOf(lines: readonly unknown[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

const { header, cases, footer } = sampleResults([result('PER-13.a', 'PER-13'), result('PER-13.b', 'PER-13')]);

const facts: SuiteFacts = {
  manifest: {
    ...{ format: 1, kit: '0.0.0', algorithm: 1, year: 2025, seed: 'tiny', sha256: 'a'.repeat(64) },
    counts: { total: 2, valid: 0, broken: 2, 'near-miss': 0, structure: 0 },
  },
  cases: new Map(cases.map(({ id, kind, rule }) => [id, { kind, rule, note: null }])),
};

const statementOf = (lines: readonly unknown[], suite = facts): ReturnType<typeof makeStatement> =>
  makeStatement(resultsOfStatement(bytesOf(lines), 'r.ndjson'), suite, vendor, kit);

describe('a statement', () => {
  it('is whole where every case of a whole suite was judged to the end', () => {
    expect(statementOf([header, ...cases, footer]).partial).toBeNull();
  });

  it.each<[string, readonly unknown[], RegExp]>([
    ['cut short', [header, ...cases], /^The results were cut short/],
    ['stopped', [header, ...cases, { ...footer, stopped: 'enough' }], /^The run was stopped: enough\.$/],
    ['of a selection', [header, cases[0], sampleResults(cases.slice(1)).footer], /^The results have 1 of the 2 cases/],
  ])('is partial on results that are %s', (_, lines, reason) => {
    expect(statementOf(lines).partial).toEqual([expect.stringMatching(reason)]);
  });

  it('is made of no case that the suite has not', () => {
    const stray = [header, result('PER-13.c', 'PER-13'), cases[1], footer];
    expect(() => statementOf(stray)).toThrow(new ResultsError('r.ndjson: the case PER-13.c is not in the suite'));
    const other = [header, { ...cases[0], rule: 'PER-12' }, cases[1], footer];
    expect(() => statementOf(other)).toThrow(
      new ResultsError('r.ndjson: the case PER-13.a is another one in the suite'),
    );
  });

  it('names the codes that a crosswalk gave the rules', () => {
    const coded = { ...header, codes: { 'PER-13': 'X101' } };
    expect(statementOf([coded, ...cases, footer]).rules).toMatchObject([{ rule: 'PER-13', dfeCode: 'X101' }]);
    expect(statementOf([header, ...cases, footer]).rules[0]).not.toHaveProperty('dfeCode');
  });

  it('is made of no text that cannot be signed', () => {
    const validator = { ...header.validator, name: '\ud800' };
    expect(() => statementOf([{ ...header, validator }, ...cases, footer])).toThrow(/^r\.ndjson: cannot be stated/);
  });

  it('tells the digest of the validator and known failures where results have them', () => {
    const known = { owner: 'Team', reason: 'under way', until: '2027-01-01', verdict: 'missed' };
    const one = { ...cases[0], verdict: 'known-failing', known };
    const counts = { ...footer?.counts, match: 1, 'known-failing': 1 };
    const made = statementOf([
      { ...header, validator: { ...header.validator, digest: 'd'.repeat(64) } },
      one,
      cases[1],
      { ...footer, counts },
    ]);
    expect(made.validator.digest).toBe('d'.repeat(64));
    expect(made.knownFailures).toEqual([{ ...known, case: 'PER-13.a', verdict: 'known-failing' }]);
    expect(made.counts['known-failing']).toBe(1);
  });

  it('is marked where its year is provisional', () => {
    const of2027 = { ...header, suite: { ...header.suite, year: 2027 } };
    expect(statementOf([of2027, ...cases, footer]).suite.provisional).toMatch(/2027 specification/);
    expect(statementOf([header, ...cases, footer]).suite.provisional).toBeNull();
  });
});

describe('a suite', () => {
  it('is built again as it was, packed or not', () => {
    for (const packed of [false, true]) {
      const write = packed ? writePackedSuite : writeSuite;
      const written = write(temporaryFolder(), recipe);
      const manifest = 'manifest' in written ? written.manifest : written;
      const rebuilt = rebuildSuite({ ...recipe, packed }, kit);
      expect(rebuilt.kind === 'built' && rebuilt.facts.manifest).toEqual(manifest);
    }
  });

  it.each<[string, Partial<typeof recipe>, RegExp]>([
    ['of another version of the kit', { kit: '9' }, /built by sen2kit 9 and this is 0\.0\.0/],
    ['of another algorithm', { algorithm: 99 }, /built by algorithm 99/],
    ['of a year that is not known', { year: 2019 }, /2019 is not known/],
    ['chosen by a glob full of stars', { select: ['*a*b*c*d*e*'] }, /stars/],
    ['chosen by very many globs', { select: Array.from({ length: 3000 }, () => 'x') }, /more globs/],
    ['of a very long seed', { seed: 'x'.repeat(1_000_000) }, /seed/],
    ['of no case', { select: ['NO-1'] }, /no case of 2025/],
  ])('%s is not built again', (_, change, why) => {
    expect(rebuildSuite({ ...recipe, ...change }, kit)).toEqual({
      kind: 'not-built',
      why: expect.stringMatching(why) as string,
    });
  });
});
