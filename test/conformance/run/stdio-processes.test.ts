import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCommandWords, runSuite, stdioValidator } from '../../../conformance/run/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import { error, sexPath, writeSuite, type TinyCase } from '../tiny-suite.js';
import { ask, clean, closeAll, does, fake, folder, hello, keep, none, why } from './fake-stdio.js';
import { untilGone } from './until-gone.js';

afterAll(closeAll);

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
    keep(validator);
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
    keep(validator);
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
    keep(validator);
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
