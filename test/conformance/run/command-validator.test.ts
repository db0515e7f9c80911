import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../../conformance/judge/index.js';
import { commandValidator, parseCommandTemplate, withTimeout } from '../../../conformance/run/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';
import { untilGone } from './until-gone.js';

const folder = temporaryFolder();
const file = join(folder, 'a return.xml');
writeFileSync(file, '<Message/>');
afterAll(removeFolders);

let scripts = 0;

/** Writes a program that is run with the words given after its name. */
function script(body: string): string {
  const path = join(folder, `validator${String((scripts += 1))}.cjs`);
  writeFileSync(path, body);
  return `'${process.execPath}' '${path}'`;
}

function ask(command: string, options: { ms?: number; maxOutput?: number } = {}): Promise<Answer> {
  const validator = commandValidator(parseCommandTemplate(command), options);
  return withTimeout(validator, options.ms ?? 20_000).validate({ file, year: 2025 });
}

const why = (answer: Answer): string => {
  if (answer.kind !== 'could-not-run') throw new Error(`not could-not-run: ${JSON.stringify(answer)}`);
  return answer.why;
};

describe('commandValidator', () => {
  it('reads what is printed, with exit code 0 or 1', async () => {
    const body = `console.log(JSON.stringify({format:1,findings:[{rule:'PER-13',path:'/a',person:{index:2,upn:'x'},line:3}]}));`;
    const findings = [{ rule: 'PER-13', path: '/a', person: 2 }];
    expect(await ask(`${script(body)} {file}`)).toEqual({ kind: 'findings', findings });
    expect(await ask(`${script(`${body}process.exitCode=1`)} {file}`)).toEqual({ kind: 'findings', findings });
  });

  it('gives the file, a path with a space in it, and the year as one word each', async () => {
    const body = `console.log(JSON.stringify({findings:[{rule:JSON.stringify(process.argv.slice(2))}]}))`;
    const answer = await ask(`${script(body)} --in={file} {year} 'two words' "" $HOME * {year}-{year}`);
    const words = [`--in=${file}`, '2025', 'two words', '', '$HOME', '*', '2025-2025'];
    expect(answer).toEqual({ kind: 'findings', findings: [{ rule: JSON.stringify(words) }] });
  });

  it('keeps standard error and infers nothing from it', async () => {
    const body = `console.error('terrible error'); console.log('{"findings":[]}')`;
    expect(await ask(`${script(body)} {file}`)).toEqual({ kind: 'findings', findings: [], stderr: 'terrible error\n' });
    const long = await ask(`${script(`console.error('x'.repeat(9000) + 'end'); process.exit(7)`)} {file}`);
    expect(long.kind === 'could-not-run' && long.stderr?.endsWith('xend\n')).toBe(true);
    expect(long.kind === 'could-not-run' && long.stderr?.length).toBe(4000);
  });

  it.each<[string, string, RegExp]>([
    ['a silent one', '', /printed nothing/],
    ['rubbish', `console.log('all fine')`, /is not JSON: all fine/],
    ['JSON without findings', `console.log('{"format":1}')`, /findings is not a list/],
    ['a list', `console.log('[]')`, /it is not an object/],
    ['a finding without a rule', `console.log('{"findings":[{"path":"/a"}]}')`, /a finding has no rule/],
    ['a rule that is no text', `console.log('{"findings":[{"rule":13}]}')`, /rule is not text/],
    ['a person that is a word', `console.log('{"findings":[{"rule":"A","person":"x"}]}')`, /person is not an object/],
    ['another format', `console.log('{"format":2,"findings":[]}')`, /format is not 1/],
    ['half an answer', `process.stdout.write('{"findings":[')`, /is not JSON/],
    ['exit code 7', `console.log('{"findings":[]}'); process.exitCode = 7`, /exit code 7/],
    ['exit code 2', `console.log('{"findings":[]}'); process.exitCode = 2`, /exit code 2/],
    ['a crash', `throw new Error('boom')\n//`, /is not JSON|exit code|printed nothing/],
    ['an end by a signal', `process.kill(process.pid, 'SIGSEGV'); setTimeout(() => {}, 5000)`, /ended by SIGSEGV/],
  ])('could not be run: %s', async (_, body, reason) => {
    expect(why(await ask(`${script(body)} {file}`))).toMatch(reason);
  });

  it('could not be run where it gives more findings than any answer has', async () => {
    const body = `console.log(JSON.stringify({ findings: Array.from({ length: 250_001 }, () => ({ rule: 'A' })) }))`;
    expect(why(await ask(`${script(body)} {file}`))).toBe(
      'what it printed cannot be read as findings: they are 250001, more than the 250000 that an answer may have',
    );
  });

  it('says that a program was not found or is none', async () => {
    expect(why(await ask('/no/such/program {file}'))).toBe('the program /no/such/program was not found');
    expect(why(await ask('no-such-program-at-all {file}'))).toMatch(/was not found/);
    expect(why(await ask(`'${file}' {file}`))).toMatch(/may not be run/);
  });

  it('ends one that prints more than is taken', async () => {
    const body = `const block = 'x'.repeat(1 << 16); (function more() { while (process.stdout.write(block)); process.stdout.once('drain', more); })();`;
    expect(why(await ask(`${script(body)} {file}`, { maxOutput: 1_000_000 }))).toMatch(/more than 1000000 bytes/);
  });

  it('ends one that hangs, with its children', async () => {
    const note = join(folder, 'child.pid');
    const body = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      require('node:fs').writeFileSync(${JSON.stringify(note)}, String(child.pid));
      setInterval(() => {}, 1000);`;
    const answer = await ask(`${script(body)} {file}`, { ms: 1500 });
    expect(why(answer)).toBe('it gave no answer within 1.5 s');
    expect(await untilGone(Number(readFileSync(note, 'utf8')))).toBe(true);
  });

  it('takes the answer of one that leaves a child behind, and ends the child', async () => {
    const note = join(folder, 'left.pid');
    const body = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      child.unref();
      require('node:fs').writeFileSync(${JSON.stringify(note)}, String(child.pid));
      console.log('{"findings":[]}');
      process.exitCode = 0;`;
    expect(await ask(`${script(body)} {file}`)).toEqual({ kind: 'findings', findings: [] });
    expect(await untilGone(Number(readFileSync(note, 'utf8')))).toBe(true);
  });

  it('waits for a slow one', async () => {
    const body = `setTimeout(() => console.log('{"findings":[]}'), 300)`;
    expect((await ask(`${script(body)} {file}`)).kind).toBe('findings');
  });

  it('starts nothing once the run has ended', async () => {
    const note = join(folder, 'started');
    const command = `${script(`require('node:fs').writeFileSync(${JSON.stringify(note)}, '')`)} {file}`;
    const answer = commandValidator(parseCommandTemplate(command)).validate({ file, year: 2025 }, AbortSignal.abort());
    expect((await answer).kind).toBe('could-not-run');
    expect(existsSync(note)).toBe(false);
  });
});

describe('{out}', () => {
  it('is a private file whose content is taken in place of standard output, and is removed', async () => {
    const note = join(folder, 'out.json');
    const body = `
      const fs = require('node:fs'); const out = process.argv[3];
      fs.writeFileSync(${JSON.stringify(note)}, JSON.stringify({ out, mode: fs.statSync(out).mode & 0o777 }));
      fs.writeFileSync(out, '{"findings":[{"rule":"A"}]}');
      console.log('reading... done');`;
    expect(await ask(`${script(body)} {file} {out}`)).toEqual({ kind: 'findings', findings: [{ rule: 'A' }] });
    const { out, mode } = JSON.parse(readFileSync(note, 'utf8')) as { out: string; mode: number };
    expect(mode).toBe(0o600);
    expect(existsSync(out)).toBe(false);
  });

  it('could not be run where nothing, too much or no file is there', async () => {
    expect(why(await ask(`${script('')} {file} {out}`))).toMatch(/printed nothing/);
    const big = `require('node:fs').writeFileSync(process.argv[3], 'x'.repeat(2000))`;
    expect(why(await ask(`${script(big)} {file} {out}`, { maxOutput: 1000 }))).toMatch(/more than 1000 bytes/);
    const gone = `require('node:fs').rmSync(process.argv[3])`;
    expect(why(await ask(`${script(gone)} {file} {out}`))).toMatch(/removed the file/);
    expect(why(await ask(`${script('process.exit(3)')} {file} {out}`))).toMatch(/exit code 3/);
  });

  it.each([
    ['a pipe', `require('node:child_process').execFileSync('mkfifo', [out])`],
    ['a link to something endless', `fs.symlinkSync('/dev/zero', out)`],
    ['a link to another file', `fs.symlinkSync(process.argv[2], out)`],
    ['a folder', `fs.mkdirSync(out)`],
  ])('could not be run where it was replaced by %s, which is not waited for', async (_, replace) => {
    const body = `const fs = require('node:fs'); const out = process.argv[3]; fs.rmSync(out); ${replace}`;
    expect(why(await ask(`${script(body)} {file} {out}`))).toBe(
      'it replaced the file {out} by something that is no file',
    );
  });

  it('may be replaced by another file', async () => {
    const body = `const fs = require('node:fs'); const out = process.argv[3];
      fs.writeFileSync(out + '.new', '{"findings":[{"rule":"A"}]}'); fs.renameSync(out + '.new', out);`;
    expect(await ask(`${script(body)} {file} {out}`)).toEqual({ kind: 'findings', findings: [{ rule: 'A' }] });
  });

  it('leaves nothing in the folder for temporary files', async () => {
    const before = new Set(readdirSync(tmpdir()).filter((name) => name.startsWith('sen2kit-')));
    await ask(`${script(`console.log('{}')`)} {file} {out}`);
    const mine = readdirSync(tmpdir()).filter((name) => name.startsWith('sen2kit-') && !before.has(name));
    expect(
      mine.filter((name) => statSync(join(tmpdir(), name)).isDirectory() && existsSync(join(tmpdir(), name, 'answer'))),
    ).toEqual([]);
  });
});
