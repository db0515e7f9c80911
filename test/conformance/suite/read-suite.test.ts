import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SuiteError, caseFile, readSuite, suiteDigest } from '../../../conformance/suite/index.js';
import { removeFolders, smallSuite, temporaryFolder, writeSuite } from '../tiny-suite.js';

afterAll(removeFolders);

async function refusal(folder: string): Promise<string> {
  try {
    await readSuite(folder);
  } catch (error) {
    expect(error).toBeInstanceOf(SuiteError);
    const { message } = error as SuiteError;
    expect(message).not.toContain('\n');
    return message;
  }
  throw new Error('the suite was taken');
}

function edit(folder: string, name: string, change: (text: string) => string): void {
  const file = join(folder, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

describe('readSuite', () => {
  it('reads cases in order, with their expectations and files', async () => {
    const folder = writeSuite(smallSuite);
    const suite = await readSuite(folder);
    expect(suite.cases.map((c) => c.id)).toEqual(['valid.plain', 'PER-09.left-out', 'PER-09.given']);
    expect(suite.expectations.get('PER-09.left-out')?.findings[0]?.rule).toBe('PER-09');
    expect(suite.cases.map((c) => caseFile(suite, c))[0]).toBe(join(folder, 'cases/0000.xml'));
  });

  it.each<[string, (folder: string) => void, RegExp]>([
    [
      'no suite.json',
      (f) => {
        rmSync(join(f, 'suite.json'));
      },
      /suite\.json: cannot be read \(no such file\)/,
    ],
    [
      'suite.json is no JSON',
      (f) => {
        writeFileSync(join(f, 'suite.json'), '{');
      },
      /^suite\.json: is not JSON/,
    ],
    [
      'a year that nothing is known of',
      (f) => {
        edit(f, 'suite.json', (t) => t.replace('"year":2025', '"year":1999'));
      },
      /^suite\.json: year 1999 is no collection year that this version knows; it knows 2023, 2024/,
    ],
    [
      'a case of such a year',
      (f) => {
        edit(f, 'cases.ndjson', (t) => t.replace('"year":2025', '"year":1999'));
      },
      /^cases\.ndjson line 1: year 1999 is no collection year/,
    ],
    [
      'another format',
      (f) => {
        edit(f, 'suite.json', (t) => t.replace('"format":1', '"format":2'));
      },
      /^suite\.json: format/,
    ],
    [
      'no expectations',
      (f) => {
        rmSync(join(f, 'expectations.ndjson'));
      },
      /expectations\.ndjson: cannot be read/,
    ],
    [
      'a line cut off',
      (f) => {
        edit(f, 'cases.ndjson', (t) => t.slice(0, -20));
      },
      /^cases\.ndjson line 3: is not JSON/,
    ],
    [
      'a field missing',
      (f) => {
        edit(f, 'cases.ndjson', (t) => t.replaceAll('"persons":1,', ''));
      },
      /^cases\.ndjson line 1: persons/,
    ],
    [
      'a kind unknown',
      (f) => {
        edit(f, 'cases.ndjson', (t) => t.replace('"near-miss"', '"odd"'));
      },
      /^cases\.ndjson line 3: kind/,
    ],
    [
      'an id twice',
      (f) => {
        edit(f, 'cases.ndjson', (t) => t.replace('PER-09.given', 'PER-09.left-out'));
      },
      /^cases\.ndjson line 3: .*stands twice/,
    ],
    [
      'a parent unknown',
      (f) => {
        edit(f, 'cases.ndjson', (t) => t.replace('"parent":"valid.plain"', '"parent":"valid.other"'));
      },
      /^cases\.ndjson line 2: the parent valid\.other/,
    ],
    [
      'a file outside',
      (f) => {
        edit(f, 'cases.ndjson', (t) => t.replace('cases/0001.xml', '../0001.xml'));
      },
      /^cases\.ndjson line 2: the file \.\.\/0001\.xml/,
    ],
    [
      'another year',
      (f) => {
        edit(f, 'cases.ndjson', (t) => t.replace('"year":2025', '"year":2024'));
      },
      /^cases\.ndjson line 1: year 2024/,
    ],
    [
      'a case gone',
      (f) => {
        edit(f, 'cases.ndjson', (t) => t.split('\n').slice(0, 2).join('\n'));
      },
      /^cases\.ndjson: 0 cases \(near-miss\), but suite\.json counts 1/,
    ],
    [
      'an expectation gone',
      (f) => {
        edit(f, 'expectations.ndjson', (t) => t.split('\n').slice(1).join('\n'));
      },
      /^expectations\.ndjson: the case valid\.plain has no expectation/,
    ],
    [
      'an expectation twice',
      (f) => {
        edit(f, 'expectations.ndjson', (t) => t + (t.split('\n')[0] ?? ''));
      },
      /^expectations\.ndjson line 4: .* two expectations/,
    ],
    [
      'an expectation of nothing',
      (f) => {
        edit(f, 'expectations.ndjson', (t) => t.replace('valid.plain', 'valid.other'));
      },
      /^expectations\.ndjson line 1: valid\.other is no case/,
    ],
    [
      'an expectation changed',
      (f) => {
        edit(f, 'expectations.ndjson', (t) => t.replace('Person[1]', 'Person[2]'));
      },
      /^suite\.json: its sha256/,
    ],
    [
      'a case file changed',
      (f) => {
        appendFileSync(join(f, 'cases/0001.xml'), ' ');
      },
      /^cases\.ndjson line 2: the file cases\/0001\.xml is not the one/,
    ],
    [
      'a case file that is a pipe',
      (f) => {
        rmSync(join(f, 'cases/0002.xml'));
        execFileSync('mkfifo', [join(f, 'cases/0002.xml')]);
      },
      /^cases\.ndjson line 3: the file cases\/0002\.xml cannot be read \(it is no file\)/,
    ],
    [
      'expectations that are a pipe',
      (f) => {
        rmSync(join(f, 'expectations.ndjson'));
        execFileSync('mkfifo', [join(f, 'expectations.ndjson')]);
      },
      /expectations\.ndjson: cannot be read \(it is no file\)/,
    ],
    [
      'a case file gone',
      (f) => {
        rmSync(join(f, 'cases/0002.xml'));
      },
      /^cases\.ndjson line 3: the file cases\/0002\.xml cannot be read/,
    ],
  ])('refuses a suite with %s', async (_, damage, message) => {
    const folder = writeSuite(smallSuite);
    damage(folder);
    expect(await refusal(folder)).toMatch(message);
  });

  it('refuses a folder that is no suite', async () => {
    expect(await refusal(temporaryFolder())).toMatch(/is this the folder of a suite/);
    await expect(readSuite(join(temporaryFolder(), 'nothing'))).rejects.toThrow(/nothing: there is no such folder/);
  });
});

describe('suiteDigest', () => {
  it('is what sha256sum makes of what sha256sum prints', () => {
    const folder = writeSuite(smallSuite);
    const shell =
      'LC_ALL=C ls -1 cases.ndjson cases/* expectations.ndjson | LC_ALL=C sort | xargs sha256sum | sha256sum';
    const expected = execFileSync('sh', ['-c', shell], { cwd: folder, encoding: 'utf8' }).slice(0, 64);
    const manifest = JSON.parse(readFileSync(join(folder, 'suite.json'), 'utf8')) as { sha256: string };
    expect(manifest.sha256).toBe(expected);
  });

  it('does not depend on the order it is given', () => {
    const a = { name: 'a', sha256: '1' };
    const b = { name: 'b', sha256: '2' };
    expect(suiteDigest([a, b])).toBe(suiteDigest([b, a]));
    expect(suiteDigest([a, b])).not.toBe(suiteDigest([a, { ...b, name: 'c' }]));
  });
});
