import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Granularity } from '../../../conformance/judge/index.js';
import {
  exitCode,
  type CaseResult,
  type ResultSink,
  type ResultsFooter,
  type ResultsHeader,
} from '../../../conformance/report/index.js';
import {
  RunAborted,
  ValidatorUsageError,
  commandValidator,
  parseCommandTemplate,
  referenceValidator,
  runSuite,
  xsdValidator,
  type RunEnd,
  type RunOptions,
  type ValidationRequest,
  type Validator,
} from '../../../conformance/run/index.js';
import { readSuite, type Suite } from '../../../conformance/suite/index.js';
import { catalogue } from '../../../src/rules/index.js';
import { error, removeFolders, sexPath, smallSuite, writeSuite, type TinyCase } from '../tiny-suite.js';

afterAll(removeFolders);

interface Run {
  readonly end: RunEnd;
  readonly header: ResultsHeader | undefined;
  readonly results: readonly CaseResult[];
  readonly footer: ResultsFooter | undefined;
}

async function run(suite: Suite, validator: Validator, options: Partial<RunOptions> = {}): Promise<Run> {
  let header: ResultsHeader | undefined;
  let footer: ResultsFooter | undefined;
  const results: CaseResult[] = [];
  const sink: ResultSink = {
    start: (given) => void (header = given),
    result: (given) => void results.push(given),
    end: (given) => void (footer = given),
  };
  const end = await runSuite(suite, validator, { kit: '0.0.0', jobs: 2, timeoutMs: 5000, ...options }, sink);
  return { end, header, results, footer };
}

const tell = (results: readonly CaseResult[]): string[] => results.map((r) => `${r.id} ${r.verdict}`);

/** A validator in this process that notes what it is asked. */
function validator(
  answer: (text: string, request: ValidationRequest) => Answer | Promise<Answer>,
  granularity: Granularity = 'path',
): Validator & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    identity: { kind: 'test', name: 'test' },
    capabilities: { granularity, levels: true },
    validate: async (request) => {
      const text = readFileSync(request.file, 'utf8');
      asked.push(text);
      return answer(text, request);
    },
    close: () => Promise.resolve(),
  };
}

const none: Answer = { kind: 'findings', findings: [] };
const lacksSex: Answer = { kind: 'findings', findings: [{ rule: 'PER-09', level: 'error', path: sexPath }] };
const right = (text: string): Answer => (text.includes('lacks Sex') ? lacksSex : none);

const small = readSuite(writeSuite(smallSuite));

/** Ten valid cases, each with nine broken children. */
const large: TinyCase[] = Array.from({ length: 100 }, (_, n) => {
  const parent = `valid.${Math.floor(n / 10)}`;
  if (n % 10 === 0) return { id: parent, kind: 'valid', text: `<Message>${n}</Message>` };
  return { id: `PER-09.${n}`, rule: 'PER-09', parent, text: `lacks Sex ${n}`, findings: [error('PER-09', sexPath)] };
});

describe('runSuite', () => {
  it('judges every case of a validator that is right', async () => {
    const { end, header, results, footer } = await run(await small, validator(right));
    expect(tell(results)).toEqual(['valid.plain match', 'PER-09.left-out match', 'PER-09.given match']);
    expect(end.counts.match).toBe(3);
    expect(exitCode(end.counts, end)).toBe(0);
    expect(header?.validator).toEqual({ kind: 'test', name: 'test', granularity: 'path', levels: true });
    expect(header?.suite.digest).toBe((await small).manifest.sha256);
    expect(footer).toMatchObject({ total: 3, stopped: null });
  });

  it.each<[string, (text: string) => Answer, string[], number]>([
    ['says nothing', () => none, ['match', 'missed', 'match'], 1],
    ['always says the same', () => lacksSex, ['false-alarm', 'missed', 'match'], 1],
    [
      'says rubbish',
      () => ({ kind: 'could-not-run', why: 'rubbish' }),
      ['could-not-run', 'could-not-run', 'could-not-run'],
      3,
    ],
    ['does not do this', () => ({ kind: 'unsupported', why: 'no' }), ['unsupported', 'unsupported', 'unsupported'], 3],
    [
      'fails on the parent alone',
      (text) => (text === '<Message/>' ? { kind: 'could-not-run', why: 'no' } : right(text)),
      ['could-not-run', 'could-not-run', 'could-not-run'],
      3,
    ],
    [
      'fails on a broken case',
      (text) => {
        if (text.includes('lacks')) throw new Error('boom\nat line 1');
        return none;
      },
      ['match', 'could-not-run', 'match'],
      1,
    ],
    [
      'does not do a broken case',
      (text) => (text.includes('lacks') ? { kind: 'unsupported', why: 'no' } : none),
      ['match', 'unsupported', 'match'],
      0,
    ],
  ])('judges one that %s', async (_, answer, verdicts, code) => {
    const { end, results } = await run(await small, validator(answer));
    expect(results.map((r) => r.verdict)).toEqual(verdicts);
    expect(exitCode(end.counts, end)).toBe(code);
  });

  it('says why in one line where a validator throws', async () => {
    const { results } = await run(
      await small,
      validator(() => {
        throw new Error('boom\nat line 1');
      }),
    );
    expect(results[0]?.why).toBe('it failed: boom');
    expect(results[1]?.why).toBe('it failed: boom');
  });

  it('gives the same results in suite order whatever the number of jobs', async () => {
    const suite = await readSuite(writeSuite(large));
    const slowly = (text: string): Promise<Answer> =>
      wait((text.length * 13 + text.charCodeAt(text.length - 1)) % 7, right(text));
    const untimed = (results: readonly CaseResult[]): unknown => results.map((r) => ({ ...r, ms: 0 }));
    const one = await run(suite, validator(slowly), { jobs: 1 });
    expect(one.results.map((r) => r.id)).toEqual(suite.cases.map((c) => c.id));
    expect(one.end.counts.match).toBe(100);
    for (const jobs of [2, 16, 500]) {
      const many = await run(suite, validator(slowly), { jobs });
      expect(untimed(many.results)).toEqual(untimed(one.results));
    }
  });

  it('puts every case once, and a parent that is not chosen once too', async () => {
    const suite = await readSuite(writeSuite(large));
    const all = validator(right);
    await run(suite, all, { jobs: 8 });
    expect(all.asked.length).toBe(100);
    expect(new Set(all.asked).size).toBe(100);
    const some = validator(right);
    const { results } = await run(suite, some, { jobs: 8, select: ['PER-09.1?', 'PER-09.25'] });
    expect(results.length).toBe(10);
    expect(some.asked.length).toBe(12);
    expect(some.asked).toContain('<Message>10</Message>');
    expect(some.asked).toContain('<Message>20</Message>');
  });

  it('refuses a choice of no case', async () => {
    await expect(run(await small, validator(right), { select: ['HDR-*'] })).rejects.toThrow(ValidatorUsageError);
  });

  it('stops at the first case in suite order that fails, when told to', async () => {
    const suite = await readSuite(writeSuite(large));
    const answer = (text: string): Answer => (/ (35|36|71)$/.test(text) ? none : right(text));
    for (const jobs of [1, 7]) {
      const { end, results, footer } = await run(suite, validator(answer), { jobs, failFast: true });
      expect(results.length).toBe(36);
      expect(results.at(-1)?.id).toBe('PER-09.35');
      expect(end.stopped).toMatch(/^PER-09\.35 /);
      expect(footer).toMatchObject({ total: 36, stopped: end.stopped });
    }
  });

  it('leaves results without a footer when it is ended from outside', async () => {
    const suite = await readSuite(writeSuite(large));
    const abort = new AbortController();
    const seen: string[] = [];
    const sink: ResultSink = {
      start: () => void seen.push('start'),
      result: () => {
        seen.push('result');
        if (seen.length === 6) abort.abort();
      },
      end: () => void seen.push('end'),
    };
    const options = { kit: '0.0.0', jobs: 2, timeoutMs: 5000, signal: abort.signal };
    await expect(runSuite(suite, validator(right), options, sink)).rejects.toThrow(RunAborted);
    expect(seen).toEqual(['start', 'result', 'result', 'result', 'result', 'result']);
  });

  it('gives what a validator has to tell at the end', async () => {
    const told = { ...validator(right), notes: () => ['it was slow'] };
    expect((await run(await small, told)).end.notes).toEqual(['it was slow']);
    expect((await run(await small, validator(right))).end.notes).toEqual([]);
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    await run(await small, validator(right), { onProgress: (done, total) => told.push(`${done}/${total}`) });
    expect(told).toEqual(['1/3', '2/3', '3/3']);
  });

  it('ends a case that takes too long, whether or not the validator obeys', async () => {
    const never = validator((text) => (text.includes('lacks') ? new Promise<Answer>(() => undefined) : none));
    const { results } = await run(await small, never, { timeoutMs: 50 });
    expect(tell(results)).toEqual(['valid.plain match', 'PER-09.left-out could-not-run', 'PER-09.given match']);
    expect(results[1]?.why).toBe('it gave no answer within 0.05 s');
  });

  it('never gives a validator the expectation', async () => {
    const suite = await small;
    const given: string[] = [];
    await run(
      suite,
      validator((text, request) => {
        given.push(JSON.stringify(request));
        return right(text);
      }),
    );
    expect(given.map((text) => Object.keys(JSON.parse(text) as object))).toEqual(given.map(() => ['file', 'year']));
    for (const text of given) expect(text).not.toMatch(/PER-09/);
  });

  it('keeps no more findings of a result than it says, and how many there were', async () => {
    const noise = Array.from({ length: 1000 }, (_, n) => ({ rule: `X-${n}`, path: `/a[${n}]` }));
    const { results } = await run(
      await small,
      validator(() => ({ kind: 'findings', findings: noise })),
    );
    expect(results[0]).toMatchObject({ verdict: 'false-alarm', reportedCount: 1000 });
    expect(results[0]?.reported.length).toBe(200);
    expect(results[1]?.parentReported?.length).toBe(200);
  });

  it('keeps a result short whatever is answered, and its reason one line', async () => {
    const long = (n: number): string => `${n}\n\u0001"${'x'.repeat(900)}`;
    const noise = Array.from({ length: 10_000 }, (_, n) => ({ rule: `X-${n}`, path: `/${long(n)}`, message: long(n) }));
    const { results } = await run(
      await small,
      validator(() => ({ kind: 'findings', findings: noise, stderr: '\u0001'.repeat(4000) })),
    );
    const [first] = results;
    expect(first?.reported.length).toBeGreaterThan(10);
    expect(first?.reportedCount).toBe(10_000);
    expect(first?.why).toMatch(/^.{100,2003}$/u);
    // 5,000 of these have to be fewer than the 512 million characters of one text.
    expect(Math.max(...results.map((one) => JSON.stringify(one).length))).toBeLessThan(100_000);
    const failed = await run(
      await small,
      validator(() => ({ kind: 'could-not-run', why: `one\ntwo \u001b[2J${'x'.repeat(9_000_000)}` })),
    );
    expect(failed.results[0]?.why).toMatch(/^one two \ufffd\[2Jx{1900,} …$/);
  });

  it('keeps the rule and the path of a finding that is too long by itself', async () => {
    const endless = { rule: 'X', path: '/a', anyPersonOf: Array.from({ length: 100_000 }, (_, n) => n) };
    const { results } = await run(
      await small,
      validator(() => ({ kind: 'findings', findings: [endless, endless] })),
    );
    expect(results[0]).toMatchObject({ reported: [{ rule: 'X', path: '/a' }], reportedCount: 2 });
  });

  it('folds rules that a validator makes up, but none of the catalogue', async () => {
    const ids = catalogue.map(({ id }) => id);
    const noise = [...Array.from({ length: 5000 }, (_, n) => `X-${n}`), '', ...ids].map((rule) => ({ rule }));
    const { results } = await run(
      await small,
      validator(() => ({ kind: 'findings', findings: noise })),
    );
    const alarms = results[0]?.falseAlarms ?? [];
    expect(alarms.slice(0, ids.length)).toEqual(ids);
    expect(alarms.slice(ids.length)).toEqual([...Array.from({ length: 10 }, (_, n) => `X-${n}`), '(other rules)']);
    const few = ['X-1', '', 'PER-01'].map((rule) => ({ rule }));
    const told = await run(
      await small,
      validator(() => ({ kind: 'findings', findings: few })),
    );
    expect(told.results[0]?.falseAlarms).toEqual(['PER-01', 'X-1', '(no rule named)']);
  });
});

describe('the kinds of validator', () => {
  it('cmd: a command is put to work for each case', async () => {
    const program = `const t=require('node:fs').readFileSync(process.argv[1],'utf8');console.log(JSON.stringify({findings:t.includes('lacks')?[{rule:'PER-09'}]:[]}))`;
    const template = parseCommandTemplate(`'${process.execPath}' -e "${program}" {file}`);
    const { end, header } = await run(await small, commandValidator(template));
    expect(end.counts.match).toBe(3);
    expect(header?.validator.command).toEqual([process.execPath, '-e', program, '{file}']);
  });

  it('cmd: a program that does not exist leaves no case to judge', async () => {
    const { end } = await run(await small, commandValidator(parseCommandTemplate('/no/such/program {file}')));
    expect(exitCode(end.counts, end)).toBe(3);
  });

  it('reference: keeps what is judged, and none of the values', async () => {
    const finding = {
      rule: 'PER-09',
      level: 'error',
      path: sexPath,
      line: 1,
      column: 1,
      items: ['Sex'],
      value: 'x',
      message: 'Sex is missing',
      person: { index: 1, surname: 'Private' },
    };
    const check = (file: string): Promise<(typeof finding)[]> =>
      Promise.resolve(readFileSync(file, 'utf8').includes('lacks') ? [finding] : []);
    const { end, results } = await run(await small, referenceValidator(check));
    expect(end.counts.match).toBe(3);
    expect(results[1]?.reported).toEqual([
      { rule: 'PER-09', level: 'error', path: sexPath, person: 1, message: 'Sex is missing' },
    ]);
  });

  it('xsd: valid or not is all that counts', async () => {
    const check = (bytes: Uint8Array): { valid: boolean; messages: string[] } => {
      const valid = !Buffer.from(bytes).includes('lacks');
      return { valid, messages: valid ? [] : ['Sex is missing'] };
    };
    const validator = xsdValidator('xsd:tiny.xsd', check);
    const can = await run(await small, validator, { statedBySchema: () => true });
    expect(can.results.map((r) => r.verdict)).toEqual(['match', 'match', 'match']);
    const cannot = await run(await small, validator, { statedBySchema: () => false });
    expect(cannot.results.map((r) => r.verdict)).toEqual(['match', 'unsupported', 'match']);
  });
});
