import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../../../conformance/judge/index.js';
import { knownCases } from '../../../conformance/known/index.js';
import {
  isSameRun,
  openResultsFile,
  readEarlierResults,
  readResults,
  type CaseResult,
  type Results,
} from '../../../conformance/report/index.js';
import { runSuite, ValidatorUsageError, type RunOptions, type Validator } from '../../../conformance/run/index.js';
import { readSuite, type Suite } from '../../../conformance/suite/index.js';
import { error, removeFolders, sexPath, temporaryFolder, writeSuite, type TinyCase } from '../tiny-suite.js';

afterAll(removeFolders);

/** Five valid cases, each with nine broken children. */
const tiny: TinyCase[] = Array.from({ length: 50 }, (_, n) => {
  const parent = `valid.${Math.floor(n / 10)}`;
  if (n % 10 === 0) return { id: parent, kind: 'valid', text: `<Message>${n}</Message>` };
  return { id: `PER-09.${n}`, rule: 'PER-09', parent, text: `lacks Sex ${n}`, findings: [error('PER-09', sexPath)] };
});
const suiteFolder = writeSuite(tiny);
let suite: Suite;
beforeAll(async () => {
  suite = await readSuite(suiteFolder);
});

const told: Answer = { kind: 'findings', findings: [{ rule: 'PER-09', level: 'error', path: sexPath }] };
const nothing: Answer = { kind: 'findings', findings: [] };

/** Answers as it should, but where `other` has another answer to the n-th put of a text. */
function validator(other: (text: string, time: number) => Answer | undefined = () => undefined): Validator & {
  readonly asked: string[];
} {
  const asked: string[] = [];
  return {
    asked,
    identity: { kind: 'test', name: 'test' },
    capabilities: { granularity: 'path', levels: true },
    validate: ({ file }) => {
      const text = readFileSync(file, 'utf8');
      asked.push(text);
      const time = asked.filter((one) => one === text).length;
      return Promise.resolve(other(text, time) ?? (text.startsWith('lacks') ? told : nothing));
    },
    close: () => Promise.resolve(),
  };
}

async function run(options: Partial<RunOptions> & { validator: Validator }): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  const sink = { start: () => undefined, result: (one: CaseResult) => void results.push(one), end: () => undefined };
  await runSuite(suite, options.validator, { kit: '0', jobs: 2, timeoutMs: 5000, ...options }, sink);
  return results;
}

const flaky = (attempts: number, select = 'PER-09.*') =>
  knownCases([], [{ select, attempts, owner: 'Ada', reason: 'r', until: '2026-02-01' }], suite.cases, '2026-01-01');

describe('a case known to be flaky', () => {
  const silentTwice = (text: string, time: number) => (text === 'lacks Sex 7' && time < 3 ? nothing : undefined);
  const seventh = (results: readonly CaseResult[]) => results.find(({ id }) => id === 'PER-09.7');

  it('is put again until it is right, and it is counted how often', async () => {
    const one = validator(silentTwice);
    const results = await run({ validator: one, known: flaky(5) });
    expect(seventh(results)).toMatchObject({ verdict: 'match', attempts: 3 });
    expect(one.asked.filter((text) => text === 'lacks Sex 7').length).toBe(3);
    // Cases that were right at once were put once and say nothing of attempts.
    expect(results.filter(({ attempts }) => attempts !== undefined).length).toBe(1);
    expect(one.asked.filter((text) => text === 'lacks Sex 8').length).toBe(1);
  });

  it('fails when its attempts are used up, and is not put again without an entry', async () => {
    expect(seventh(await run({ validator: validator(silentTwice), known: flaky(2) }))).toMatchObject({
      verdict: 'missed',
      attempts: 2,
    });
    const bare = seventh(await run({ validator: validator(silentTwice), known: flaky(5, 'PER-09.8') }));
    expect([bare?.verdict, bare?.attempts]).toEqual(['missed', undefined]);
  });

  it('has its parent put again too, where that is what could not be run', async () => {
    const failing = (text: string, time: number): Answer | undefined =>
      text === '<Message>0</Message>' && time === 1 ? { kind: 'could-not-run', why: 'hiccup' } : undefined;
    const results = await run({ validator: validator(failing), known: flaky(3), jobs: 1 });
    expect(results.filter(({ verdict }) => verdict !== 'match').map(({ id }) => id)).toEqual(['valid.0']);
  });
});

describe('a run that goes on with an earlier one', () => {
  const apartFromTime = ({ header, cases, footer }: Results): unknown => [
    { ...header, started: '' },
    cases.map((one) => ({ ...one, ms: 0 })),
    footer && { ...footer, ended: '' },
  ];

  /** Runs to a results file, with what an earlier run left of it where there is something. */
  async function runTo(file: string, one: Validator): Promise<Results> {
    const earlier = await readEarlierResults(file);
    const sink = await openResultsFile(file, earlier);
    const options = { kit: '0', jobs: 2, timeoutMs: 5000 };
    await runSuite(
      suite,
      one,
      { ...options, ...(earlier && { header: earlier.header, earlier: earlier.cases }) },
      sink,
    );
    await sink.close();
    return readResults(file);
  }

  it('gives the same results wherever the earlier was cut off, and puts no case twice', async () => {
    const file = join(temporaryFolder(), 'results.ndjson');
    const whole = await runTo(file, validator());
    const bytes = readFileSync(file);
    const firstLine = bytes.indexOf('\n') + 1;
    // At the ends of lines, beside them, and in between.
    const ends = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
    const cuts = [0, 1, firstLine - 1, ...ends.flatMap((at) => [at, Math.min(bytes.length, at + 1), at - 1, at - 20])];
    for (const [n, cut] of cuts.filter((_, i) => i % 5 === 0).entries()) {
      const again = join(temporaryFolder(), `results-${n}.ndjson`);
      writeFileSync(`${again}.part`, bytes.subarray(0, cut));
      const kept = (await readEarlierResults(again))?.cases.length ?? 0;
      const one = validator();
      expect(apartFromTime(await runTo(again, one))).toEqual(apartFromTime(whole));
      expect(existsSync(`${again}.part`)).toBe(false);
      // A parent of a case that is left has to be asked again; no broken case is.
      expect(one.asked.filter((text) => text.startsWith('lacks')).length).toBe(45 - (kept - Math.ceil(kept / 10)));
    }
  });

  it('knows another run by its header', async () => {
    const file = join(temporaryFolder(), 'results.ndjson');
    const { header } = await runTo(file, validator());
    expect(isSameRun(header, { ...header, started: '2020-01-01T00:00:00Z' })).toBe(true);
    expect(isSameRun(header, { ...header, adapter: 'a'.repeat(64) })).toBe(false);
    expect(isSameRun(header, { ...header, lists: { knownFailing: 'a'.repeat(64) } })).toBe(false);
    expect(isSameRun(header, { ...header, suite: { ...header.suite, digest: 'x' } })).toBe(false);
    expect(isSameRun(header, { ...header, validator: { ...header.validator, version: '2' } })).toBe(false);
  });

  it('knows another run by its crosswalk, in whatever order that stands', async () => {
    const { header } = await runTo(join(temporaryFolder(), 'results.ndjson'), validator());
    const coded = { ...header, codes: { 'PER-12': 'X1', 'PER-13': 'X2' }, levels: { 'PER-13': 'query' } } as const;
    expect(isSameRun(coded, { ...coded, codes: { 'PER-13': 'X2', 'PER-12': 'X1' } })).toBe(true);
    expect(isSameRun(coded, { ...coded, codes: { 'PER-12': 'X2', 'PER-13': 'X1' } })).toBe(false);
    expect(isSameRun(coded, { ...coded, levels: { 'PER-13': 'error' } })).toBe(false);
    expect(isSameRun(header, coded)).toBe(false);
  });

  it('refuses results of another choice of cases', async () => {
    const [first, second] = await run({ validator: validator() });
    if (!first || !second) throw new RangeError('no results');
    const earlier = [second, first];
    await expect(run({ validator: validator(), earlier })).rejects.toThrow(ValidatorUsageError);
  });

  it('refuses what is damaged before its end', async () => {
    const file = join(temporaryFolder(), 'results.ndjson');
    await runTo(file, validator());
    writeFileSync(`${file}.part`, readFileSync(file, 'utf8').replace('"type":"case"', '"type":"cas'));
    await expect(readEarlierResults(file)).rejects.toThrow(/results\.ndjson\.part line 2: is not JSON/);
  });
});

describe('run --resume', () => {
  it('after kill -9 at any point loses no case and counts none twice', async () => {
    const folder = temporaryFolder();
    const script = join(folder, 'slow.cjs');
    const log = join(folder, 'asked');
    writeFileSync(
      script,
      `const fs = require('node:fs');
       const text = fs.readFileSync(process.argv[2], 'utf8');
       fs.appendFileSync(${JSON.stringify(log)}, text + '\\n');
       const told = [{ rule: 'PER-09', level: 'error', path: ${JSON.stringify(sexPath)} }];
       console.log(JSON.stringify({ findings: text.startsWith('lacks') ? told : [] }));`,
    );
    const file = join(folder, 'results.ndjson');
    const args = [resolve('bin/sen2kit'), 'run', '--suite', suiteFolder, '--jobs', '2', '--resume'];
    args.push('--validator', `cmd:"${process.execPath}" "${script}" {file}`, '--report', `ndjson=${file}`);
    const start = () => spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    for (const least of [1, 4000, 9000]) {
      const child = start();
      while (child.exitCode === null && !(existsSync(`${file}.part`) && statSync(`${file}.part`).size > least))
        await wait(10);
      child.kill('SIGKILL');
      await once(child, 'close');
      expect(existsSync(file)).toBe(false);
    }
    // What it was just writing may be cut off in the middle.
    truncateSync(`${file}.part`, statSync(`${file}.part`).size - 7);
    appendFileSync(log, '');
    const last = start();
    const [code] = (await once(last, 'close')) as [number];
    expect(code).toBe(0);
    const { cases, footer } = await readResults(file);
    expect(cases.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(suite.cases.map(({ id }) => `${id} match`));
    expect(footer?.counts.match).toBe(50);
  }, 60_000);
});
