import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputMismatch, readAdapter, type Adapter } from '../../../conformance/adapt/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const file = join(folder, 'a.json');
const least = { format: 1, name: 'x', output: { format: 'json' }, fields: { code: 'c' }, granularity: 'rule' };
const regex = { ...least, output: { format: 'regex', pattern: '(?<c>X\\d+)' } };

function read(content: unknown): Promise<Adapter> {
  const isText = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(file, isText ? content : JSON.stringify(content, null, 1));
  return readAdapter(file);
}

/** What is said against an adapter file, without its name. */
async function refusal(content: unknown): Promise<string> {
  const error = await read(content).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error) || error.name !== 'AdapterError') throw new Error(`not refused: ${String(error)}`);
  expect(error.message.startsWith(`${file} line `)).toBe(true);
  expect(error.message).not.toContain('\n');
  return error.message.slice(file.length + 1);
}

describe('an adapter file', () => {
  it('is read, with the fields that its format has by itself', async () => {
    expect((await read(least)).fields).toEqual({ code: 'c' });
    const junit = await read({ ...least, output: { format: 'junit' }, fields: { message: 'text' } });
    expect(junit.fields).toEqual({ code: 'name', message: 'text' });
    const sarif = await read({ format: 1, name: 's', output: { format: 'sarif' }, granularity: 'path' });
    expect(sarif.fields).toMatchObject({ code: 'ruleId', level: 'level', message: '/message/text' });
  });

  it('may begin with a byte order mark, and is told by its sha256', async () => {
    const plain = await read(JSON.stringify(least));
    const marked = await read(`\uFEFF${JSON.stringify(least)}`);
    expect(marked.settings).toEqual(plain.settings);
    expect(plain.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(marked.sha256).not.toBe(plain.sha256);
  });

  it('reads the crosswalk beside it', async () => {
    writeFileSync(join(folder, 'x.csv'), 'rule,dfeCode,year\nPER-13,X1,2025\n');
    expect((await read({ ...least, crosswalk: 'x.csv' })).crosswalk?.codeOf('PER-13', 2025)).toBe('X1');
  });

  it('has to be there', async () => {
    await expect(readAdapter(join(folder, 'none.json'))).rejects.toMatchObject({ name: 'UnreadableFileError' });
  });

  it.each<[string, unknown, string | RegExp]>([
    ['nothing', '', 'line 1 column 1: is not JSON: value expected'],
    ['half', '{\n "format": 1,\n', /^line \d column \d+: is not JSON: /],
    ['a comment', `// mine\n${JSON.stringify(least)}`, 'line 1 column 1: is not JSON: invalid comment token'],
    ['a list', '[1]', 'line 1 column 1: the adapter is a list; it must be of type object'],
    ['brackets without end', '['.repeat(100_000), 'line 1 column 1: is nested far too deeply'],
    ['other bytes', Buffer.from([0x7b, 0xff]), 'line 1 column 1: is not UTF-8; save it as UTF-8'],
    [
      'a key that stands twice',
      JSON.stringify(least, null, 1).replace('"name"', '"format": 1,\n "name"'),
      'line 3 column 2: the key "format" stands twice',
    ],
    [
      'a part that is lacking',
      { ...least, granularity: undefined },
      'line 1 column 1: the adapter lacks "granularity"',
    ],
    ['no fields', { ...least, fields: undefined }, 'line 1 column 1: the adapter lacks "fields"'],
    ['no pattern', { ...least, output: { format: 'regex' } }, 'line 4 column 2: output lacks "pattern"'],
    [
      'a slip in a key',
      { ...least, output: { format: 'csv', delimter: ';' } },
      'line 6 column 3: "delimter" is nothing that output has; did you mean delimiter?',
    ],
    [
      'a part of another format',
      { ...least, output: { format: 'json', delimiter: ';' } },
      'line 6 column 3: output.delimiter means nothing for this format of output; take it out',
    ],
    [
      'an unknown word',
      { ...least, granularity: 'row' },
      'line 10 column 2: granularity is "row"; it must be one of "rule", "person", "record", "item", "path"',
    ],
    ['another version', { ...least, format: 2 }, 'line 2 column 2: format must be 1'],
    ['a map of nothing', { ...least, codes: {} }, 'line 11 column 2: codes is empty; take it out or fill it in'],
    [
      'a rule of no year',
      { ...least, codes: { 100: 'PER-12', 101: ['PER-13', 'PER-133'] } },
      'line 15 column 4: PER-133 is no rule of any year; did you mean PER-13?',
    ],
    [
      'a glob of no rule',
      { ...least, rules: { unsupported: ['QQQ-*'] } },
      'line 13 column 4: QQQ-* fits no rule of any year',
    ],
    [
      'a rule that is unsupported and has a code',
      { ...least, codes: { 7: 'PER-12' }, rules: { unsupported: ['PER-*'] } },
      'line 16 column 4: PER-12 is unsupported here and has a code; only one can be',
    ],
    [
      'a code that is ignored and has a rule',
      { ...least, codes: { 7: 'PER-12' }, ignore: ['7'] },
      'line 15 column 3: the code 7 is ignored here and has a rule; only one can be',
    ],
    [
      'a pattern that is none',
      { ...regex, output: { format: 'regex', pattern: '(x' } },
      'line 6 column 3: output.pattern is no regular expression: /(x/: Unterminated group',
    ],
    [
      'a group that is lacking',
      { ...regex, fields: { code: 'd' } },
      'line 9 column 3: fields.code: output.pattern has no group (?<d>...); did you mean c?',
    ],
    [
      'a code pattern without a group',
      { ...least, codePattern: 'X' },
      /^line 11 column 2: codePattern has 0 groups; one is needed/,
    ],
    [
      'a required line that is none',
      { ...least, output: { format: 'json', requires: '*' } },
      /^line 6 column 3: output.requires is no /,
    ],
    [
      'a number where names are',
      { ...least, fields: { code: 3 } },
      'line 8 column 3: fields.code is a number, which only csv has fields by; give its name',
    ],
    [
      'a name where numbers are',
      { ...least, output: { format: 'csv', header: false } },
      'line 9 column 3: fields.code is a name, but the csv has no header; give the number of the column, from 1',
    ],
    [
      'no such crosswalk',
      { ...least, crosswalk: 'no.csv' },
      `line 11 column 2: crosswalk ${join(folder, 'no.csv')}: no such file`,
    ],
    [
      'a record of no year',
      {
        ...least,
        fields: { code: 'c', record: { table: 't', row: 'r', tables: { P: 'PlacementDetails' } } },
      },
      'line 13 column 5: PlacementDetails is no tag of a record in any year; did you mean PlacementDetail?',
    ],
    [
      'an item of no year',
      { ...least, items: { DOB: 'BirthDate' } },
      'line 12 column 3: BirthDate is no tag of an item in any year',
    ],
    [
      'nobody to recognise',
      { ...least, fields: { code: 'c', person: { positionBase: 0 } } },
      /^line 9 column 3: fields.person says nothing/,
    ],
    ['levels without a field', { ...least, levels: { E: 'error' } }, /^line 11 column 2: levels needs fields.level/],
  ])('is refused: %s', async (_, content, message) => {
    expect(await refusal(content)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  it('tells several faults by their lines, the first few of them', async () => {
    const codes = { 1: 'A-1', 2: 'A-2', 3: 'A-3', 4: 'A-4' };
    expect(await refusal({ ...least, codes })).toMatch(/^line 12 .*; line 13 .*; line 14 .*; and 1 more$/);
  });

  it('refuses a crosswalk with a bad row, pointing at both', async () => {
    writeFileSync(join(folder, 'bad.csv'), 'rule,dfeCode,year\nPER-99,X1,2025\n');
    expect(await refusal({ ...least, crosswalk: 'bad.csv' })).toBe(
      `line 11 column 2: crosswalk ${join(folder, 'bad.csv')} line 2: PER-99 is no rule of any year; did you mean PER-09?`,
    );
  });
});

describe('what a granularity needs', () => {
  const person = { upn: 'u' };
  const record = { table: 't', row: 'r' };
  it.each<[string, object, boolean]>([
    ['rule', {}, true],
    ['person', {}, false],
    ['person', { item: 'i' }, false],
    ['person', { person }, true],
    ['person', { line: 'l' }, true],
    ['record', { person }, false],
    ['record', { record }, true],
    ['item', { item: 'i' }, false],
    ['item', { person }, false],
    ['item', { person, item: 'i' }, true],
    ['item', { path: 'p' }, true],
    ['path', { record }, false],
    ['path', { item: 'i', person }, false],
    ['path', { record, item: 'i' }, true],
    ['record', { line: 'l' }, true],
    ['item', { line: 'l', column: 'k' }, false],
    ['item', { line: 'l', item: 'i' }, true],
    ['path', { line: 'l', column: 'k' }, false],
    ['path', { line: 'l', item: 'i' }, true],
  ])('%s with %j: %s', async (granularity, fields, isEnough) => {
    const content = { ...least, granularity, fields: { code: 'c', ...fields } };
    if (isEnough) await expect(read(content)).resolves.toBeDefined();
    else expect(await refusal(content)).toContain(`granularity "${granularity}" needs `);
  });
});

describe('the output and the command', () => {
  it.each([
    ['file', true, undefined],
    ['file', false, 'has no {out}'],
    ['stdout', false, undefined],
    ['stdout', true, 'has {out}'],
    [undefined, true, undefined],
  ])('%s with {out} %s', async (from, hasOut, message) => {
    const adapter = await read({ ...least, output: { format: 'json', from } });
    const mismatch = outputMismatch(adapter, hasOut);
    if (message === undefined) expect(mismatch).toBeUndefined();
    else expect(mismatch).toContain(message);
  });
});
