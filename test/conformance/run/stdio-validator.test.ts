import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../../conformance/judge/index.js';
import {
  ValidatorUsageError,
  kitReader,
  parseCommandWords,
  runSuite,
  stdioValidator,
  withTimeout,
  type AnswerReader,
  type StdioOptions,
  type Validator,
} from '../../../conformance/run/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import { error, removeFolders, sexPath, temporaryFolder, writeSuite, type TinyCase } from '../tiny-suite.js';
import { isThere, untilGone } from './until-gone.js';

const folder = temporaryFolder();
const open: Validator[] = [];
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
  removeFolders();
});

/** Does what the file it is given says, as a program; what it started as it notes by process id. */
const program = join(folder, 'fake.cjs');
writeFileSync(
  program,
  `
  const fs = require('node:fs');
  const [, , note, hello] = process.argv;
  fs.appendFileSync(note, process.pid + '\\n');
  const write = (text) => fs.writeSync(1, text);
  const say = (value) => write(JSON.stringify(value) + '\\n');
  let asked = 0;
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { cmd, id, year, file } = JSON.parse(line);
    if (cmd === 'start') write(hello + '\\n');
    else if (cmd === 'stop') { fs.appendFileSync(note, 'stopped\\n'); process.exit(0); }
    else {
      asked += 1;
      new Function('id', 'year', 'asked', 'say', 'write', 'require', fs.readFileSync(file, 'utf8'))(id, year, asked, say, write, require);
    }
  });`,
);

const hello = {
  protocol: 1,
  validator: { name: 'Fake', version: '3.1' },
  years: [2025, 2026],
  granularity: 'path',
  levels: true,
};

interface Fake {
  readonly validator: Validator;
  /** What the program noted: the id of each of its processes, and 'stopped'. */
  readonly notes: () => string[];
  readonly pids: () => number[];
}

let fakes = 0;

async function fake(options: StdioOptions = {}, said: object | string = hello): Promise<Fake> {
  const note = join(folder, `note${String((fakes += 1))}`);
  writeFileSync(note, '');
  const text = typeof said === 'string' ? said : JSON.stringify(said);
  const command = parseCommandWords(`'${process.execPath}' '${program}' '${note}' '${text}'`);
  const validator = await stdioValidator(command, options);
  open.push(validator);
  const notes = (): string[] => readFileSync(note, 'utf8').split('\n').filter(Boolean);
  return {
    validator,
    notes,
    pids: () =>
      notes()
        .filter((line) => line !== 'stopped')
        .map(Number),
  };
}

let files = 0;

/** A file that tells the fake what to do. */
function does(body: string): string {
  const file = join(folder, `${String((files += 1))}.xml`);
  writeFileSync(file, body);
  return file;
}

const clean = `say({ id, findings: [] });`;
const none: Answer = { kind: 'findings', findings: [] };

function ask({ validator }: Fake, body: string, ms = 20_000): Promise<Answer> {
  return withTimeout(validator, ms).validate({ file: does(body), year: 2025 });
}

function why(answer: Answer): string {
  if (answer.kind !== 'could-not-run') throw new Error(`not could-not-run: ${JSON.stringify(answer)}`);
  return answer.why;
}

describe('the hello', () => {
  it('says what the validator is and can do', async () => {
    const { validator } = await fake({}, { ...hello, granularity: 'record', levels: false });
    expect(validator.identity).toMatchObject({ kind: 'stdio', name: 'Fake', version: '3.1' });
    expect(validator.identity.command?.[1]).toBe(program);
    expect(validator.capabilities).toEqual({ granularity: 'record', levels: false });
  });

  it('counts less than an adapter', async () => {
    const reader: AnswerReader = { ...kitReader, capabilities: { granularity: 'rule', levels: false }, adapter: 'a1' };
    expect((await fake({ reader })).validator.capabilities).toEqual({ granularity: 'rule', levels: false });
    const plain = { ...reader, adapter: null };
    expect((await fake({ reader: plain })).validator.capabilities).toEqual({ granularity: 'path', levels: true });
  });

  it('takes a byte order mark, Windows line ends and characters that disturb a terminal', async () => {
    const said = `\uFEFF${JSON.stringify({ ...hello, validator: { name: 'A\u001b[2J\nB' } })}\r`;
    const { validator } = await fake({}, said);
    expect(validator.identity.name).toBe('A [2J B');
  });

  it.each<[string, object | string, RegExp]>([
    ['rubbish', 'Welcome to v1', /not a JSON object: Welcome to v1$/],
    ['a list', '[]', /not a JSON object/],
    ['no protocol', { validator: {} }, /its first line is no hello: there is no protocol in it$/],
    ['protocol 2', { ...hello, protocol: 2 }, /it speaks protocol 2, and this kit speaks 1$/],
    ['protocol "1"', { ...hello, protocol: '1' }, /it speaks protocol "1"/],
    ['no validator', { ...hello, validator: null }, /validator is not an object$/],
    ['no name', { ...hello, validator: {} }, /name is not text$/],
    ['an empty name', { ...hello, validator: { name: ' ' } }, /its name is empty$/],
    ['no years', { ...hello, years: [] }, /years is empty$/],
    ['years as text', { ...hello, years: ['2025'] }, /years are not whole numbers$/],
    ['an unknown granularity', { ...hello, granularity: 'cell' }, /granularity is none of file, rule/],
    ['no levels', { ...hello, levels: 'yes' }, /levels is neither true nor false$/],
    ['a line that is too long', 'x'.repeat(3000), /it wrote a line of more than 2000 bytes$/],
  ])('is refused: %s', async (_, said, reason) => {
    const refused = fake({ maxOutput: 2000 }, said);
    await expect(refused).rejects.toThrow(ValidatorUsageError);
    await expect(refused).rejects.toThrow(reason);
    await expect(refused).rejects.toThrow(/^stdio:[^\n]* could not be started: [^\n]*$/);
  });

  it.each<[string, string, RegExp]>([
    ['a program that is not there', 'no-such-program', /: the program no-such-program was not found$/],
    ['a file that is none', `'${program}'`, /may not be run/],
    ['one that ends', `'${process.execPath}' -e "process.exitCode = 3"`, /it ended with exit code 3$/],
    [
      'one that ends and says why',
      `'${process.execPath}' -e "console.error('no rules\\nno licence\\n'); process.exitCode = 1"`,
      /exit code 1; the last it wrote to standard error: no licence$/,
    ],
    ['one that says nothing', `'${process.execPath}' -e "setInterval(() => {}, 1000)"`, /no hello within 0.4 s$/],
  ])('is needed: %s', async (_, command, reason) => {
    const helloMs = command.includes('setInterval') ? 400 : 20_000;
    const refused = stdioValidator(parseCommandWords(command), { helloMs });
    await expect(refused).rejects.toThrow(ValidatorUsageError);
    await expect(refused).rejects.toThrow(reason);
  });

  it('is waited for no longer than asked', async () => {
    const command = parseCommandWords(`'${process.execPath}' -e "setInterval(() => {}, 1000)"`);
    const refused = stdioValidator(command, { signal: AbortSignal.timeout(200) });
    await expect(refused).rejects.toThrow(/could not be started: it was stopped$/);
  });
});

describe('an answer', () => {
  it('is findings, unsupported or an error', async () => {
    const it = await fake();
    const found = `say({ id, findings: [{ rule: 'PER-13', level: 'error', path: '/a', person: { index: 2 }, line: 4 }] });`;
    const findings = [{ rule: 'PER-13', level: 'error', path: '/a', person: 2 }];
    expect(await ask(it, found)).toEqual({ kind: 'findings', findings });
    expect(await ask(it, `say({ id, unsupported: 'no\\nCSV' });`)).toEqual({ kind: 'unsupported', why: 'no CSV' });
    expect(why(await ask(it, `say({ id, error: 'out of paper' });`))).toBe('it reported an error: out of paper');
    expect(why(await ask(it, `say({ id, findings: [{}] });`))).toMatch(/a finding has no rule/);
    expect(it.pids()).toHaveLength(1);
  });

  it('is for the file and the year that were sent', async () => {
    const it = await fake();
    const told = await ask(it, `say({ id, findings: [{ rule: JSON.stringify([id, year]) }] });`);
    expect(told).toEqual({ kind: 'findings', findings: [{ rule: '["1",2025]' }] });
  });

  it('is unsupported for a year that the validator does not know, which is not sent', async () => {
    const { validator } = await fake();
    const answer = await validator.validate({ file: does('process.exit(1)'), year: 2023 });
    expect(answer).toEqual({ kind: 'unsupported', why: 'it does not know the year 2023; it knows 2025, 2026' });
  });

  it('may come in pieces, several in one, and with empty lines between', async () => {
    const it = await fake();
    const slowly = `const text = JSON.stringify({ id, findings: [{ rule: 'é' }] }) + '\\n\\n';
      const bytes = Buffer.from(text); let at = 0;
      (function next() { if (at < bytes.length) { require('node:fs').writeSync(1, bytes, at++, 1); setTimeout(next, 1); } })();`;
    expect(await ask(it, slowly)).toEqual({ kind: 'findings', findings: [{ rule: 'é' }] });
    expect(await ask(it, clean)).toEqual(none);
  });

  it('has what came to standard error since the case began, whichever came first, which means nothing', async () => {
    const it = await fake();
    const loud = (text: string): string => `require('node:fs').writeSync(2, ${JSON.stringify(text)}); ${clean}`;
    for (let n = 0; n < 50; n++) expect(await ask(it, loud(`error ${n}`))).toEqual({ ...none, stderr: `error ${n}` });
    expect(await ask(it, clean)).toEqual(none);
    const long = await ask(it, loud('x'.repeat(9000) + 'end'));
    expect(long.kind === 'findings' && long.stderr?.length === 4000 && long.stderr.endsWith('xend')).toBe(true);
    const died = await ask(it, `require('node:fs').writeSync(2, 'boom'); process.exit(4)`);
    expect(died).toEqual({ kind: 'could-not-run', why: 'it ended with exit code 4', stderr: 'boom' });
  });

  it('is read by the reader, with what the adapter has in place of findings', async () => {
    const reader: AnswerReader = {
      ...kitReader,
      adapter: 'a1',
      readValue: (value, { year }) => Promise.resolve({ kind: 'unsupported', why: `${JSON.stringify(value)} ${year}` }),
    };
    const it = await fake({ reader });
    expect(await ask(it, `say({ id, problems: 3 });`)).toEqual({
      kind: 'unsupported',
      why: '{"id":"1","problems":3} 2025',
    });
  });
});

describe('a fault costs its own case alone', () => {
  it.each<[string, string, RegExp]>([
    ['it dies', 'process.exit(7)', /^it ended with exit code 7$/],
    ['it dies of a signal', `process.kill(process.pid, 'SIGSEGV')`, /^it was ended by SIGSEGV$/],
    ['it dies with half a line', `write('{"id":"'); process.exit(0)`, /^it ended with exit code 0 in the middle of a/],
    ['a line is not JSON', `write('checking...\\n'); ${clean}`, /^it wrote a line that is not a JSON object: checking/],
    ['a line is a list', `say([id])`, /not a JSON object/],
    ['an id was not asked about', `say({ id: '999', findings: [] }); ${clean}`, /the id "999", which it was not asked/],
    ['an id is a number', `say({ id: Number(id), findings: [] })`, /^the id of its answer is not text$/],
    ['there is no id', `say({ findings: [] })`, /^it wrote an answer without an id$/],
    ['a line is too long', `write('x'.repeat(300000))`, /^it wrote a line of more than 200000 bytes$/],
    ['an answer says nothing', `say({ id })`, /^its answer has neither findings, unsupported nor error$/],
    ['an answer says two things', `say({ id, findings: [], error: 'x' })`, /^its answer has findings and error, of/],
    ['it closes its output', `require('node:fs').closeSync(1)`, /^it closed its standard output$/],
  ])('%s', async (_, body, reason) => {
    const it = await fake({ maxOutput: 200_000 });
    expect(await ask(it, clean)).toEqual(none);
    expect(why(await ask(it, body))).toMatch(reason);
    expect(await ask(it, clean)).toEqual(none);
    expect(await ask(it, clean)).toEqual(none);
    const [first = 0, second = 0, ...more] = it.pids();
    expect([await untilGone(first), more]).toEqual([true, []]);
    expect(isThere(second)).toBe(true);
    await it.validator.close();
    expect(await untilGone(second)).toBe(true);
  });

  it('it hangs: it is ended with all its children', async () => {
    const it = await fake();
    const note = join(folder, 'grandchild');
    const hang = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      require('node:fs').writeFileSync(${JSON.stringify(note)}, String(child.pid));
      for (;;);`;
    expect(why(await ask(it, hang, 600))).toBe('it gave no answer within 0.6 s');
    expect(await untilGone(Number(readFileSync(note, 'utf8')))).toBe(true);
    expect(await untilGone(it.pids()[0] ?? 0)).toBe(true);
    expect(await ask(it, clean)).toEqual(none);
    expect(it.pids()).toHaveLength(2);
  });

  it('it dies and leaves a child that holds its output open', async () => {
    const it = await fake();
    const note = join(folder, 'left');
    const leave = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      require('node:fs').writeFileSync(${JSON.stringify(note)}, String(child.pid));
      process.exit(3);`;
    expect(why(await ask(it, leave))).toBe('it ended with exit code 3');
    expect(await untilGone(Number(readFileSync(note, 'utf8')))).toBe(true);
    expect(await ask(it, clean)).toEqual(none);
  });

  it('it takes no input: that costs the first case, and none where it was seen to work before', async () => {
    const deaf = join(folder, 'deaf.cjs');
    const text = JSON.stringify(hello);
    writeFileSync(deaf, `require('node:fs').closeSync(0); console.log('${text}'); setInterval(() => {}, 1000);`);
    const it = await stdioValidator(parseCommandWords(`'${process.execPath}' '${deaf}'`));
    open.push(it);
    expect(why(await it.validate({ file: does(''), year: 2025 }))).toBe('it closed its standard input');
    const closes = await fake();
    expect(await ask(closes, `require('node:fs').closeSync(0); ${clean}`)).toEqual(none);
    expect(await ask(closes, clean)).toEqual(none);
    expect(closes.pids()).toHaveLength(2);
  });

  it('what it writes between two cases costs the next, whenever it is noticed', async () => {
    const it = await fake();
    expect(await ask(it, `${clean} write('done\\n')`)).toEqual(none);
    expect(why(await ask(it, clean))).toMatch(/not a JSON object: done$/);
    expect(await ask(it, clean)).toEqual(none);
    expect(it.pids()).toHaveLength(2);
  });

  it('it ends between two cases, which costs none, whenever it is noticed', async () => {
    const it = await fake();
    expect(await ask(it, `${clean} process.exit(0)`)).toEqual(none);
    expect(await ask(it, `${clean} process.exit(1)`)).toEqual(none);
    expect(await untilGone(it.pids()[1] ?? 0)).toBe(true);
    await new Promise((settle) => setTimeout(settle, 50));
    expect(await ask(it, clean)).toEqual(none);
    expect(why(await ask(it, 'process.exit(0)'))).toBe('it ended with exit code 0');
    expect(it.pids()).toHaveLength(4);
  });
});

describe('an answer that comes twice', () => {
  it('counts once: the first, and never for another case', async () => {
    const it = await fake();
    const twice = `${clean} say({ id, findings: [{ rule: 'LATE' }] });`;
    expect(await ask(it, twice)).toEqual(none);
    expect(await ask(it, twice)).toEqual(none);
    const late = `say({ id: String(id - 1), findings: [{ rule: 'LATE' }] }); say({ id: '1', error: 'late' }); ${clean}`;
    expect(await ask(it, late)).toEqual(none);
    expect(it.validator.notes?.()).toEqual(['it answered 2 cases more than once; the first answers count']);
    expect(it.pids()).toHaveLength(1);
  });

  it('is not told where there is none', async () => {
    const it = await fake();
    await ask(it, clean);
    expect(it.validator.notes?.()).toEqual([]);
  });
});

describe('starting again', () => {
  it('ends after three starts in a row that came to nothing', async () => {
    const flag = join(folder, 'flag');
    const starts = join(folder, 'starts');
    const once = join(folder, 'once.cjs');
    writeFileSync(
      once,
      `const fs = require('node:fs'); fs.appendFileSync(${JSON.stringify(starts)}, '.');
       if (fs.existsSync(${JSON.stringify(flag)})) process.exit(9);
       fs.writeFileSync(${JSON.stringify(flag)}, '');
       console.log('${JSON.stringify(hello)}'); process.stdin.on('data', (bytes) => { if (/"validate"/.test(bytes)) process.exit(8); });`,
    );
    const validator = await stdioValidator(parseCommandWords(`'${process.execPath}' '${once}'`));
    open.push(validator);
    const reasons: string[] = [];
    for (let n = 0; n < 8; n++) reasons.push(why(await validator.validate({ file: does(''), year: 2025 })));
    const given = 'it is not started any more, since 3 starts in a row came to nothing: it ended with exit code 9';
    const died = 'it ended with exit code 9';
    expect(reasons).toEqual(['it ended with exit code 8', died, died, died, given, given, given, given]);
    expect(readFileSync(starts, 'utf8')).toBe('....');
  });

  it('goes on where fewer than three in a row came to nothing', async () => {
    const starts = join(folder, 'now and then');
    const some = join(folder, 'some.cjs');
    writeFileSync(
      some,
      `const fs = require('node:fs'); fs.appendFileSync(${JSON.stringify(starts)}, '.');
       if (fs.statSync(${JSON.stringify(starts)}).size % 3 !== 1) process.exit(9);
       console.log('${JSON.stringify(hello)}'); process.stdin.on('data', (bytes) => { if (/"validate"/.test(bytes)) process.exit(8); });`,
    );
    const validator = await stdioValidator(parseCommandWords(`'${process.execPath}' '${some}'`));
    open.push(validator);
    const codes: string[] = [];
    for (let n = 0; n < 7; n++) codes.push(why(await validator.validate({ file: does(''), year: 2025 })).slice(-1));
    expect(codes.join('')).toBe('8998998');
  });

  it('ends where it says hello each time and never answers', async () => {
    const it = await fake();
    const reasons: string[] = [];
    for (let n = 0; n < 12; n++) reasons.push(why(await ask(it, 'process.exit(5)')));
    expect(reasons[9]).toBe('it ended with exit code 5');
    expect(reasons[11]).toBe('it is not started any more, since it was started 10 times and never gave an answer');
    expect(it.pids()).toHaveLength(10);
  });

  it('goes on where it has answered before, however many cases end it', async () => {
    const it = await fake();
    expect(await ask(it, clean)).toEqual(none);
    for (let n = 0; n < 12; n++) expect(why(await ask(it, 'process.exit(5)'))).toBe('it ended with exit code 5');
    expect(await ask(it, clean)).toEqual(none);
  });

  it('takes no other validator for the one it was', async () => {
    const flag = join(folder, 'renamed');
    const changing = join(folder, 'changing.cjs');
    writeFileSync(
      changing,
      `const fs = require('node:fs'); const again = fs.existsSync(${JSON.stringify(flag)}); fs.writeFileSync(${JSON.stringify(flag)}, '');
       const hello = ${JSON.stringify(hello)}; if (again) hello.validator.version = '3.2'; console.log(JSON.stringify(hello));
       process.stdin.on('data', (bytes) => { if (/"(validate|stop)"/.test(bytes)) process.exit(1); });`,
    );
    const validator = await stdioValidator(parseCommandWords(`'${process.execPath}' '${changing}'`));
    open.push(validator);
    await validator.validate({ file: does(''), year: 2025 });
    expect(why(await validator.validate({ file: does(''), year: 2025 }))).toMatch(/said something else of itself/);
  });
});

describe('several processes', () => {
  it('are started as there is a need, and each has one case at a time', async () => {
    const it = await fake({ processes: 3 });
    expect(await ask(it, clean)).toEqual(none);
    expect(await ask(it, clean)).toEqual(none);
    expect(it.pids()).toHaveLength(1);
    // A process that had two at a time would answer the second first.
    const slow = `const { pid } = process; setTimeout(() => say({ id, findings: [{ rule: String(pid) }] }), 150);`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(it, slow)));
    const rules = answers.map((answer) => (answer.kind === 'findings' ? answer.findings[0]?.rule : undefined));
    expect(it.pids()).toHaveLength(3);
    expect(new Set(rules)).toEqual(new Set(it.pids().map(String)));
  });

  it('give the same results in the same order', async () => {
    const cases: TinyCase[] = [{ id: 'valid.0', kind: 'valid', text: clean }];
    for (let n = 1; n <= 30; n++) {
      const text =
        n % 10 === 0
          ? 'process.exit(6)'
          : n % 7 === 0
            ? `write('oops\\n')`
            : `setTimeout(() => say({ id, findings: [{ rule: 'PER-09', path: '${sexPath}' }] }), ${(n * 7) % 20});`;
      cases.push({ id: `PER-09.${n}`, rule: 'PER-09', parent: 'valid.0', text, findings: [error('PER-09', sexPath)] });
    }
    const suite = await readSuite(writeSuite(cases));
    const results = async (jobs: number): Promise<string[]> => {
      const { validator } = await fake({ processes: jobs });
      const lines: string[] = [];
      const sink = {
        start: () => undefined,
        result: ({ id, verdict, why: reason }: { id: string; verdict: string; why: string | null }) =>
          void lines.push(`${id} ${verdict} ${reason ?? ''}`),
        end: () => undefined,
      };
      const end = await runSuite(suite, validator, { kit: '0.0.0', jobs, timeoutMs: 20_000 }, sink);
      expect(end.notes).toEqual([]);
      return lines;
    };
    const alone = await results(1);
    expect(alone.filter((line) => line.includes('could-not-run'))).toHaveLength(7);
    expect(alone.filter((line) => line.includes(' match'))).toHaveLength(24);
    expect(await results(4)).toEqual(alone);
  });
});

describe('close', () => {
  it('lets a process stop by itself, and ends one that does not, with its children', async () => {
    const good = await fake();
    await good.validator.close();
    expect(good.notes()).toContain('stopped');
    const bad = await fake();
    const note = join(folder, 'kept');
    const stubborn = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      require('node:fs').writeFileSync(${JSON.stringify(note)}, String(child.pid));
      ${clean} process.stdin.removeAllListeners('data'); process.exit = () => undefined; setInterval(() => {}, 1000);`;
    expect(await ask(bad, stubborn)).toEqual(none);
    const started = performance.now();
    await bad.validator.close();
    expect(performance.now() - started).toBeLessThan(4000);
    expect(await untilGone(bad.pids()[0] ?? 0)).toBe(true);
    expect(await untilGone(Number(readFileSync(note, 'utf8')))).toBe(true);
  });

  it('starts nothing once the run has ended', async () => {
    const it = await fake();
    const note = join(folder, 'never');
    const file = does(`require('node:fs').writeFileSync(${JSON.stringify(note)}, ''); ${clean}`);
    const answer = await it.validator.validate({ file, year: 2025 }, AbortSignal.abort());
    expect(why(answer)).toBe('it was stopped');
    expect(existsSync(note)).toBe(false);
  });
});
