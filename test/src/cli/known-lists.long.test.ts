import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readResults } from '../../../conformance/report/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import { complaint, contents, removeFolders, sen2kit, temporaryFolder, type Ran } from './kit.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const reference = JSON.stringify(pathToFileURL(resolve('dist/src/validate/index.js')).href);

interface Entry {
  readonly select: string;
  readonly owner?: string;
  readonly reason?: string;
  readonly until?: string;
  readonly verdict?: string;
  readonly attempts?: number;
}

function list(name: string, ...entries: readonly Entry[]): string {
  const whole = entries.map((one) => ({ owner: 'ann', reason: 'in hand', until: '2999-12-31', ...one }));
  writeFileSync(join(folder, name), JSON.stringify({ format: 1, entries: whole }));
  return name;
}

/** Runs the suite with a validator that is blind to check letters of temporary UPNs and notes what it is put. */
function run(...more: readonly string[]): Promise<Ran> {
  return sen2kit(folder, 'run', '--suite', 'suite', '--validator', 'module:blind.mjs', '--report', 'console', ...more);
}

/** The sha256 of each file put since this was asked last: files are put under numbers. */
function put(): string[] {
  const text = readFileSync(join(folder, 'put'), 'utf8');
  writeFileSync(join(folder, 'put'), '');
  return text.split('\n').filter(Boolean);
}

let failing: string[] = [];

beforeAll(async () => {
  writeFileSync(join(folder, 'put'), '');
  writeFileSync(
    join(folder, 'blind.mjs'),
    `import { appendFileSync } from 'node:fs';
     import { createHash } from 'node:crypto';
     import { readFileSync } from 'node:fs';
     import { fileSource, validate as check } from ${reference};
     const isTemporary = ({ rule, value }) => rule === 'PER-13' && /[A-Z]$/.test(value);
     export const validate = ({ file, year }) => {
       appendFileSync('put', createHash('sha256').update(readFileSync(file)).digest('hex') + '\\n');
       return { findings: check(fileSource(file), { year }).findings.filter((one) => !isTemporary(one)) };
     };`,
  );
  const select = ['--select', 'PER-13.temporary*', 'PER-13.wrong-check-letter', 'PER-01.*'];
  expect((await sen2kit(folder, 'suite', '--year', '2025', '--out', 'suite', ...select)).code).toBe(0);
  expect((await run('--report', 'ndjson=plain.ndjson')).code).toBe(1);
  const { cases } = await readResults(join(folder, 'plain.ndjson'));
  failing = cases.filter(({ verdict }) => verdict !== 'match').map(({ id }) => id);
  expect(failing).toContain('PER-13.temporary-wrong-letter');
  put();
});

describe('run --write-known-failing and --known-failing', () => {
  it('write a list with which the same run passes', async () => {
    const first = await run('--write-known-failing', 'known.json');
    expect([first.code, first.stderr]).toEqual([
      1,
      expect.stringMatching(/^known\.json: \d+ entries; give each an owner and a reason\n$/),
    ]);
    const { entries } = JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')) as { entries: Entry[] };
    expect(entries[0]).toMatchObject({ select: expect.stringMatching(/^PER-/) as string, owner: 'nobody yet' });

    const second = await run('--known-failing', 'known.json', '--report', 'ndjson=known.ndjson');
    expect([second.code, second.stderr]).toEqual([0, '']);
    expect(second.stdout).toMatch(new RegExp(`^Cases .*${failing.length} known-failing`, 'm'));
    const { cases, header } = await readResults(join(folder, 'known.ndjson'));
    expect(cases.filter(({ verdict }) => verdict === 'known-failing').map(({ id }) => id)).toEqual(failing);
    expect(header.lists?.knownFailing).toMatch(/^[0-9a-f]{64}$/);
  });

  it('fail the run, and say so, where an entry passes', async () => {
    const known = list(
      'passes.json',
      { select: 'PER-13.wrong-check-letter', verdict: 'missed' },
      ...failing.map((select) => ({ select, verdict: 'missed' })),
    );
    const { code, stdout } = await run('--known-failing', known, '--report', 'ndjson=passes.ndjson');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^ {2}unexpected-pass PER-13\.wrong-check-letter$/m)]);
    const { cases } = await readResults(join(folder, 'passes.ndjson'));
    expect(cases.find(({ verdict }) => verdict === 'unexpected-pass')?.why).toContain('take it off the list');
  });

  it('fail the run, and say so, where an entry has ended or fits nothing', async () => {
    const all = failing.map((select) => ({ select, verdict: 'missed' }));
    const ended = await run(
      '--known-failing',
      list('ended.json', { select: 'PER-01.*', verdict: 'missed', until: '2020-01-31' }, ...all),
    );
    expect([ended.code, ended.stderr]).toEqual([
      1,
      'sen2kit: known failing: the entry PER-01.* (ann) ended on 2020-01-31; see to it, or give it a new end with a reason\n',
    ]);
    const nothing = await run('--known-failing', list('nothing.json', { select: 'PER-99', verdict: 'missed' }, ...all));
    expect([nothing.code, nothing.stderr]).toEqual([
      1,
      'sen2kit: known failing: the entry PER-99 (ann) fits no case of the suite; take it off the list\n',
    ]);
  });

  it('count a case that fails in another way than is known', async () => {
    const known = list('other.json', ...failing.map((select) => ({ select, verdict: 'wrong-place' })));
    expect((await run('--known-failing', known)).code).toBe(1);
  });

  it('keep owner, reason and end of what stood on the older list', async () => {
    const [select = ''] = failing;
    const known = list('older.json', { select, verdict: 'missed', owner: 'bea', until: '2998-01-01' });
    await run('--known-failing', known, '--write-known-failing', 'newer.json');
    const { entries } = JSON.parse(readFileSync(join(folder, 'newer.json'), 'utf8')) as { entries: Entry[] };
    expect(entries.find((one) => one.select === select)).toMatchObject({ owner: 'bea', until: '2998-01-01' });
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', '{', /^bad\.json: is not JSON/],
    ['no format', '{"entries": []}', /^bad\.json: format is not 1/],
    [
      'an entry without an owner',
      '{"format": 1, "entries": [{"select": "PER-01", "reason": "r", "until": "2999-01-01", "verdict": "missed"}]}',
      /^bad\.json: entry 1: owner is not text$/,
    ],
  ])('refuse a list with %s, before anything is put', async (_, text, why) => {
    put();
    writeFileSync(join(folder, 'bad.json'), text);
    expect(complaint(await run('--known-failing', 'bad.json'), 2)).toMatch(why);
    expect(complaint(await run('--known-failing', 'nosuch.json'), 2)).toBe(
      '--known-failing nosuch.json: the file cannot be read',
    );
    expect(put()).toEqual([]);
  });
});

describe('run --known-flaky', () => {
  it('puts what fails again, as often as it says, and no more', async () => {
    put();
    const [flaky = ''] = failing;
    const { cases } = await readSuite(join(folder, 'suite'));
    const file = cases.find(({ id }) => id === flaky)?.sha256;
    const known = list('flaky.json', { select: flaky, attempts: 3 });
    const { code, stderr } = await run('--known-flaky', known, '--report', 'ndjson=flaky.ndjson');
    expect([code, stderr]).toEqual([1, '']);
    expect(put().filter((one) => one === file)).toHaveLength(3);
    const results = await readResults(join(folder, 'flaky.ndjson'));
    expect(
      results.cases.filter(({ attempts }) => attempts !== undefined).map(({ id, attempts }) => [id, attempts]),
    ).toEqual([[flaky, 3]]);
  });
});

describe('run --resume', () => {
  const report = ['--report', 'ndjson=resumed.ndjson'] as const;

  it('starts anew where nothing is there, and puts nothing again where all is', async () => {
    put();
    const anew = await run('--resume', ...report);
    expect([anew.code, anew.stderr]).toEqual([
      1,
      'resumed.ndjson: no earlier run left anything there; the run starts anew\n',
    ]);
    const { cases } = await readResults(join(folder, 'resumed.ndjson'));
    expect(put().length).toBe(new Set(cases.map(({ id }) => id)).size);
    const again = await run('--resume', ...report);
    expect([again.code, again.stderr]).toEqual([
      1,
      `resumed.ndjson: ${cases.length} cases are there from an earlier run and are not put again\n`,
    ]);
    expect(put()).toEqual([]);
  });

  it('goes on where a run was cut short, and ends with the same results', async () => {
    await run(...report);
    const whole = readFileSync(join(folder, 'resumed.ndjson'), 'utf8');
    const lines = whole.trimEnd().split('\n');
    const kept = Math.floor(lines.length / 2);
    // The last line was cut off while it was written.
    writeFileSync(
      join(folder, 'cut.ndjson.part'),
      `${lines.slice(0, kept).join('\n')}\n${(lines[kept] ?? '').slice(0, 20)}`,
    );
    put();
    const { code, stderr } = await run('--resume', '--report', 'ndjson=cut.ndjson');
    expect([code, stderr]).toEqual([
      1,
      `cut.ndjson: ${kept - 1} cases are there from an earlier run and are not put again\n`,
    ]);
    const verdicts = async (name: string): Promise<unknown> =>
      (await readResults(join(folder, name))).cases.map(({ id, verdict, why }) => [id, verdict, why]);
    expect(await verdicts('cut.ndjson')).toEqual(await verdicts('resumed.ndjson'));
    expect(put().length).toBeLessThan(lines.length - 2);
    expect(contents(folder)).not.toContain('cut.ndjson.part');
  });

  it('refuses results of another run, no results file, and a damaged one', async () => {
    const known = list('for-resume.json', { select: 'PER-01.*', verdict: 'missed' });
    expect(complaint(await run('--resume', ...report, '--known-failing', known), 2)).toMatch(
      /^--resume: resumed\.ndjson is of another run /,
    );
    expect(complaint(await run('--resume'), 2)).toMatch(/^--resume goes on with a results file; name one/);
    writeFileSync(join(folder, 'damaged.ndjson'), 'not a results file\n');
    expect(complaint(await run('--resume', '--report', 'ndjson=damaged.ndjson'), 4)).toMatch(
      /^damaged\.ndjson line 1: /,
    );
    expect(readFileSync(join(folder, 'damaged.ndjson'), 'utf8')).toBe('not a results file\n');
  });
});

describe('run --adapter', () => {
  const example = resolve('examples/adapters/plain-text');
  const standIn = `cmd:"${process.execPath}" "${example}/stand-in.mjs" {file}`;

  it('judges by what the adapter declares, and names it in what puts a case again', async () => {
    const args = ['run', '--suite', 'suite', '--validator', standIn, '--adapter', `${example}/adapter.json`];
    const { code, stdout, stderr } = await sen2kit(
      folder,
      ...args,
      '--report',
      'console',
      '--report',
      'ndjson=a.ndjson',
    );
    expect(stderr).toBe('');
    const { cases, header } = await readResults(join(folder, 'a.ndjson'));
    expect([header.validator.granularity, header.adapter?.length]).toEqual(['person', 64]);
    const verdict = (id: string): string | undefined => cases.find((one) => one.id === id)?.verdict;
    expect([verdict('PER-13.wrong-check-letter'), verdict('PER-01.absent')]).toEqual(['match', 'unsupported']);
    expect(code).toBe(cases.some((one) => !['match', 'unsupported'].includes(one.verdict)) ? 1 : 0);
    expect(stdout.includes('sen2kit replay')).toBe(code === 1);
    const none = await sen2kit(folder, ...args, '--select', 'PER-01.absent');
    expect([none.code, none.stderr]).toEqual([3, expect.stringContaining('no case could be judged')]);
  });

  it('is refused where it does not go with the validator, is damaged or is not there', async () => {
    const args = ['run', '--suite', 'suite', '--adapter'];
    const reference = await sen2kit(folder, ...args, `${example}/adapter.json`, '--validator', 'reference');
    expect(complaint(reference, 2)).toBe('--adapter: reference needs none; leave it out');
    writeFileSync(join(folder, 'adapter.json'), '{"format": 1}');
    expect(complaint(await sen2kit(folder, ...args, 'adapter.json', '--validator', standIn), 4)).toMatch(
      /^adapter\.json/,
    );
    expect(complaint(await sen2kit(folder, ...args, 'no.json', '--validator', standIn), 2)).toMatch(
      /^no\.json: no such file/,
    );
  });
});
