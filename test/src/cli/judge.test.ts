import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readResults } from '../../../conformance/report/index.js';
import { caseFile, readSuite, type Case, type Suite } from '../../../conformance/suite/index.js';
import { fileSource, validate, type Finding } from '../../../src/validate/index.js';
import { complaint, removeFolders, sen2kit, temporaryFolder, type Ran } from './kit.js';

afterAll(removeFolders);

const folder = temporaryFolder();
let suite: Suite;

beforeAll(async () => {
  const select = ['--select', 'PER-01', 'PER-09.*', 'PER-13.wrong-check-letter'];
  const { code } = await sen2kit(folder, 'suite', '--year', '2025', '--out', 'suite', ...select);
  expect(code).toBe(0);
  suite = await readSuite(join(folder, 'suite'));
});

/** What the reference validator finds in the file of a case. */
function found(of: Suite, one: Case): readonly Finding[] {
  return validate(fileSource(caseFile(of, one)), { year: 2025 }).findings;
}

/** Cases whose verdict is not match, by verdict. */
async function faults(name: string): Promise<Record<string, string[]>> {
  const { cases } = await readResults(join(folder, name));
  const ids: Record<string, string[]> = {};
  for (const { id, verdict } of cases) if (verdict !== 'match') (ids[verdict] ??= []).push(id);
  return ids;
}

function judge(results: string, ...more: readonly string[]): Promise<Ran> {
  const report = ['--report', 'console', '--report', 'ndjson=r.ndjson'];
  return sen2kit(folder, 'judge', '--suite', 'suite', '--results', results, ...report, ...more);
}

describe('judge, of a CSV by case', () => {
  const rowsOf = (one: Case): string[] => {
    const rows = found(suite, one).map(({ rule, level, path }) => `${one.id},${rule},${level},${path}`);
    return rows.length > 0 ? rows : [`${one.id},,,`];
  };
  const write = (name: string, rows: readonly string[]): void => {
    writeFileSync(join(folder, name), `case,rule,level,path\r\n${rows.join('\r\n')}\r\n`);
  };

  it('finds that right answers are right', async () => {
    write('right.csv', suite.cases.flatMap(rowsOf));
    const { code, stdout, stderr } = await judge('right.csv');
    expect([code, stderr, await faults('r.ndjson')]).toEqual([0, '', {}]);
    expect(stdout).toMatch(/^Validator {2}right\.csv, judged at path$/m);
    const { header } = await readResults(join(folder, 'r.ndjson'));
    expect(header.validator).toMatchObject({ kind: 'collected', name: 'right.csv' });
  });

  it('counts a case that has no row against the validator, and never as silent', async () => {
    const lacking = 'PER-13.wrong-check-letter';
    const quiet = suite.cases.find(({ kind, rule }) => kind === 'near-miss' && rule === 'PER-01')?.id ?? '';
    write('lacking.csv', suite.cases.filter(({ id }) => id !== lacking && id !== quiet).flatMap(rowsOf));
    const { code, stdout } = await judge('lacking.csv');
    expect([code, await faults('r.ndjson')]).toEqual([
      1,
      { 'could-not-run': expect.arrayContaining([lacking, quiet]) as [] },
    ]);
    expect(stdout).toContain(' among those collected');
  });

  it('is judged at what the columns say: a rule alone is judged as such, a wrong path as a wrong place', async () => {
    const rows = suite.cases.flatMap(rowsOf);
    writeFileSync(
      join(folder, 'rules.csv'),
      `case;rule\n${rows.map((row) => row.split(',').slice(0, 2).join(';')).join('\n')}\n`,
    );
    expect((await judge('rules.csv')).code).toBe(0);
    write(
      'placed.csv',
      rows.map((row) => row.replace(/(PER-13,error,.*)\/UPN$/, '$1/Surname')),
    );
    expect((await judge('placed.csv')).code).toBe(1);
    expect(await faults('r.ndjson')).toEqual({ 'wrong-place': ['PER-13.wrong-check-letter'] });
  });

  it.each<[string, string, RegExp]>([
    [
      'an unknown case',
      'case,rule\nPER-99.no,PER-01\n',
      /^x\.csv line 2: PER-99\.no is no case and no file of the suite$/,
    ],
    [
      'no such column',
      'id,rule\nPER-01.absent,PER-01\n',
      /^x\.csv line 1: a column file or case is needed; there are id, rule$/,
    ],
    ['a row without a name', 'case,rule\n,PER-01\n', /^x\.csv line 2: has neither file nor case$/],
    ['an open quote', 'case,rule\n"PER,PER-01\n', /^x\.csv: is neither NDJSON nor CSV: /],
    ['nothing', '', /^x\.csv line 1: a column file or case is needed; there are none$/],
  ])('refuses %s', async (_, text, why) => {
    writeFileSync(join(folder, 'x.csv'), text);
    expect(complaint(await sen2kit(folder, 'judge', '--suite', 'suite', '--results', 'x.csv'), 4)).toMatch(why);
  });

  it('exits with 2 where there are no answers to read', async () => {
    const ran = await sen2kit(folder, 'judge', '--suite', 'suite', '--results', 'none.csv');
    expect(complaint(ran, 2)).toBe('none.csv: no such file or folder; the answers of the validator are needed');
  });
});

describe('judge, of a folder of outputs', () => {
  const adapter = resolve('examples/adapters/collect-errors/adapter.json');
  const codes: Readonly<Record<string, string>> = { 'PER-09': 'X101', 'PER-13': 'X103' };
  const british = (date = ''): string => date.split('-').reverse().join('/');

  const writeAll = (): void => {
    rmSync(join(folder, 'outputs'), { recursive: true, force: true });
    mkdirSync(join(folder, 'outputs'));
    for (const one of suite.cases) {
      const rows = found(suite, one).flatMap(({ rule, person }) => {
        const { upn = '', surname = '', forename = '', birthDate } = person ?? {};
        const code = codes[rule];
        return code === undefined ? [] : [`202,${upn},${surname},${forename},${british(birthDate)},Error,${code},m`];
      });
      const text = `Title\nSubtitle\nLA,UPN,Surname,Forename,DOB,Error/Query,Rule number,Message\n${rows.join('\n')}\n`;
      writeFileSync(join(folder, 'outputs', basename(one.file).replace(/\.xml$/, '.csv')), Buffer.from(text, 'latin1'));
    }
  };
  const outputs = ['outputs', '--adapter', adapter] as const;

  it('reads each as its adapter says, and asks for no rule it has no code for', async () => {
    writeAll();
    const { code, stdout, stderr } = await judge(...outputs);
    const left = await faults('r.ndjson');
    expect({ code, stderr, verdicts: Object.keys(left) }).toEqual({ code: 0, stderr: '', verdicts: ['unsupported'] });
    expect(left['unsupported']?.every((id) => id.startsWith('PER-01.'))).toBe(true);
    // The adapter's own crosswalk is shown as one that is given with --crosswalk.
    expect(stdout).toMatch(/^PER-09 \(X101\) +[1-9]\d* +0 +0 /m);
    const { header } = await readResults(join(folder, 'r.ndjson'));
    expect([header.adapter?.length, header.codes?.['PER-13']]).toEqual([64, 'X103']);
  });

  it('tells an output that is missing, or not what the adapter reads, from one that is silent', async () => {
    writeAll();
    const [gone = '', broken = ''] = ['PER-13.wrong-check-letter', 'PER-09.absent'].map((id) =>
      basename(suite.cases.find((one) => one.id === id)?.file ?? '').replace(/\.xml$/, '.csv'),
    );
    rmSync(join(folder, 'outputs', gone));
    writeFileSync(join(folder, 'outputs', broken), 'Session expired');
    const { code } = await judge(...outputs);
    const left = await faults('r.ndjson');
    const lost = left['could-not-run'];
    expect([code, lost?.sort()]).toEqual([1, ['PER-09.absent', 'PER-13.wrong-check-letter']]);
    expect(Object.keys(left).sort()).toEqual(['could-not-run', 'unsupported']);
  });

  it('refuses a file that is none of the suite, and one that cannot be read', async () => {
    writeAll();
    writeFileSync(join(folder, 'outputs', 'notes.txt'), '');
    const ran = await sen2kit(folder, 'judge', '--suite', 'suite', '--results', ...outputs);
    expect(complaint(ran, 4)).toBe('outputs/notes.txt: has the name of no file of the suite');
    rmSync(join(folder, 'outputs', 'notes.txt'));
    const [one] = suite.cases;
    const name = basename(one?.file ?? '').replace(/\.xml$/, '');
    rmSync(join(folder, 'outputs', `${name}.csv`));
    mkdirSync(join(folder, 'outputs', `${name}.out`));
    const unread = await sen2kit(folder, 'judge', '--suite', 'suite', '--results', ...outputs);
    expect(complaint(unread, 4)).toMatch(/^outputs\/[0-9a-f]+\.out: is no file; /);
  });
});

describe('judge, of a packed suite', () => {
  it('takes answers by file, a case each of the persons in it, and refuses a case that shares its file', async () => {
    const made = await sen2kit(
      folder,
      ...['suite', '--year', '2025', '--out', 'packed', '--pack', '--select', 'PER-13'],
    );
    expect(made.code).toBe(0);
    const packed = await readSuite(join(folder, 'packed'));
    const files = new Map(packed.cases.map((one) => [one.file, one]));
    expect(files.size).toBeLessThan(packed.cases.length);
    const answers = [...files.values()].map((one) => ({ file: basename(one.file), findings: found(packed, one) }));
    const write = (list: readonly object[]): void => {
      writeFileSync(join(folder, 'packed.ndjson'), list.map((one) => `${JSON.stringify(one)}\n`).join(''));
    };
    const args = ['judge', '--suite', 'packed', '--results', 'packed.ndjson'];
    write(answers);
    const right = await sen2kit(folder, ...args, '--report', 'ndjson=r.ndjson');
    expect([right.code, right.stderr, await faults('r.ndjson')]).toEqual([0, '', {}]);

    // One finding of the file that holds many costs one case, and no other.
    const at = answers.findIndex(({ file }) => file === 'packed-1.xml');
    const victim = packed.cases.find(({ id }) => id === 'PER-13.wrong-check-letter')?.packed?.person;
    const less = answers[at]?.findings.filter(({ person }) => person?.index !== victim);
    write(answers.with(at, { file: 'packed-1.xml', findings: less ?? [] }));
    expect((await sen2kit(folder, ...args, '--report', 'ndjson=r.ndjson')).code).toBe(1);
    expect(await faults('r.ndjson')).toEqual({ missed: ['PER-13.wrong-check-letter'] });

    write([{ case: 'PER-13.wrong-check-letter', findings: [] }]);
    expect(complaint(await sen2kit(folder, ...args), 4)).toMatch(
      /^packed\.ndjson line 1: the case PER-13\.wrong-check-letter shares its file with others; name the file, packed-1\.xml$/,
    );
  });
});
