import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { adapterReader, readAdapter } from '../../../conformance/adapt/index.js';
import { learn, learnedAdapter, probeCases, type Learned } from '../../../conformance/learn/index.js';
import type { ReportedFinding } from '../../../conformance/judge/index.js';
import { answersTo, runSuite, type ValidationRequest, type Validator } from '../../../conformance/run/index.js';
import { buildCases } from '../../../conformance/suite/index.js';
import { rulesIn } from '../../../src/rules/index.js';
import { fileSource, validate, type Finding } from '../../../src/validate/index.js';
import { makeManifest, removeFolders, temporaryFolder } from '../tiny-suite.js';

import.meta.jest.setTimeout(60_000);
afterAll(removeFolders);

const year = 2025;
const key = { kit: '0', year, seed: '1' };
const options = { ...key, jobs: 1, timeoutMs: 10_000, cases: probeCases(key) };
const ids = rulesIn(year).map(({ id }) => id);

type Say = (finding: Finding, all: readonly Finding[]) => readonly ReportedFinding[];

const known = new Map<string, readonly Finding[]>();

/** What the reference finds; a file has the same name whenever it is put. */
function findingsIn({ file, year: asked }: ValidationRequest): readonly Finding[] {
  const found = known.get(basename(file)) ?? validate(fileSource(file), { year: asked }).findings;
  known.set(basename(file), found);
  return found;
}

/** The reference, saying what it finds in words of its own. */
function reference(say: Say, always: readonly ReportedFinding[] = []): Validator {
  return {
    identity: { kind: 'test', name: 'test' },
    capabilities: { granularity: 'path', levels: true },
    validate: (request) => {
      const findings = findingsIn(request);
      return Promise.resolve({
        kind: 'findings',
        findings: [...always, ...findings.flatMap((one) => say(one, findings))],
      });
    },
    close: () => Promise.resolve(),
  };
}

/** A code for each rule that is like none of them, in another order. */
const scrambled = (rule: string): string => `E${(ids.indexOf(rule) * 7919) % 1009}`;
const words = { error: 'F', query: 'W' } as const;

function meanings({ codes }: Learned): Record<string, string[]> {
  return Object.fromEntries([...codes.codes].map(([code, rules]) => [code, rules.map(({ rule }) => rule).sort()]));
}

describe('learn', () => {
  it('recovers every rule of the reference under scrambled codes, its places and its levels', async () => {
    const told = reference(({ rule, level, path }) => [{ rule: scrambled(rule), level: words[level], path }]);
    const learned = await learn(told, options);
    expect(meanings(learned)).toEqual(Object.fromEntries(ids.map((id) => [scrambled(id), [id]])));
    expect(learned.codes).toMatchObject({ summary: [], unclear: [], unmapped: [] });
    expect(Math.min(...[...learned.codes.codes.values()].flat().map(({ share }) => share))).toBe(1);
    expect(learned.places).toEqual({ granularity: 'path', share: 1 });
    expect(learned.levels).toEqual({ F: 'error', W: 'query' });
    expect([learned.unanswered, learned.answered > 1000]).toEqual([0, true]);
  });

  it('tells codes that stand for several rules and rules with several codes, persons and no levels', async () => {
    // All rules about needs under one code, each unusable value by how long it is, and a noise that every file has.
    const code = ({ rule, value }: Finding): string => {
      if (/^PLC-2[4-8]$/.test(rule)) return 'NEEDS';
      if (rule === 'VAL-Person.Sex') return (value ?? '').length > 1 ? 'SEX-LONG' : 'SEX-SHORT';
      return scrambled(rule);
    };
    const noise = [{ rule: 'HELLO', level: 'I', person: 1 }];
    const told = reference(
      (one) => [{ rule: code(one), level: 'I', ...(one.person && { person: one.person.index }) }],
      noise,
    );
    const learned = await learn(told, options);
    const codes = meanings(learned);
    expect(codes['NEEDS']).toEqual(['PLC-24', 'PLC-25', 'PLC-26', 'PLC-27', 'PLC-28']);
    expect([codes['SEX-LONG'], codes['SEX-SHORT']]).toEqual([['VAL-Person.Sex'], ['VAL-Person.Sex']]);
    expect(learned.codes).toMatchObject({ summary: [], unclear: [], unmapped: [] });
    expect(codes).not.toHaveProperty('HELLO');
    expect([learned.places.granularity, learned.levels]).toEqual(['person', undefined]);
  });

  it('leaves a code aside that comes with any fault, and says what it cannot place', async () => {
    const told = reference((one, all) => [
      ...(one.rule === 'PER-13' ? [] : [{ rule: scrambled(one.rule), path: '/Message' }]),
      ...(all[0] === one ? [{ rule: 'FILE-HAS-FAULTS', path: '/Message' }] : []),
    ]);
    const learned = await learn(told, options);
    expect(learned.codes.summary).toEqual(['FILE-HAS-FAULTS']);
    expect(learned.codes.unmapped).toEqual(['PER-13']);
    expect(learned.places.granularity).toBe('rule');
  });

  it('says that nothing was answered, and why', async () => {
    const mute: Validator = {
      ...reference(() => []),
      validate: () => Promise.resolve({ kind: 'could-not-run', why: 'no' }),
    };
    expect(await learn(mute, options)).toMatchObject({ answered: 0, firstWhy: 'no', codes: { unmapped: [] } });
  });
});

describe('the adapter that is learned', () => {
  it('claims no more than its fields can tell', () => {
    const learned: Learned = {
      ...{ answered: 1, unanswered: 0, firstWhy: undefined, levels: undefined },
      codes: { codes: new Map(), summary: [], unclear: [], unmapped: [] },
      places: { granularity: 'path', share: 0.95 },
    };
    const granularity = (fields: object): string => {
      const base = { format: 1, name: 'b', output: { format: 'csv' }, fields, granularity: 'rule' } as const;
      return learnedAdapter(learned, { name: 'test', year, base }).granularity;
    };
    expect(granularity({ code: 'c', path: 'p' })).toBe('path');
    expect(granularity({ code: 'c', line: 'l', column: 'k' })).toBe('record');
    expect(granularity({ code: 'c', person: { upn: 'u' }, item: 'i' })).toBe('item');
    expect(granularity({ code: 'c' })).toBe('rule');
  });

  it('holds to its schema, and with it the validator matches every case', async () => {
    const say: Say = ({ rule, level, path }) => [{ rule: scrambled(rule), level: words[level], path }];
    const told = reference(say);
    const file = join(temporaryFolder(), 'adapter.json');
    const learned = learnedAdapter(await learn(told, options), { name: 'test', year, base: undefined });
    writeFileSync(file, JSON.stringify(learned, null, 2));
    const reader = adapterReader(await readAdapter(file));
    expect(reader.capabilities).toMatchObject({ granularity: 'path', levels: true });

    const built = buildCases({ ...options, select: ['PER-*', 'PLC-2*', 'RET-*'] });
    const answers = await answersTo(told, year, built, options, () => undefined);
    const byFile = new Map(built.map((one) => [one.case.file, answers.get(one.case.id)]));
    const adapted: Validator = {
      ...told,
      capabilities: reader.capabilities,
      validate: async (request) => {
        const answer = byFile.get(request.file.slice('/suite/'.length));
        return reader.readValue({ findings: answer?.kind === 'findings' ? answer.findings : [] }, request);
      },
    };
    const cases = built.map((one) => one.case);
    const wrong: string[] = [];
    await runSuite(
      {
        folder: '/suite',
        manifest: { ...makeManifest(cases, ''), year },
        cases,
        expectations: new Map(built.map((one) => [one.case.id, one.expectation])),
      },
      adapted,
      options,
      {
        start: () => undefined,
        result: ({ id, verdict, why }) => {
          if (verdict !== 'match') wrong.push(`${id} ${verdict} ${why ?? ''}`);
        },
        end: () => undefined,
      },
    );
    expect(cases.length).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });
});
