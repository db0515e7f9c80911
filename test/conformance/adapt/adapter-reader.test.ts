import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolders } from '../tiny-suite.js';
import { codes, folder, read, readerOf, request, type Settings } from './reading.js';

afterAll(removeFolders);

describe('json', () => {
  const at = (findings: string): Settings => ({ output: { format: 'json', findings } });
  it.each([
    ['', '[{"c":"X"}]', ['X']],
    ['', '\uFEFF[{"c":"X"}]', ['X']],
    ['', '[]', []],
    ['/a/b', '{"a":{"b":[{"c":"X"}]}}', ['X']],
    ['/a/0', '{"a":[[{"c":"X"}]]}', ['X']],
    ['/a~1b', '{"a/b":[{"c":"X"}]}', ['X']],
    ['/a/*', '{"a":{"p":[{"c":"X"}],"q":[],"r":[{"c":"Y"}]}}', ['X', 'Y']],
    ['/*/a', '[{"a":[{"c":"X"}]},{"a":[{"c":"Y"}]}]', ['X', 'Y']],
    ['/a/*', '{"a":{}}', []],
  ])('has its list at %j', async (pointer, text, wanted) => {
    expect(codes(await read(at(pointer), text))).toEqual(wanted);
  });

  it.each([
    ['', '', 'it is empty where JSON was expected'],
    ['', 'Traceback (most recent call last)', 'it is not JSON: Traceback (most recent call last)'],
    ['', '[{"c":NaN}]', 'it is not JSON: [{"c":NaN}]'],
    ['', '{}', 'its JSON has no list of findings at ""'],
    ['/a', '{"b":[]}', 'its JSON has no list of findings at "/a"'],
    ['/a/*', '{"a":7}', 'its JSON has no list or map for the * of "/a/*"'],
    ['/a/*', '{"a":{"p":[],"q":null}}', 'its JSON has no list of findings at "/a/*"'],
    ['/toString', '{}', 'its JSON has no list of findings at "/toString"'],
  ])('at %j is no answer: %s', async (pointer, text, why) => {
    expect(await read(at(pointer), text)).toBe(`what it gave cannot be read: ${why}`);
  });

  it('has its fields by key or pointer, numbers as text', async () => {
    const settings = { fields: { code: '/rule/id', message: 'text' } };
    expect(await read(settings, '[{"rule":{"id":100},"text":" m "}]')).toEqual([
      { rule: '100', code: '100', message: 'm' },
    ]);
  });

  it('is no answer where a finding has no code', async () => {
    const why = 'what it gave cannot be read: finding 2 has nothing in c, where the adapter has the code';
    for (const second of ['{}', '{"c":""}', '{"c":null}', '7', 'null', '{"c":{}}']) {
      expect(await read({}, `[{"c":"X"},${second}]`)).toBe(why);
    }
  });

  it('may come as a value', async () => {
    const reader = await readerOf({});
    expect(await reader.readValue([{ c: 'X' }], request)).toEqual({
      kind: 'findings',
      findings: [{ rule: 'X', code: 'X' }],
    });
    expect((await reader.readValue('[]', request)).kind).toBe('could-not-run');
    const text = await readerOf({ output: { format: 'csv' } });
    expect(await text.readValue('c\nX\n', request)).toMatchObject({ findings: [{ code: 'X' }] });
    expect((await text.readValue({ c: 'X' }, request)).kind).toBe('could-not-run');
  });
});

describe('ndjson', () => {
  const settings = { output: { format: 'ndjson' } };
  it.each([
    ['{"c":"X"}\r\n\n{"c":"Y"}', ['X', 'Y']],
    ['', []],
    ['{"c":"X"}\nbye\n', 'what it gave cannot be read: its line 2 is no JSON object: bye'],
  ])('%j', async (text, wanted) => {
    expect(codes(await read(settings, text))).toEqual(wanted);
  });

  it('is no answer from a file that was left empty', async () => {
    const file = { output: { format: 'ndjson', from: 'file' } };
    expect(await read(file, ' \n')).toBe('what it gave cannot be read: it wrote nothing to {out}');
  });
});

describe('csv', () => {
  const csv = (more: object = {}, fields: object = { code: 'c' }): Settings => ({
    output: { format: 'csv', ...more },
    fields,
  });
  it.each<[Settings, string, unknown]>([
    [csv(), 'a,c\n1,X\n2,Y\n', ['X', 'Y']],
    [csv(), '\uFEFFc,a\r\nX,"1\r\n2"\r\n\r\n,\r\nY\r\n', ['X', 'Y']],
    [csv({ delimiter: ';' }), 'a; c \n1;X;3\n', ['X']],
    [csv(), 'a,c\n', []],
    [csv(), 'a,c', []],
    [csv({ skipLines: 2 }), 'A "title\n\nc\nX\n', ['X']],
    [csv({ header: false }, { code: 2 }), 'a,X\nb,Y\n', ['X', 'Y']],
    [csv({ header: false }, { code: 2 }), '', []],
    [csv({}, { code: 2 }), 'a,b\n1,X\n', ['X']],
    [csv(), '', 'what it gave cannot be read: it is empty where the header of a CSV was expected'],
    [
      csv({ skipLines: 3 }),
      'c\nX\n',
      'what it gave cannot be read: it is empty where the header of a CSV was expected',
    ],
    [csv(), 'a;c\n1;X\n', 'what it gave cannot be read: its CSV has no column "c"; its header is a;c'],
    [
      csv({}, { code: 'c', message: 'm' }),
      'a,c\n',
      'what it gave cannot be read: its CSV has no column "m"; its header is a | c',
    ],
    [csv(), 'a,c\n1\n', 'what it gave cannot be read: finding 1 has nothing in c, where the adapter has the code'],
    [csv(), 'a,c\n"1,X\n', expect.stringContaining('it is not CSV: Quote Not Closed')],
  ])('%j of %j', async (settings, text, wanted) => {
    expect(codes(await read(settings, text))).toEqual(wanted);
  });

  it('is decoded as the adapter says', async () => {
    const windows = await readerOf(csv({ encoding: 'windows-1252' }));
    expect(windows.decode(Buffer.from([0x80, 0xe9]))).toBe('€é');
    expect((await readerOf(csv())).decode(Buffer.from('\uFEFFé'))).toBe('é');
  });
});

describe('junit', () => {
  const junit = (fields: object = {}): Settings => ({ output: { format: 'junit' }, fields });
  const report = `<?xml version="1.0"?><testsuites><testsuite name="S">
    <testcase name="X1" classname="k" line="7"><failure type="T" message="m">long <![CDATA[text]]></failure></testcase>
    <testcase name="X2"/><testcase name="X3"><skipped/></testcase>
    <testcase name="X4"><error message="n"/><failure/></testcase></testsuite></testsuites>`;

  it('has a finding for each failure', async () => {
    expect(await read(junit(), report)).toEqual([
      { rule: 'X1', code: 'X1', message: 'm' },
      { rule: 'X4', code: 'X4', message: 'n' },
      { rule: 'X4', code: 'X4' },
    ]);
  });

  it('has its fields where the adapter says', async () => {
    const settings = { ...junit({ code: ['suite', 'kind', 'type'], message: 'text' }) };
    const found = await read(settings, report);
    expect(found).toContainEqual({ rule: 'S failure T', code: 'S failure T', message: 'long text' });
    expect(codes(found)).toEqual(['S failure T', 'S error', 'S failure']);
  });

  it.each([
    ['<testsuites/>', []],
    ['', 'what it gave cannot be read: it is empty where JUnit XML was expected'],
    ['all fine', expect.stringContaining('it is not XML: ')],
    ['<testsuites>', expect.stringContaining('it is not XML: ')],
    ['<html/>', 'what it gave cannot be read: it is XML, but no JUnit report, which begins with testsuites: <html/>'],
  ])('%s', async (text, wanted) => {
    expect(codes(await read(junit(), text))).toEqual(wanted);
  });
});

describe('sarif', () => {
  const sarif = (more: Settings = {}): Settings => ({
    output: { format: 'sarif' },
    fields: {},
    granularity: 'path',
    levels: { error: 'error', warning: 'query', note: 'ignore' },
    ...more,
  });
  const run = (results: unknown[], more: object = {}): string => JSON.stringify({ runs: [{ results, ...more }] });

  it('has its fields by itself', async () => {
    const result = {
      ruleId: 'X',
      level: 'error',
      message: { text: 'm' },
      locations: [{ logicalLocations: [{ fullyQualifiedName: '/Message/Persons/Person[2]/UPN' }] }],
    };
    expect(await read(sarif(), run([result]))).toEqual([
      { rule: 'X', code: 'X', level: 'error', path: '/Message/Persons/Person[2]/UPN', message: 'm' },
    ]);
  });

  it('is placed by its region', async () => {
    const region = { startLine: 4, startColumn: 1 };
    const located = { ruleId: 'X', locations: [{ physicalLocation: { region } }] };
    expect(await read(sarif(), run([located]))).toEqual([
      { rule: 'X', code: 'X', level: 'query', path: '/Message/Persons/Person[1]' },
    ]);
  });

  it('takes rule and level from the description of the rule', async () => {
    const tool = { driver: { rules: [{ id: 'A' }, { id: 'B', defaultConfiguration: { level: 'error' } }] } };
    const found = await read(sarif(), run([{ ruleIndex: 1 }, { ruleId: 'A' }, { rule: { id: 'B' } }], { tool }));
    expect(found).toEqual([
      { rule: 'B', code: 'B', level: 'error' },
      { rule: 'A', code: 'A', level: 'query' },
      { rule: 'B', code: 'B', level: 'error' },
    ]);
  });

  it.each<[string, unknown]>([
    [run([]), []],
    [
      run([
        { ruleId: 'X', kind: 'pass' },
        { ruleId: 'Y', kind: 'fail' },
        { ruleId: 'Z', level: 'note' },
      ]),
      ['Y'],
    ],
    ['{}', 'what it gave cannot be read: its JSON is no SARIF: it has no list of runs'],
    ['{"runs":[{}]}', 'what it gave cannot be read: its SARIF has a run without a list of results'],
    [
      run([], { invocations: [{ executionSuccessful: false }] }),
      expect.stringContaining('executionSuccessful is false'),
    ],
  ])('%s', async (text, wanted) => {
    expect(codes(await read(sarif(), text))).toEqual(wanted);
  });
});

describe('regex', () => {
  const regex = (pattern: string, more: object = {}): Settings => ({ output: { format: 'regex', pattern, ...more } });
  it.each<[Settings, string, unknown]>([
    [regex('^E (?<c>\\w+)$'), 'hello\nE X\r\nE Y\nbye E Z', ['X', 'Y']],
    [regex('^e (?<c>\\w+)', { flags: 'i' }), 'E X', ['X']],
    [regex('^E (?<c>\\w+)'), 'all is well\n', []],
    [regex('^E (?<c>\\w+)'), '', []],
    [regex('^E (?<c>\\w+)', { requires: '^done$' }), 'E X\ndone\n', ['X']],
    [
      regex('^E (?<c>\\w+)', { requires: '^done$' }),
      'E X\n',
      expect.stringContaining('no line of it fits output.requires'),
    ],
    [regex('^E (?<c>\\w+)', { requires: '^done$' }), '', expect.stringContaining('no line of it fits output.requires')],
    [regex('(?<c>X)'), `${'-'.repeat(65_535)}X\n${'-'.repeat(65_536)}X\n`, ['X']],
  ])('%j', async (settings, text, wanted) => {
    expect(codes(await read(settings, text))).toEqual(wanted);
  });
});

describe('codes', () => {
  const both = { codes: { '100': ['PER-12', 'PER-13'], A: 'PER-13' } };
  const found = async (settings: Settings, ...given: unknown[]): Promise<unknown> =>
    read(settings, JSON.stringify(given.map((c) => ({ c }))));

  it('are mapped, numbers and text alike', async () => {
    const rules = { rule: 'PER-12', code: '100', anyRuleOf: ['PER-12', 'PER-13'] };
    expect(await found(both, 100, '100', ' A ')).toEqual([rules, rules, { rule: 'PER-13', code: 'A' }]);
  });

  it('that are not mapped are kept under a rule that nothing expects', async () => {
    expect(await found(both, 'PER-13', 'constructor')).toEqual([
      { rule: '(code PER-13)', code: 'PER-13' },
      { rule: '(code constructor)', code: 'constructor' },
    ]);
    expect(await found({}, 'PER-13')).toEqual([{ rule: 'PER-13', code: 'PER-13' }]);
  });

  it('are cut out of a text, or are the whole of it', async () => {
    expect(await found({ ...both, codePattern: '\\[(\\w+)\\]' }, 'see [A]', 'A')).toEqual([
      { rule: 'PER-13', code: 'A' },
      { rule: 'PER-13', code: 'A' },
    ]);
  });

  it('that are ignored are not there', async () => {
    expect(codes(await read({ ignore: ['I*', 'J?'] }, '[{"c":"I99"},{"c":"J1"},{"c":"J11"}]'))).toEqual(['J11']);
  });

  it('go by the crosswalk of the year', async () => {
    writeFileSync(
      join(folder, 'x.csv'),
      'rule,dfeCode,year,level\nPER-12,C,2025,query\nPER-13,C,2026,\nPER-13,D,2025,\n',
    );
    const settings = {
      crosswalk: 'x.csv',
      codes: { D: 'PER-14' },
      levels: { E: 'error' },
      fields: { code: 'c', level: 'l' },
    };
    expect(await found(settings, 'C', 'D')).toMatchObject([{ rule: 'PER-12' }, { rule: 'PER-14' }]);
    expect(await read(settings, '[{"c":"C"}]', { ...request, year: 2026 })).toMatchObject([{ rule: 'PER-13' }]);
    const { capabilities } = await readerOf(settings);
    expect(capabilities.levelOf?.('PER-12', 2025)).toBe('query');
    expect(capabilities.levelOf?.('PER-12', 2026)).toBeUndefined();
    expect(capabilities.cannotReport?.('PER-14', 2023)).toBeUndefined();
    expect(capabilities.cannotReport?.('PER-12', 2025)).toBeUndefined();
    expect(capabilities.cannotReport?.('PER-12', 2026)).toBe('the adapter names no code for PER-12');
  });

  it('of a crosswalk that are all ignored report nothing', async () => {
    writeFileSync(join(folder, 'y.csv'), 'rule,dfeCode,year\nPER-12,C,2025\nPER-12,D,2025\nPER-13,C,2025\n');
    const { capabilities } = await readerOf({ crosswalk: 'y.csv', ignore: ['C'] });
    expect(capabilities.cannotReport?.('PER-12', 2025)).toBeUndefined();
    expect(capabilities.cannotReport?.('PER-13', 2025)).toBe('the adapter names no code for PER-13');
  });

  it('say which rules can be reported', async () => {
    const { capabilities } = await readerOf({ ...both, ignore: ['X'], rules: { unsupported: ['PLC-*'] } });
    const why = (rule: string): unknown => capabilities.cannotReport?.(rule, 2025);
    expect([why('PER-12'), why('PER-13')]).toEqual([undefined, undefined]);
    expect(why('PER-14')).toBe('the adapter names no code for PER-14');
    expect(why('PLC-17')).toBe('the adapter lists PLC-17 as unsupported');
    expect(
      (await readerOf({ codes: { AB: 'PER-12' }, ignore: ['A*'] })).capabilities.cannotReport?.('PER-12', 2025),
    ).toBe('the adapter names no code for PER-12');
    expect((await readerOf({})).capabilities.cannotReport?.('PER-12', 2025)).toBeUndefined();
  });
});

describe('levels', () => {
  const fields = { code: 'c', level: 'l' };
  it('are mapped; a word without a meaning is kept as a wrong one, and none is none', async () => {
    const levels = { Bad: 'error', Odd: 'query', Note: 'ignore' };
    const text = '[{"c":"A","l":"Bad"},{"c":"B","l":"Odd"},{"c":"C","l":"Note"},{"c":"D","l":"toString"},{"c":"E"}]';
    const found = await read({ fields, levels }, text);
    expect(found).toMatchObject([
      { code: 'A', level: 'error' },
      { code: 'B', level: 'query' },
      { code: 'D', level: '(level toString)' },
      { code: 'E' },
    ]);
    expect((await readerOf({ fields, levels })).capabilities.levels).toBe(true);
  });

  it('are not told where the adapter does not declare them', async () => {
    expect(await read({ fields }, '[{"c":"A","l":"Bad"}]')).toEqual([{ rule: 'A', code: 'A' }]);
    expect((await readerOf({ fields })).capabilities.levels).toBe(false);
  });
});

describe('exit codes that mean it worked', () => {
  it('are 0 and 1, or those that the adapter has', async () => {
    expect([...(await readerOf({})).worked]).toEqual([0, 1]);
    expect([...(await readerOf({ exitCodes: [0, 3] })).worked]).toEqual([0, 3]);
  });
});

describe('an expression that tries ever more ways', () => {
  const hard = `${'A'.repeat(60)}!`;
  const endless = '^(A+)+$';
  const regex = { format: 'regex', pattern: '^(?<c>.+)$' };
  const needsLess = (what: string): string =>
    `what it gave cannot be read: ${what} of the adapter takes more than 2 s on it; write it so that it needs less`;

  it.each<[string, Settings]>([
    ['output.pattern', { output: { format: 'regex', pattern: '^(?<c>(A+)+)$' } }],
    ['output.requires', { output: { ...regex, requires: endless } }],
    ['codePattern', { output: regex, codePattern: endless }],
  ])('%s is no answer, and what comes after it is read', async (what, settings) => {
    const reader = await readerOf(settings);
    expect(await reader.readText(`${hard}\n`, request)).toEqual({ kind: 'could-not-run', why: needsLess(what) });
    expect(codes(await read(settings, 'AAA\n'))).toEqual(['AAA']);
  });

  it('is held against the beginning of a code', async () => {
    const settings = { codePattern: '(X\\d)' };
    const text = (before: number): string => JSON.stringify([{ c: `${'-'.repeat(before)}X1` }]);
    expect(codes(await read(settings, text(3998)))).toEqual(['X1']);
    expect(codes(await read(settings, text(3999)))).not.toEqual(['X1']);
  });

  it('of globs that are ignored takes no time', async () => {
    const started = performance.now();
    expect(codes(await read({ ignore: ['*-*-*-INFO'] }, JSON.stringify([{ c: '-'.repeat(5000) }])))).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('findings that run wild', () => {
  it('are no answer where they are more than any has', async () => {
    expect(await read({ output: { format: 'csv' } }, `c\n${'X\n'.repeat(250_001)}`)).toBe(
      'what it gave cannot be read: it has 250001 findings, more than the 250000 that an answer may have',
    );
  });

  it('are cut where they are longer than any is; their codes are looked up before', async () => {
    const long = 'L'.repeat(3000);
    const fields = { code: 'c', message: 'm', path: 'p' };
    const found = await read({ fields, codes: { [long]: 'PER-01' } }, JSON.stringify([{ c: long, m: long, p: long }]));
    const [one] = typeof found === 'string' ? [] : found;
    expect(one?.rule).toBe('PER-01');
    expect([one?.code?.length, one?.message?.length, one?.path?.length]).toEqual([200, 2000, 1000]);
  });
});

describe('a long output', () => {
  const rows = 100_000;
  const junit = `<testsuites>${'<testcase name="X"><failure/></testcase>'.repeat(rows)}</testsuites>`;
  it.each<[object, object, string]>([
    [{ format: 'csv' }, { code: 'c' }, `c,d\n${'X,1\n'.repeat(rows)}`],
    [{ format: 'ndjson' }, { code: 'c' }, '{"c":"X"}\n'.repeat(rows)],
    [{ format: 'regex', pattern: '^(?<c>X)' }, { code: 'c' }, 'X\n'.repeat(rows)],
    [{ format: 'junit' }, {}, junit],
  ])('%j is read in time that grows with its length', async (output, fields, text) => {
    const started = performance.now();
    expect(codes(await read({ output, fields }, text))).toHaveLength(rows);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
