import fc from 'fast-check';
import { ResultsError } from '../../../conformance/report/index.js';
import {
  checkStatement,
  parseStatement,
  pemOf,
  resultsOfStatement,
  signStatement,
  StatementError,
  type Check,
  type Evidence,
  type SignedStatement,
  type Statement,
} from '../../../conformance/statement/index.js';
import { removeFolders } from '../tiny-suite.js';
import { keys, makeSample, otherKeys, type Sample } from './sample.js';

let sample: Sample;
let evidence: Evidence;
beforeAll(async () => {
  sample = await makeSample();
  evidence = { results: sample.results, rebuilt: sample.rebuilt, given: null, key: keys.publicKey };
});
afterAll(removeFolders);

const textOf = (signed: unknown): string => JSON.stringify(signed, null, 2);
const short = (checks: readonly Check[]): string[] => checks.filter((one) => !one.holds).map((one) => one.what);

/** What falls short, or that the statement is not even read. */
function verify(text: string, more: Partial<Evidence> = {}): string[] {
  try {
    return short(checkStatement(parseStatement(text, 's'), { ...evidence, ...more }));
  } catch (error) {
    if (error instanceof StatementError) return ['damaged'];
    throw error;
  }
}

/** The statement changed, and signed again by the vendor: its figures alone can show that. */
function resigned(change: Partial<Statement>): string {
  return textOf(signStatement({ ...sample.signed.statement, ...change }, keys.privateKey));
}

describe('a statement', () => {
  it('holds in every part, whatever white space and order its file has', () => {
    expect(verify(textOf(sample.signed))).toEqual([]);
    const { statement, ...rest } = sample.signed;
    const turned = Object.fromEntries(Object.entries(statement).reverse());
    expect(verify(JSON.stringify({ ...rest, statement: turned }))).toEqual([]);
  });

  it('says what came of the suite', () => {
    const { statement } = sample.signed;
    expect(statement.rules.find(({ rule }) => rule === 'PER-09')).toMatchObject({ caught: 0, missed: 7 });
    expect(statement.rules.find(({ rule }) => rule === 'REQ-19')).toMatchObject({ caught: 1, missed: 0 });
    expect(statement.counts).toMatchObject({ missed: 7 });
    expect(statement.validator).toEqual({
      ...{ kind: 'cmd', name: 'cmd:check {file}', version: '1.2' },
      ...{ digest: null, granularity: 'path', levels: true },
    });
    expect(statement.openQuestions.map(({ id, reading, cases }) => [id, reading, cases])).toEqual([
      ['review-meeting-left-blank', 'Only where a ReviewOutcome is given.', 5],
      ['last-review-position-2025', 'After ReviewMeeting, before ReviewOutcome.', 1],
    ]);
    expect(statement.partial).toEqual([
      'The suite is a selection of the cases of its year, by PER-09.* REQ-19.second-as-first.',
    ]);
    expect(statement.results.ended).toBe(sample.results.results.footer?.ended);
  });

  it('holds the public half of the key and nothing of the private one', () => {
    const text = textOf(sample.signed);
    expect(sample.signed.signature.publicKey).toBe(pemOf(keys.publicKey));
    const { d = '' } = keys.privateKey.export({ format: 'jwk' });
    expect(d).toHaveLength(43);
    expect(text).not.toContain(d);
    expect(text).not.toContain(Buffer.from(d, 'base64url').toString('base64'));
  });

  it('is checked for its key only where one is given', () => {
    const what = (key: Evidence['key']): string[] =>
      checkStatement(sample.signed, { ...evidence, key }).map((one) => one.what);
    expect(what(null)).toEqual(what(keys.publicKey).filter((one) => one !== 'key'));
    expect(verify(textOf(sample.signed), { key: otherKeys.publicKey })).toEqual(['key']);
  });
});

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Paths to everything in a JSON value that holds nothing else. */
function leaves(value: Json, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Object.entries(value as Record<string, Json>);
  return inside.length === 0 ? [at] : inside.flatMap(([name, one]) => leaves(one, [...at, name]));
}

function changedAt(value: Json, [name, ...rest]: readonly string[], change: (leaf: Json) => Json): Json {
  if (name === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((one: Json, i) => (String(i) === name ? changedAt(one, rest, change) : one));
  const fields = value as Record<string, Json>;
  return { ...fields, [name]: changedAt(fields[name] ?? null, rest, change) };
}

/** Something else of the same kind, so that the form of the statement stands. */
function another(leaf: Json, n: number): Json {
  if (typeof leaf === 'number') return leaf + 1 + n;
  if (typeof leaf === 'boolean') return !leaf;
  if (typeof leaf === 'string') {
    const at = n % (leaf.length + 1);
    const character = leaf.charAt(at);
    return `${leaf.slice(0, at)}${character === '1' ? '2' : '1'}${leaf.slice(at + 1)}`;
  }
  return leaf === null ? 'something' : ['something'];
}

describe('a single change', () => {
  it('of any field is found', () => {
    const signed = JSON.parse(textOf(sample.signed)) as Json;
    const all = leaves(signed);
    expect(all.length).toBeGreaterThan(60);
    for (const path of all)
      expect([path, verify(textOf(changedAt(signed, path, (leaf) => another(leaf, 3))))]).not.toEqual([path, []]);
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat({ max: 500 }), (path, n) => {
        expect(verify(textOf(changedAt(signed, path, (leaf) => another(leaf, n))))).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('of any figure is found though the vendor signed it again, but for what it says of itself', () => {
    const statement = JSON.parse(textOf(sample.signed.statement)) as Json;
    for (const path of leaves(statement)) {
      const changed = changedAt(statement, path, (leaf) => another(leaf, 0)) as unknown as Statement;
      const isOwnWord = path[0] === 'vendor' || path[0] === 'kit';
      expect([path, verify(resigned(changed)).length > 0]).toEqual([path, !isOwnWord]);
    }
  });

  it('of any byte of the results is found', () => {
    const { bytes } = sample;
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(isFound(changed)).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(isFound(bytes)).toBe(false);
    expect(isFound(bytes.slice(0, -1))).toBe(true);
  });

  it('of the verdict of a line is found in its figures too', () => {
    const text = Buffer.from(sample.bytes).toString('utf8');
    const better = text.replace('"verdict":"missed"', '"verdict":"match"');
    expect(() => resultsOfStatement(Buffer.from(better), 'r')).toThrow(ResultsError);
    const footless = better.slice(0, better.lastIndexOf('{"type":"footer"'));
    const found = verify(textOf(sample.signed), { results: resultsOfStatement(Buffer.from(footless), 'r') });
    expect(found).toEqual(
      expect.arrayContaining(['results file', 'counts by verdict', 'result by rule', 'dates and number of cases']),
    );
  });

  function isFound(bytes: Uint8Array): boolean {
    try {
      return verify(textOf(sample.signed), { results: resultsOfStatement(bytes, 'r') }).includes('results file');
    } catch (error) {
      return error instanceof ResultsError;
    }
  }
});

describe('a statement that was tampered with', () => {
  const changed = (signature: Partial<SignedStatement['signature']>): string =>
    textOf({ ...sample.signed, signature: { ...sample.signed.signature, ...signature } });

  it('has the signature of another', () => {
    const other = signStatement({ ...sample.signed.statement, kit: '9' }, keys.privateKey);
    expect(verify(changed({ value: other.signature.value }))).toEqual(['signature']);
  });

  it('has the key of another', () => {
    expect(verify(changed({ publicKey: pemOf(otherKeys.publicKey) }))).toEqual(['signature', 'key']);
    const forged = signStatement(sample.signed.statement, otherKeys.privateKey);
    expect(verify(textOf(forged))).toEqual(['key']);
    expect(verify(textOf(forged), { key: null })).toEqual([]);
  });

  it.each<[string, () => string]>([
    ['is cut off', () => textOf(sample.signed).slice(0, -2)],
    ['is empty', () => ''],
    ['is a list', () => '[]'],
    ['has a field twice', () => textOf(sample.signed).replace('"kit":', '"kit": "0", "kit":')],
    [
      'hides nesting without end',
      () => textOf(sample.signed).replace('"kit":', `"kit": ${'['.repeat(50_000)}${']'.repeat(50_000)}, "kit":`),
    ],
    ['has a field more beside', () => textOf({ ...sample.signed, approvedBy: 'DfE' })],
    ['has a field more inside', () => textOf({ ...sample.signed, statement: { ...sample.signed.statement, more: 1 } })],
    ['has another format', () => textOf({ ...sample.signed, format: 2 })],
    ['has its signature written otherwise', () => changed({ value: sample.signed.signature.value.slice(0, 84) })],
    ['has its key written otherwise', () => changed({ publicKey: pemOf(keys.publicKey).trimEnd() })],
    [
      'has a private key in it',
      () => changed({ publicKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }),
    ],
  ])('%s', (_, text) => {
    expect(verify(text())).toEqual(['damaged']);
  });

  it('leaves out that it is partial, or what it does not say', () => {
    expect(verify(resigned({ partial: null }))).toEqual(['whole or partial']);
    expect(verify(resigned({ doesNotSay: [] }))).toEqual(['what it does not say']);
    expect(verify(resigned({ openQuestions: [] }))).toEqual(['open questions']);
  });
});

describe('the suite of a statement', () => {
  const notBuilt = { kind: 'not-built', why: 'it was built by sen2kit 9 and this is 0' } as const;

  it('that cannot be built again is not verified, unless a copy of it is given', () => {
    const without = checkStatement(sample.signed, { ...evidence, rebuilt: notBuilt });
    expect(short(without)).toEqual(['suite', 'cases', 'what the suite is', 'whole or partial', 'open questions']);
    expect(without.find((one) => one.what === 'suite')?.says).toMatch(
      /cannot be built again with this version.*sen2kit 9/,
    );
    expect(short(checkStatement(sample.signed, { ...evidence, rebuilt: notBuilt, given: sample.facts }))).toEqual([]);
  });

  it('is not another one that was given', () => {
    const given = { ...sample.facts, manifest: { ...sample.facts.manifest, sha256: 'a'.repeat(64) } };
    expect(short(checkStatement(sample.signed, { ...evidence, given }))).toEqual(['suite']);
    expect(short(checkStatement(sample.signed, { ...evidence, rebuilt: notBuilt, given }))).toContain('suite');
  });

  it('has every case of the results', () => {
    const { cases } = sample.facts;
    const [first = ''] = cases.keys();
    const fewer = { ...sample.facts, cases: new Map([...cases].filter(([id]) => id !== first)) };
    const rebuilt = { kind: 'built', facts: fewer } as const;
    expect(short(checkStatement(sample.signed, { ...evidence, rebuilt }))).toContain('cases');
  });
});
