import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCommandWords, stdioValidator } from '../../../conformance/run/index.js';
import { ask, clean, closeAll, does, fake, folder, hello, keep, none, why } from './fake-stdio.js';
import { isThere, untilGone } from './until-gone.js';

afterAll(closeAll);

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
    keep(it);
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
