import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XmlDocument } from 'libxml2-wasm';
import type { CheckDocument } from '../../../conformance/check/index.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { loadXsd } from '../../../src/schema/index.js';
import { complaint, contents, removeFolders, sen2kit, temporaryFolder } from './kit.js';

const junitXsd = await loadXsd(readFileSync(resolve('test/conformance/report/junit.xsd'), 'utf8'));
afterAll(() => {
  junitXsd.dispose();
  removeFolders();
});

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
for (const name of ['exercise', 'check', 'waivers'])
  ajv.addSchema(JSON.parse(readFileSync(resolve(`conformance/schemas/${name}.v1.schema.json`), 'utf8')) as object);

/** What a schema has against a value. */
function faults(name: string, value: unknown): unknown {
  return ajv.validate(`urn:sen2kit:${name}:v1`, value) ? [] : ajv.errors;
}

const folder = temporaryFolder();
const made = generateReturn({ year: 2026, la: '202', seed: '1', persons: 12 });
const persons = made.Persons?.Person ?? [];
const clean = returnToXml(made, 2026);

/** The return with some persons in place of its own. */
function withPersons(list: typeof persons): string {
  return returnToXml({ ...made, Persons: { Person: [...list] } }, 2026);
}

const [first = {}, second = {}, ...rest] = persons;
const secret = 'Zaphodson';
/** One surname is another, one sex is missing, and all stands in another order. */
const wrong = withPersons([...rest.toReversed(), { ...second, Sex: '' }, { ...first, Surname: secret }])
  .replace(' <Sex/>', '')
  .replace('<SoftwareCode>sen2kit', '<SoftwareCode>MIS');

beforeAll(() => {
  writeFileSync(join(folder, 'expected.xml'), clean);
  mkdirSync(join(folder, 'pack'));
  writeFileSync(join(folder, 'pack', 'return.xml'), clean);
  const stories = [{ person: 2, name: 'told-second', covers: [] }];
  writeFileSync(join(folder, 'pack', 'pack.json'), JSON.stringify({ format: 1, year: 2026, stories }));
  writeFileSync(join(folder, 'same.xml'), withPersons(persons.toReversed()));
  writeFileSync(join(folder, 'wrong.xml'), wrong);
  writeFileSync(join(folder, 'cut.xml'), wrong.slice(0, wrong.length / 2));
  writeFileSync(join(folder, 'queried.xml'), clean.replaceAll(/ *<PostCode>[^<]*<\/PostCode>\n/g, ''));
});

/** Checks against the expected return, and gives the document once the schema has let it through. */
async function document(code: number, ...args: readonly string[]): Promise<CheckDocument> {
  const ran = await sen2kit(folder, 'check', ...args, '--report', 'json=-');
  expect([ran.code, ran.stderr.split('\n').length <= 2]).toEqual([code, true]);
  const read: unknown = JSON.parse(ran.stdout);
  expect(faults('check', read)).toEqual([]);
  return read as CheckDocument;
}

/** The reports of one check, each in a file. */
const reports = { json: 'c.json', junit: 'c.xml', html: 'c.html', console: 'c.txt' };
const toFiles = Object.entries(reports).flatMap(([kind, file]) => ['--report', `${kind}=${file}`]);
const report = (kind: keyof typeof reports): string => readFileSync(join(folder, reports[kind]), 'utf8');
const all = (): string => [report('json'), report('junit'), report('html'), report('console')].join('');

describe('check --expected', () => {
  it('passes what is the same in another order', async () => {
    const ran = await sen2kit(folder, 'check', 'same.xml', '--expected', 'expected.xml');
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('Against expected.xml (12 persons): 12 as expected\n');
    expect(ran.stdout).toMatch(/\n\d+ of the \d+ things that a return of 2026 can exercise never came up:\n/);
    expect(ran.stdout).toMatch(/\n\nThe export is right: it is as expected and has no error\.\n$/);
    expect(ran.stderr).toBe('same.xml: checked against 2026, the Year in its header\n');
  });

  it('compares as far as a file can be read, and says how far', async () => {
    const { stopped, expected, findings, differences } = await document(1, 'cut.xml', '--expected', 'pack');
    expect(stopped).toMatch(/^cut\.xml: could be read as far as line \d+ only, for FILE-01$/);
    expect(findings.map(({ rule }) => rule)).toEqual(['FILE-01']);
    expect(differences).toEqual([]);
    expect((expected?.same ?? 0) > 0 && expected?.same).toBe(12 - (expected?.notRead ?? 0));
  });

  it('counts what it does not list', async () => {
    const args = ['wrong.xml', '--expected', 'pack', '--max-listed', '0'];
    const { counts, differences, findings } = await document(1, ...args);
    expect([counts.differences, counts.errors, differences.length, findings.length]).toEqual([2, 1, 0, 0]);
  });
});

describe('the reports of a check', () => {
  const own = persons.flatMap(({ Surname, UPN, PersonBirthDate }) => [Surname, UPN, PersonBirthDate]);
  const values = [secret, ...own.flatMap((value) => value ?? [])];
  const check = ['check', 'wrong.xml', '--expected', 'pack', ...toFiles];

  it('have values where they are asked for', async () => {
    expect((await sen2kit(folder, ...check, '--show-values')).code).toBe(1);
    expect(all().split(`Surname is ${secret}, expected ${first.Surname ?? ''}`).length - 1).toBeGreaterThanOrEqual(4);
  });

  it('have none elsewhere', async () => {
    const { code, stdout, stderr } = await sen2kit(folder, ...check);
    // The report for the console went to a file.
    expect([code, stdout]).toEqual([1, '']);
    const text = all() + stderr;
    expect(values.filter((value) => text.includes(value))).toEqual([]);
  });

  it('name what differs beside what the rules say', () => {
    const text = report('console');
    expect(text).toMatch(/\n {2}wrong\.xml:\d+:\d+: error PER-09: Person 2.*: Sex is missing\./);
    expect(text).toMatch(/\n {2}Person 1( \(UPN ending \w{4}\))?: Surname differs from what is expected\n/);
    expect(text).toMatch(/\n {2}Person 2 \((UPN ending \w{4}, )?story told-second\): Sex is missing\n/);
    expect(text).toMatch(/\nThe export is not right: 2 differences, 1 error\.\n$/);
  });

  it('are JSON with the places in both returns', () => {
    const read = JSON.parse(report('json')) as CheckDocument;
    expect(faults('check', read)).toEqual([]);
    const { right, expected, counts, differences, findings } = read;
    expect(right).toBe(false);
    expect(expected).toMatchObject({ persons: 12, same: 10, differing: 2, missing: 0, unexpected: 0, notRead: 0 });
    expect(counts).toEqual({ differences: 2, waivedDifferences: 0, errors: 1, waivedErrors: 0, queries: 0 });
    expect(differences).toMatchObject([
      {
        expectedPath: '/Message/Persons/Person[1]/Surname',
        exportPath: '/Message/Persons/Person[12]/Surname',
        select: 'Person[1]/Surname',
      },
      {
        expectedPath: '/Message/Persons/Person[2]/Sex',
        exportPath: '/Message/Persons/Person[11]/Sex',
        kind: 'missing',
      },
    ]);
    const [finding] = findings;
    expect(finding).toMatchObject({ rule: 'PER-09', select: 'PER-09@Person[2]', person: { expected: 2, actual: 11 } });
  });

  it('are JUnit, a test a person, as its schema has it', () => {
    const text = report('junit');
    expect(junitXsd.validate(Buffer.from(text))).toEqual({ valid: true, messages: [] });
    const xml = XmlDocument.fromString(text);
    const names = (xpath: string): string[] => xml.find(xpath).map((node) => node.content);
    expect(names('//testsuite[@name="expected"]/@tests')).toEqual(['13']);
    expect(names('//testcase[failure]/@name')).toEqual(['PER-09', 'Person 1', 'Person 2, story told-second']);
    xml.dispose();
  });

  it('are a page that loads nothing', () => {
    const text = report('html');
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(text).toContain('Surname differs from what is expected');
    expect(text).not.toMatch(/<script|src=|https?:/);
  });
});

describe('check without what is expected', () => {
  it('says what the rules say; queries alone are right', async () => {
    const { right, counts, expected } = await document(0, 'queried.xml');
    expect([right, counts.errors, counts.queries > 0, expected]).toEqual([true, 0, true, null]);
  });
});

describe('check, on what was not exercised', () => {
  it('names it with the stories that would, so that a clean check is not taken for proof', async () => {
    const { right, exercise } = await document(0, 'same.xml');
    const missing = exercise?.groups.flatMap((group) => group.missing) ?? [];
    expect(right).toBe(true);
    expect(missing.map(({ id }) => id)).toContain('shape:known-by-temporary-upn');
    expect(exercise?.stories).toContain('temporary-upn');
  });

  it('passes the return of a case pack, of which all came up', async () => {
    expect((await sen2kit(folder, 'cases', '--year', '2025', '--out', 'cases')).code).toBe(0);
    const ran = await sen2kit(folder, 'check', 'cases/return.xml', '--expected', 'cases');
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/\nAll of the \d+ things that a return of 2025 can exercise came up\.\n/);
  });
});

describe('check --waivers', () => {
  const entry = { owner: 'ann', reason: 'ticket 7', until: '2999-12-31' };
  const every = ['Person[1]/Surname', 'told-second/Sex', 'PER-09@Person[2]'].map((select) => ({ ...entry, select }));

  async function waived(code: number, entries: readonly object[]): Promise<CheckDocument> {
    const list = { format: 1, entries };
    expect(faults('waivers', list)).toEqual([]);
    writeFileSync(join(folder, 'waivers.json'), JSON.stringify(list));
    return document(code, 'wrong.xml', '--expected', 'pack', '--waivers', 'waivers.json');
  }

  it('passes an export whose differences and errors are all waived, and tells them all the same', async () => {
    const { right, counts, differences } = await waived(0, every);
    expect([right, counts.waivedDifferences, counts.waivedErrors]).toEqual([true, 2, 1]);
    expect(differences[0]?.waived).toEqual(entry);
  });

  it('cannot make a file right that could not be read to its end', async () => {
    writeFileSync(join(folder, 'file.json'), JSON.stringify({ format: 1, entries: [{ ...entry, select: 'FILE-01' }] }));
    const args = ['cut.xml', '--expected', 'pack', '--waivers', 'file.json'];
    const { counts, waiverFaults, right } = await document(1, ...args);
    expect([counts.errors, counts.waivedErrors, waiverFaults, right]).toEqual([1, 1, [], false]);
  });

  it('fails for one that has ended, and for one that fits nothing', async () => {
    const idle = { ...entry, select: 'Person[3]/Sex' };
    const { waiverFaults, counts } = await waived(1, [...every, { ...idle, until: '2020-01-01' }, idle]);
    expect(waiverFaults).toEqual([
      expect.stringContaining('Person[3]/Sex (ann) ended on 2020-01-01'),
      expect.stringContaining('fits nothing that is told'),
    ]);
    expect([counts.differences, counts.waivedDifferences]).toEqual([2, 2]);
  });
});

describe('check, told wrongly', () => {
  it.each<[string, number, readonly string[], RegExp]>([
    ['no such export', 2, ['none.xml'], /none\.xml: no such file/],
    ['no such expected return', 2, ['same.xml', '--expected', 'none'], /none: no such file/],
    [
      'an expected return that is damaged',
      4,
      ['same.xml', '--expected', 'cut.xml'],
      /cut\.xml: .*a whole return is expected/,
    ],
    ['waivers that are none', 4, ['same.xml', '--waivers', 'same.xml'], /same\.xml: is not JSON/],
    [
      'a report that there is not',
      2,
      ['same.xml', '--report', 'sarif=x'],
      /the kind is one of console, json, junit, html, as in html=check\.html/,
    ],
  ])('%s', async (_what, code, args, message) => {
    const before = contents(folder);
    expect(complaint(await sen2kit(folder, 'check', ...args), code)).toMatch(message);
    expect(contents(folder)).toEqual(before);
  });
});

describe('check of an export in another format', () => {
  it.each(['export/', 'export.xlsx', 'export.jsonl'])('says the same of %s, and where', async (name) => {
    const made = await sen2kit(folder, 'convert', 'wrong.xml', name);
    expect(made.code).toBe(0);
    const of = await document(1, 'wrong.xml', '--expected', 'pack');
    const other = await document(1, name, '--expected', 'pack');
    const told = ({ findings, differences }: CheckDocument): unknown => [
      findings.map(({ rule, path }) => [rule, path]),
      differences.map(({ kind, tag, expectedPath, exportPath }) => [kind, tag, expectedPath, exportPath]),
    ];
    expect(told(other)).toEqual(told(of));
    expect(of.differences.some((one) => 'place' in one)).toBe(false);
    const kinds = new Set([...other.findings, ...other.differences].map(({ place }) => place?.kind));
    expect([...kinds]).toEqual([name === 'export/' ? 'row' : name === 'export.xlsx' ? 'cell' : 'line']);
    // Nothing of the XML in between is seen.
    expect(JSON.stringify(other)).not.toContain('return.xml');
  });
});

describe('check of an export that is not quite as it should be', () => {
  it('tells in every report what was repaired when it was read', async () => {
    await sen2kit(folder, 'convert', 'expected.xml', 'lost/');
    const name = readdirSync(join(folder, 'lost')).find((one) => one.endsWith('_sen2.csv')) ?? '';
    const header = readFileSync(join(folder, 'lost', name), 'utf8');
    expect(header).toContain('001');
    writeFileSync(join(folder, 'lost', name), header.replace(/\b001\b/, '1'));
    const ran = await sen2kit(folder, 'check', 'lost', '--expected', 'expected.xml', ...toFiles);
    expect(ran.code).toBe(0);
    const read = JSON.parse(report('json')) as CheckDocument;
    expect(faults('check', read)).toEqual([]);
    expect(read.reading).toEqual([expect.stringMatching(/_sen2\.csv, row 2, column serialno: .*zero/)]);
    for (const kind of ['console', 'html', 'junit'] as const) expect(report(kind)).toMatch(/column serialno: .*zero/);
    expect(report('console')).toContain('as it was read: see the 1 remark on that');
  });

  it('sums up what differs in many', async () => {
    writeFileSync(join(folder, 'moved.xml'), clean.replaceAll(/<Ethnicity>[^<]*</g, '<Ethnicity>WALB<'));
    const ran = await sen2kit(folder, 'check', 'moved.xml', '--expected', 'expected.xml');
    expect([ran.code, ran.stdout]).toEqual([1, expect.stringContaining(`  By item: Ethnicity ${persons.length}\n`)]);
  });

  it('is held against a return in another format too', async () => {
    await sen2kit(folder, 'convert', 'expected.xml', 'expected.xlsx');
    const ran = await sen2kit(folder, 'check', 'same.xml', '--expected', 'expected.xlsx');
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('12 as expected')]);
  });
});

it('takes no year from a header that does not say one in four digits, in a file that is cut off either', async () => {
  writeFileSync(join(folder, 'spaced.xml'), clean.slice(0, clean.length / 2).replace('<Year>2026<', '<Year> 2026<'));
  const read = await document(1, 'spaced.xml');
  expect(read).toMatchObject({ year: null, persons: 0, exercise: null });
});

describe('check --metamorphic', () => {
  it('holds what a validator says of a return against what it says of the return changed', async () => {
    const ran = await sen2kit(folder, 'check', 'wrong.xml', '--metamorphic', '--validator', 'reference');
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/held {7}crlf .*\n/);
    expect(ran.stdout).not.toContain('BROKEN');
  });

  it('names the change that a validator does not follow, in any format, and writes it as JSON', async () => {
    writeFileSync(
      join(folder, 'lines.mjs'),
      `import { readFileSync } from 'node:fs';
       export const validate = ({ file }) =>
         ({ findings: readFileSync(file, 'utf8').includes('\\r\\n') ? [{ rule: 'PER-01' }] : [] });`,
    );
    await sen2kit(folder, 'convert', 'expected.xml', 'expected.jsonl');
    const asked = [
      '--metamorphic',
      '--validator',
      'module:lines.mjs',
      '--report',
      'json=m.json',
      '--report',
      'console=-',
    ];
    const ran = await sen2kit(folder, 'check', 'expected.jsonl', ...asked);
    expect([ran.code, ran.stdout]).toEqual([1, expect.stringMatching(/BROKEN {5}crlf .*\n +appeared: /)]);
    const read = JSON.parse(readFileSync(join(folder, 'm.json'), 'utf8')) as {
      transformations: readonly { name: string; verdict: string }[];
    };
    expect(read.transformations.filter(({ verdict }) => verdict === 'broken').map(({ name }) => name)).toEqual([
      'crlf',
    ]);
  });

  it.each([
    [['--metamorphic'], '--metamorphic needs the validator to ask'],
    [['--validator', 'reference'], '--validator goes with --metamorphic'],
    [['--metamorphic', '--validator', 'reference', '--expected', 'pack'], '--expected does not go with --metamorphic'],
  ])('refuses %j', async (args, why) => {
    expect(complaint(await sen2kit(folder, 'check', 'expected.xml', ...args), 2)).toContain(why);
  });
});
