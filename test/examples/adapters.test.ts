import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { adapterReader, readAdapter, type AdapterReader } from '../../conformance/adapt/index.js';
import { judge, type Answer, type Judgement } from '../../conformance/judge/index.js';
import { memorySink } from '../conformance/memory-sink.js';
import { commandValidator, parseCommandTemplate, runSuite } from '../../conformance/run/index.js';
import { readSuite, toExpected, writeSuite, type ExpectedFinding } from '../../conformance/suite/index.js';
import { bytesSource, validate } from '../../src/validate/index.js';
import { makeCase, makeExpectation, removeFolders, temporaryFolder } from '../conformance/tiny-suite.js';

afterAll(removeFolders);

const root = resolve('examples/adapters');
const file = join(root, 'return.xml');
const request = { file, year: 2025 };

/** What the reference validator finds in the return that the samples are made from. */
const { findings } = validate(bytesSource(readFileSync(file)), { year: 2025 });

const readerOf = async (name: string): Promise<AdapterReader> =>
  adapterReader(await readAdapter(join(root, name, 'adapter.json')));

function sampleOf(name: string, reader: AdapterReader): string {
  const folder = join(root, name);
  const sample = readdirSync(folder).find((one) => one.startsWith('sample-output')) ?? '';
  return reader.decode(readFileSync(join(folder, sample)));
}

/** The answer held against what is expected of the return, as if its parent were clean. */
function judged(reader: AdapterReader, answer: Answer, expected: readonly ExpectedFinding[]): Judgement {
  const tiny = { id: 'example', rule: 'PER-13', findings: expected };
  return judge({
    case: { ...makeCase(tiny), year: 2025 },
    expectation: makeExpectation(tiny),
    answer,
    parentAnswer: null,
    capabilities: reader.capabilities,
  });
}

describe('the adapters of the examples', () => {
  it.each<[string, string[]]>([
    ['collect-errors', ['PER-09', 'PER-11', 'PER-13', 'PLC-08']],
    ['d2i-validator', ['PER-09', 'PER-11', 'PLC-08']],
    ['xsd', ['PER-09', 'VAL-SENneed.SENtype']],
    ['plain-text', ['PER-11', 'PER-13']],
  ])('%s: its sample is what is expected of the return, in the rules that it has codes for', async (name, rules) => {
    const reader = await readerOf(name);
    const answer = await reader.readText(sampleOf(name, reader), request);
    const { verdict, why, expected } = judged(reader, answer, findings.map(toExpected));
    expect(why).toBeNull();
    expect(verdict).toBe('match');
    expect(expected.map(({ rule }) => rule).sort()).toEqual(rules);
  });

  it.each(['collect-errors', 'd2i-validator', 'xsd', 'plain-text'])(
    '%s: half of its sample misses something, and the rest of it has false alarms where nothing is expected',
    async (name) => {
      const reader = await readerOf(name);
      const answer = await reader.readText(sampleOf(name, reader), request);
      if (answer.kind !== 'findings') throw new Error(answer.why);
      const half = { ...answer, findings: answer.findings.slice(0, 1) };
      expect(judged(reader, half, findings.map(toExpected)).verdict).toBe('missed');
      expect(judged(reader, answer, []).verdict).toBe('false-alarm');
    },
  );

  it.each([
    ['collect-errors', 'PLC-17'],
    ['d2i-validator', 'PER-13'],
    ['xsd', 'PLC-08'],
  ])('%s: has no code for %s', async (name, rule) => {
    const reader = await readerOf(name);
    const expected = [{ rule, level: 'error', path: '/Message/Persons/Person[1]/UPN', person: 1 }] as const;
    const { verdict, why } = judged(reader, { kind: 'findings', findings: [] }, expected);
    expect([verdict, why]).toEqual(['unsupported', `the adapter names no code for ${rule}`]);
  });

  it('are cut off without the line that sums up: could-not-run', async () => {
    for (const name of ['plain-text', 'xsd']) {
      const reader = await readerOf(name);
      const cut = sampleOf(name, reader).trimEnd().split('\n').slice(0, -1).join('\n');
      expect((await reader.readText(cut, request)).kind).toBe('could-not-run');
    }
  });

  it.each(['d2i-validator', 'plain-text'])('%s: the stand-in prints the sample', (name) => {
    const { stdout } = spawnSync(process.execPath, [join(root, name, 'stand-in.mjs'), file], { encoding: 'utf8' });
    const sample = readdirSync(join(root, name)).find((one) => one.startsWith('sample-output')) ?? '';
    expect(stdout).toBe(readFileSync(join(root, name, sample), 'utf8'));
  });
});

describe('a stand-in put to a suite', () => {
  it.each([
    ['d2i-validator', ['PLC-08.ceased*', 'PLC-08.on-entry-day', 'PER-09.*-person', 'PER-13.*-person']],
    [
      'plain-text',
      ['PER-13.temporary*', 'PER-13.check-letter-a', 'PER-12.too-*', 'PER-11.*-person', 'PER-09.*-person'],
    ],
  ])(
    '%s: is right in the rules that it has codes for, and not asked about the last of these',
    async (name, select) => {
      const folder = temporaryFolder();
      writeSuite(folder, { year: 2025, seed: '1', kit: '0', select });
      const suite = await readSuite(folder);
      const reader = await readerOf(name);
      const template = parseCommandTemplate(`'${process.execPath}' '${join(root, name, 'stand-in.mjs')}' {file}`);
      const { results, sink } = memorySink();
      await runSuite(suite, commandValidator(template, { reader }), { kit: '0', jobs: 2, timeoutMs: 30_000 }, sink);
      const wrong = results.filter(({ verdict }) => verdict !== 'match' && verdict !== 'unsupported');
      expect(wrong.map(({ id, verdict, why }) => [id, verdict, why])).toEqual([]);
      const broken = results.filter(({ kind }) => kind === 'broken');
      expect(broken.filter(({ verdict }) => verdict === 'match').length).toBeGreaterThan(5);
      const lacking = select.at(-1)?.slice(0, 6);
      expect([...new Set(broken.filter(({ verdict }) => verdict === 'unsupported').map(({ rule }) => rule))]).toEqual([
        lacking,
      ]);
    },
    30_000,
  );
});
