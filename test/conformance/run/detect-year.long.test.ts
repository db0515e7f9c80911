import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Capabilities } from '../../../conformance/judge/index.js';
import {
  RunAborted,
  detectYear,
  yearEvidenceText,
  type DetectYearOptions,
  type ValidationRequest,
  type Validator,
  type YearEvidence,
} from '../../../conformance/run/index.js';
import { collectionYears } from '../../../src/model/index.js';
import { bytesSource, validate, type Finding } from '../../../src/validate/index.js';

const options: DetectYearOptions = { kit: '0.0.0-test', jobs: 2, timeoutMs: 10_000 };
const exact: Capabilities = { granularity: 'path', levels: true };

/** The reference, whatever year it takes for the one asked, saying as much as it declares. */
function applying(
  yearFor: (asked: number) => number,
  capabilities: Capabilities = exact,
  say: (finding: Finding) => object = ({ rule, level, path }) => ({ rule, level, path }),
): Validator & { readonly requests: ValidationRequest[] } {
  const requests: ValidationRequest[] = [];
  return {
    requests,
    identity: { kind: 'test', name: 'test' },
    capabilities,
    validate: (request) => {
      requests.push(request);
      const { findings } = validate(bytesSource(readFileSync(request.file)), { year: yearFor(request.year) });
      return Promise.resolve({ kind: 'findings', findings: findings.map(say) });
    },
    close: () => Promise.resolve(),
  };
}

const appliedIn = (evidence: readonly YearEvidence[]): (number | null)[] => evidence.map(({ applied }) => applied);

describe('which year a validator applies', () => {
  it('is the one asked, of one that heeds it', async () => {
    const evidence = await detectYear(
      applying((asked) => asked),
      options,
    );
    expect(evidence.map(({ asked }) => asked)).toEqual(collectionYears);
    expect(appliedIn(evidence)).toEqual(collectionYears);
    for (const { asked, cases, unanswered, fits } of evidence) {
      expect(cases).toBeGreaterThan(0);
      expect(unanswered).toBe(0);
      expect(fits.map(({ year }) => year)).toEqual(collectionYears);
      expect(fits.find(({ year }) => year === asked)).toEqual({ year: asked, answered: cases, deciding: [] });
      for (const fit of fits) if (fit.year !== asked) expect(fit.answered).toBeLessThan(cases);
    }
  });

  it('is 2024 of one that always applies 2024', async () => {
    const evidence = await detectYear(
      applying(() => 2024),
      options,
    );
    expect(appliedIn(evidence)).toEqual([2024, 2024, 2024, 2024, 2024]);
    const about2025 = evidence.find(({ asked }) => asked === 2025);
    const fit = about2025?.fits.find(({ year }) => year === 2024);
    expect(fit?.answered).toBe(about2025?.cases);
    expect(fit?.deciding).toContain('PLC-35.year-draft-of-maintained-plan');
    // What both years leave alone fits either; what tells them apart does not.
    const asked = about2025?.fits.find(({ year }) => year === 2025);
    expect(asked?.answered).toBeLessThan(fit?.answered ?? 0);
  });

  it.each([
    ['the year before', (asked: number) => Math.max(2023, asked - 1), [2023, 2023, 2024, 2025, 2026]],
    ['the year after', (asked: number) => Math.min(2027, asked + 1), [2024, 2025, 2026, 2027, 2027]],
  ] as const)('is told of one that applies %s', async (_, yearFor, expected) => {
    expect(appliedIn(await detectYear(applying(yearFor), options))).toEqual(expected);
  });

  it('is told by rules alone', async () => {
    const byRule = applying(
      () => 2024,
      { granularity: 'rule', levels: false },
      ({ rule }) => ({ rule }),
    );
    expect(appliedIn(await detectYear(byRule, options))).toEqual([2024, 2024, 2024, 2024, 2024]);
  });

  it('is told by one that says more than its year asks', async () => {
    const base = applying((asked) => asked);
    const nagging: Validator = {
      ...base,
      validate: async (request) => {
        const answer = await base.validate(request);
        const more = { rule: 'PER-07', level: 'error', path: '/Message/Persons/Person[1]/PostCode' };
        return answer.kind === 'findings' ? { ...answer, findings: [...answer.findings, more] } : answer;
      },
    };
    expect(appliedIn(await detectYear(nagging, options))).toEqual(collectionYears);
  });

  it('is not told by silence', async () => {
    const silent: Validator = {
      ...applying(() => 2024),
      validate: () => Promise.resolve({ kind: 'findings', findings: [] }),
    };
    expect(appliedIn(await detectYear(silent, options))).toEqual([null, null, null, null, null]);
  });

  it('is not told by one that fails', async () => {
    const failing: Validator = { ...applying(() => 2024), validate: () => Promise.reject(new Error('no')) };
    const [evidence] = await detectYear(failing, { ...options, years: [2025] });
    expect(evidence).toMatchObject({ asked: 2025, applied: null, cases: 0 });
    expect(evidence?.unanswered).toBeGreaterThan(0);
  });
});

describe('what the validator is given', () => {
  it('is the year asked, and a file that only this user can read and that gives nothing away', async () => {
    const base = applying((asked) => asked);
    const modes: number[] = [];
    const looking: Validator = {
      ...base,
      validate: (request) => {
        modes.push(statSync(request.file).mode & 0o777, statSync(dirname(request.file)).mode & 0o777);
        return base.validate(request);
      },
    };
    await detectYear(looking, { ...options, years: [2024, 2026] });
    expect(new Set(base.requests.map(({ year }) => year))).toEqual(new Set([2024, 2026]));
    expect(new Set(modes)).toEqual(new Set([0o600, 0o700]));
    for (const { file } of base.requests) expect(basename(file)).toMatch(/^[0-9a-f]{16}\.xml$/);
  });

  it('is gone after', async () => {
    const base = applying((asked) => asked);
    await detectYear(base, { ...options, years: [2027] });
    expect(base.requests.length).toBeGreaterThan(0);
    expect(base.requests.filter(({ file }) => existsSync(dirname(file)))).toEqual([]);
  });

  it('is each file once, and progress is told to the end', async () => {
    const base = applying((asked) => asked);
    const progress: [number, number][] = [];
    await detectYear(base, {
      ...options,
      years: [2026, 2027],
      onProgress: (done, total) => progress.push([done, total]),
    });
    const files = base.requests.map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
    expect(progress).toEqual(files.map((_, i) => [i + 1, files.length]));
  });

  it('ends when it is told to', async () => {
    const ended = new AbortController();
    const base = applying((asked) => asked);
    const stopping: Validator = {
      ...base,
      validate: (request, signal) => {
        ended.abort();
        return base.validate(request, signal);
      },
    };
    await expect(detectYear(stopping, { ...options, signal: ended.signal })).rejects.toThrow(RunAborted);
    expect(base.requests.length).toBeLessThanOrEqual(2);
    expect(base.requests.filter(({ file }) => existsSync(file))).toEqual([]);
  });
});

describe('the evidence in words', () => {
  const fits = (...answered: readonly (readonly [number, string[]])[]) =>
    answered.map(([count, deciding], i) => ({ year: 2023 + i, answered: count, deciding }));

  it('is a table, and what tells where another year is applied', () => {
    const text = yearEvidenceText([
      { asked: 2023, cases: 12, unanswered: 0, applied: 2023, fits: fits([12, []], [3, ['A.x']]) },
      { asked: 2024, cases: 9, unanswered: 2, applied: 2023, fits: fits([9, ['A.x', 'B.y', 'C.z', 'D.w']], [1, []]) },
      { asked: 2025, cases: 4, unanswered: 0, applied: null, fits: fits([2, []], [2, []]) },
      { asked: 2026, cases: 9, unanswered: 0, applied: 2024, fits: fits([7, []], [5, ['A.x']]) },
    ]);
    expect(text).toBe(
      [
        'Collection year applied, by the year asked',
        '',
        'asked    applied  cases  as 2023  as 2024',
        ' 2023       2023     12       12        3',
        ' 2024       2023      9        9        1',
        ' 2025  not clear      4        2        2',
        ' 2026       2024      9        7        5',
        '',
        'Asked about 2023 it applies 2023.',
        'Asked about 2024 it applies 2023, as these cases tell: A.x, B.y, C.z, and 1 more.',
        '  It gave no answer to 2 of the files of 2024.',
        'Asked about 2025: its answers fit no year better than every other.',
        'Asked about 2026 it applies 2024, as these cases tell: A.x.',
        '  More cases fit 2023, but by silence alone, which tells nothing.',
        '',
      ].join('\n'),
    );
  });
});
