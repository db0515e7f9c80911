import {
  ValidatorNotStartedError,
  kitReader,
  parseCommandWords,
  stdioValidator,
  type AnswerReader,
} from '../../../conformance/run/index.js';
import { ask, clean, closeAll, does, fake, hello, none, program, why } from './fake-stdio.js';

afterAll(closeAll);

describe('the hello', () => {
  it('says what the validator is and can do', async () => {
    const { validator } = await fake({}, { ...hello, granularity: 'record', levels: false });
    expect(validator.identity).toMatchObject({ kind: 'stdio', title: 'Fake', version: '3.1' });
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
    expect(validator.identity.title).toBe('A\ufffd[2J B');
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
    await expect(refused).rejects.toThrow(ValidatorNotStartedError);
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
    [
      'one that says nothing',
      `'${process.execPath}' -e "setInterval(() => {}, 1000)"`,
      /no hello within 0.4 s; does it write out each line at once\?$/,
    ],
  ])('is needed: %s', async (_, command, reason) => {
    const helloMs = command.includes('setInterval') ? 400 : 20_000;
    const refused = stdioValidator(parseCommandWords(command), { helloMs });
    await expect(refused).rejects.toThrow(ValidatorNotStartedError);
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
