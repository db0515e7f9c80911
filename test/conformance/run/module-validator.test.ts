import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Answer } from '../../../conformance/judge/index.js';
import {
  ValidatorUsageError,
  kitReader,
  moduleValidator,
  withTimeout,
  type AnswerReader,
  type ModuleOptions,
  type Validator,
} from '../../../conformance/run/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';

const folder = temporaryFolder();
const validators: Validator[] = [];
afterAll(async () => {
  await Promise.all(validators.map((one) => one.close()));
  removeFolders();
});

let files = 0;

function write(text: string, extension: string): string {
  const file = join(folder, `${String((files += 1))}.${extension}`);
  writeFileSync(file, text);
  return file;
}

async function load(text: string, options: ModuleOptions = {}, extension = 'mjs'): Promise<Validator> {
  const validator = await moduleValidator(write(text, extension), options);
  validators.push(validator);
  return validator;
}

/** A module that does what the file it is given says. */
const obedient = `
  import { readFileSync } from 'node:fs';
  import { threadId } from 'node:worker_threads';
  let calls = 0;
  export async function validate({ file, year, signal }) {
    calls += 1;
    const AsyncFunction = validate.constructor;
    return new AsyncFunction('year', 'signal', 'calls', 'threadId', readFileSync(file, 'utf8'))(year, signal, calls, threadId);
  }`;

function ask(validator: Validator, body: string, ms = 20_000, year = 2025): Promise<Answer> {
  return withTimeout(validator, ms).validate({ file: write(body, 'xml'), year });
}

function why(answer: Answer): string {
  if (answer.kind !== 'could-not-run') throw new Error(`not could-not-run: ${JSON.stringify(answer)}`);
  return answer.why;
}

const none: Answer = { kind: 'findings', findings: [] };
const clean = 'return { findings: [] };';
const found = `{ findings: [{ rule: 'PER-13' }] }`;
const per13: Answer = { kind: 'findings', findings: [{ rule: 'PER-13' }] };

describe('a module that writes to the port of its thread', () => {
  const why0 = 'it wrote to the port of its thread, parentPort, which is for the kit alone';
  const posting = (posts: string): string => `
    import { parentPort } from 'node:worker_threads';
    let calls = 0;
    export function validate({ file }) { if (file.endsWith('.txt')) { ${posts} } return ${found}; }`;

  it.each([
    'null',
    '7',
    '"loaded"',
    '{}',
    '[]',
    '{ kind: "other" }',
    '{ kind: "answer", id: "1", json: "{}" }',
    '{ kind: "answer", id: 1 }',
    '{ kind: "none", id: 1, why: {} }',
    '{ kind: "refused" }',
  ])('with %s loses that case, and no other', async (message) => {
    const validator = await load(posting(`parentPort.postMessage(${message});`));
    const hostile = await withTimeout(validator, 20_000).validate({ file: write('', 'txt'), year: 2025 });
    expect(why(hostile)).toBe(why0);
    expect(await ask(validator, '')).toEqual(per13);
  });

  it('with more than is taken, or no JSON, loses that case too', async () => {
    const message = '{ kind: "answer", id: 1, json: "x".repeat(2000) }';
    const small = await load(posting(`parentPort.postMessage(${message});`), { maxOutput: 1000 });
    expect(why(await withTimeout(small, 20_000).validate({ file: write('', 'txt'), year: 2025 }))).toBe(why0);
    const large = await load(posting(`parentPort.postMessage(${message});`));
    expect(why(await withTimeout(large, 20_000).validate({ file: write('', 'txt'), year: 2025 }))).toBe(
      'what it answered is not JSON',
    );
  });

  it('while it loads cannot be used', async () => {
    await expect(load(`${posting('')} parentPort.postMessage(null);`)).rejects.toThrow(`cannot be used: ${why0}`);
  });
});

describe('a module', () => {
  it.each<[string, string, string]>([
    ['by name', 'mjs', `export const validate = () => (${found});`],
    ['by name, with a promise', 'mjs', `export async function validate() { return ${found}; }`],
    ['on its default export', 'mjs', `export default { validate: () => (${found}) };`],
    ['as CommonJS', 'cjs', `exports.validate = () => (${found});`],
    ['as CommonJS, all in one', 'cjs', `module.exports = { validate: async () => (${found}) };`],
  ])('exports validate %s', async (_, extension, text) => {
    expect(await ask(await load(text, {}, extension), '')).toEqual(per13);
  });

  it('is found from the current folder and may import its neighbours', async () => {
    const inner = join(folder, 'a folder #1');
    mkdirSync(inner);
    writeFileSync(join(inner, 'answer.mjs'), `export const answer = ${found};`);
    const file = join(inner, 'v.mjs');
    writeFileSync(file, `import { answer } from './answer.mjs'; export const validate = () => answer;`);
    const validator = await moduleValidator(relative(process.cwd(), file));
    validators.push(validator);
    expect(await ask(validator, '')).toEqual(per13);
    expect(validator.identity).toEqual({ kind: 'module', name: `module:${relative(process.cwd(), file)}` });
    expect(validator.capabilities).toEqual({ granularity: 'path', levels: true });
  });

  it('may say what it is', async () => {
    const info = `export const info = { name: 'Mine', version: '2', granularity: 'person', levels: false, years: [2025] };`;
    const validator = await load(obedient + info);
    expect(validator.identity).toEqual({
      kind: 'module',
      name: expect.stringMatching(/^module:.*\.mjs$/) as string,
      title: 'Mine',
      version: '2',
    });
    expect(validator.capabilities).toEqual({ granularity: 'person', levels: false });
    expect(await ask(validator, clean)).toEqual(none);
    const other = { kind: 'unsupported', why: 'it does not know the year 2026; it knows 2025' };
    expect(await ask(validator, clean, 20_000, 2026)).toEqual(other);
    const reader: AnswerReader = { ...kitReader, capabilities: { granularity: 'rule', levels: true }, adapter: 'a1' };
    expect((await load(obedient + info, { reader })).capabilities).toEqual({ granularity: 'rule', levels: true });
  });

  it.each<[string, string, RegExp]>([
    [
      'a syntax error',
      'let one = 1;\nexport const validate = ;',
      /cannot be used: SyntaxError: Unexpected token ';'; node --check \/.*mjs shows where$/,
    ],
    [
      'no export',
      'export const check = 1;',
      /cannot be used: it exports no function validate, by name or on its default/,
    ],
    ['validate that is no function', 'export const validate = {};', /exports no function validate/],
    ['an error as it loads', `throw new TypeError('no\\nrules')`, /cannot be used: TypeError: no rules$/],
    [
      'an import that is not there',
      `import 'no-such-package';`,
      /cannot be used: Cannot find package 'no-such-package'/,
    ],
    ['an end of its process', 'process.exit(4)', /cannot be used: it ended its process with exit code 4$/],
    ['a loop as it loads', 'for (;;);', /cannot be used: it did not load within 0.5 s$/],
    ['a wrong info', `${obedient} export const info = { levels: 1 };`, /info that cannot be used: levels is neither/],
    ['an info that is none', `${obedient} export const info = 'me';`, /info that cannot be used: it is not an object/],
  ])('is refused with %s', async (what, text, reason) => {
    const refused = load(text, { loadMs: what.startsWith('a loop') ? 500 : 20_000 });
    await expect(refused).rejects.toThrow(ValidatorUsageError);
    await expect(refused).rejects.toThrow(reason);
    await expect(refused).rejects.toThrow(/^module:[^\n]*$/);
  });

  it('is refused where there is no file', async () => {
    await expect(moduleValidator('no/such.mjs')).rejects.toThrow(/^module:no\/such.mjs: there is no such file$/);
    await expect(moduleValidator(folder)).rejects.toThrow(ValidatorUsageError);
  });
});

describe('what it returns', () => {
  it('is given to the reader as JSON has it, with what it wrote to standard error', async () => {
    const reader: AnswerReader = {
      ...kitReader,
      readValue: (value, { year }) =>
        Promise.resolve({ kind: 'findings', findings: [{ rule: JSON.stringify([value, year]) }] }),
    };
    const validator = await load(obedient, { reader });
    const body = `console.error('hm'); console.log('not for you'); return { a: new Date(0), b: undefined, year };`;
    const rule = '[{"a":"1970-01-01T00:00:00.000Z","year":2025},2025]';
    expect(await ask(validator, body)).toEqual({ kind: 'findings', findings: [{ rule }], stderr: 'hm\n' });
    expect(await ask(validator, 'return [];')).toEqual({ kind: 'findings', findings: [{ rule: '[[],2025]' }] });
  });

  it.each<[string, RegExp]>([
    ['', /^it returned undefined, which is no JSON value$/],
    ['return () => 1;', /^it returned function, which is no JSON value$/],
    ['const a = {}; a.a = a; return a;', /^what it returned is no JSON value: Converting circular/],
    ['return 10n;', /^what it returned is no JSON value: .*BigInt/],
    [`return 'x'.repeat(2000);`, /^it returned more than 1000 characters of JSON$/],
    ['return { finding: 1 };', /findings is not a list$/],
    ['return null;', /is not an object$/],
    [`throw new RangeError('out of\\n range');`, /^it threw RangeError: out of range$/],
    [`throw 'text';`, /^it threw text$/],
    ['throw null;', /^it threw null$/],
  ])('could not be run: %s', async (body, reason) => {
    const validator = await load(obedient, { maxOutput: 1000 });
    expect(why(await ask(validator, body))).toMatch(reason);
    expect(await ask(validator, 'return { findings: [{ rule: String(calls) }] };')).toEqual({
      kind: 'findings',
      findings: [{ rule: '2' }],
    });
  });
});

describe('a fault costs its own case alone', () => {
  it.each<[string, string, RegExp]>([
    ['it ends its process', 'process.exit(3);', /^it ended its process with exit code 3$/],
    [
      'it throws later',
      `setTimeout(() => { throw new Error('later') }, 1); await new Promise(() => {});`,
      /^an error in it was caught by nothing: later$/,
    ],
    [
      'it rejects and nobody looks',
      `Promise.reject(new Error('lost')); await new Promise(() => {});`,
      /caught by nothing: lost$/,
    ],
    ['it never returns', 'for (;;);', /^it gave no answer within 0.4 s$/],
    ['it never answers', 'await new Promise(() => {});', /^it gave no answer within 0.4 s$/],
  ])('%s', async (what, body, reason) => {
    const validator = await load(obedient);
    expect(await ask(validator, clean)).toEqual(none);
    expect(why(await ask(validator, body, what.startsWith('it never') ? 400 : 20_000))).toMatch(reason);
    // Fresh threads: what was under way is never mixed with what comes after.
    const next = await Promise.all([
      ask(validator, 'return { findings: [{ rule: String(calls) }] };'),
      ask(validator, clean),
    ]);
    expect(next).toEqual([{ kind: 'findings', findings: [{ rule: '1' }] }, none]);
  });

  it('one that never returns does so no longer', async () => {
    const note = join(folder, 'beats');
    writeFileSync(note, '');
    const fs = `const { appendFileSync } = await import('node:fs');`;
    const validator = await load(obedient);
    await ask(validator, `${fs} for (;;) appendFileSync(${JSON.stringify(note)}, '.');`, 300);
    // The answer is there before the thread has had its time to let go of things.
    expect(await ask(validator, clean)).toEqual(none);
    await new Promise((settle) => setTimeout(settle, 100));
    const beats = statSync(note).size;
    expect(beats).toBeGreaterThan(0);
    await new Promise((settle) => setTimeout(settle, 100));
    expect(statSync(note).size).toBe(beats);
  });

  it('one that heeds its signal is not asked for the next case while it winds up', async () => {
    const validator = await load(obedient);
    const heeds = `await new Promise((go) => signal.addEventListener('abort', go)); return { findings: [{ rule: 'LATE' }] };`;
    expect(why(await ask(validator, heeds, 200))).toBe('it gave no answer within 0.2 s');
    const slow = `await new Promise((go) => setTimeout(go, 400)); return { findings: [{ rule: String(calls) }] };`;
    expect(await ask(validator, slow)).toEqual({ kind: 'findings', findings: [{ rule: '1' }] });
  });

  it('is not run once the run has ended', async () => {
    const validator = await load(obedient);
    const answer = await validator.validate({ file: write(clean, 'xml'), year: 2025 }, AbortSignal.abort());
    expect(why(answer)).toBe('it was stopped');
  });
});

describe('several threads', () => {
  it('work at once, each at one case', async () => {
    const validator = await load(obedient, { processes: 3 });
    const slow = 'await new Promise((go) => setTimeout(go, 100)); return { findings: [{ rule: String(threadId) }] };';
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(validator, slow)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(3);
  });
});
