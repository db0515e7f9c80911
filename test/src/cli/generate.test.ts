import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { complaint, contents, ended, removeFolders, sen2kit, start, temporaryFolder } from './kit.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const persons = 60;
const key = ['--year', '2025', '--la', '202', '--persons', String(persons), '--seed', 'cli'] as const;

/** A return on standard output. */
async function generated(...more: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await sen2kit(folder, 'generate', ...key, ...more, '--out', '-');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** The persons of a return, as they are written, and all that stands around them. */
function split(xml: string): { persons: string[]; around: string } {
  const person = /^ *<Person>$.*?^ *<\/Person>\n/gms;
  return { persons: xml.match(person) ?? [], around: xml.replace(person, '') };
}

describe('generate', () => {
  let whole = '';
  beforeAll(async () => {
    whole = await generated();
  });

  it('writes what the library makes, to a file as to standard output', async () => {
    expect(whole).toBe(returnToXml(generateReturn({ year: 2025, la: '202', seed: 'cli', persons }), 2025));
    const ran = await sen2kit(folder, 'generate', ...key, '--out', 'return.xml');
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'return.xml'), 'utf8')).toBe(whole);
    expect(contents(folder)).toEqual(['establishments.csv', 'return.xml']);
  });

  it('says what is wrong with an option though threads were started ahead', async () => {
    const large = ['generate', '--la', '202', '--persons', '1000000', '--workers', '4', '--out', 'large.xml'];
    const { code, stderr } = await sen2kit(folder, ...large, '--year', '1999');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^sen2kit: --year 1999: [^\n]+\n$/);
    expect(contents(folder)).not.toContain('large.xml');
  });

  it('takes a seed as the text it is', async () => {
    const [seven, padded] = [await generated('--only-person', '1'), split(whole).persons.slice(0, 1)];
    expect(split(seven).persons).toEqual(padded);
    const seeded = async (seed: string): Promise<string> =>
      (
        await sen2kit(
          folder,
          'generate',
          '--year',
          '2025',
          '--la',
          '202',
          '--persons',
          '5',
          '--seed',
          seed,
          '--out',
          '-',
        )
      ).stdout;
    expect(await seeded('007')).toBe(
      returnToXml(generateReturn({ year: 2025, la: '202', seed: '007', persons: 5 }), 2025),
    );
    expect(await seeded('007')).not.toBe(await seeded('7'));
  });

  it('makes shards that are the whole together, each a return of its own', async () => {
    const parts = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((part) => generated('--shard', `${part}/7`)));
    expect(parts.map(split).flatMap((one) => one.persons)).toEqual(split(whole).persons);
    expect(split(whole).persons).toHaveLength(persons);
    for (const part of parts) expect(split(part).around).toBe(split(whole).around);
  });

  it('makes one person alone as they are in the whole', async () => {
    for (const position of [1, 37, persons]) {
      const alone = await generated('--only-person', String(position));
      expect(split(alone).persons).toEqual([split(whole).persons[position - 1]]);
    }
  });

  it('takes a DateTime for the header and changes nothing else', async () => {
    const dated = await generated('--datetime', '2025-03-01T09:08:07');
    expect(dated).toContain('<DateTime>2025-03-01T09:08:07</DateTime>');
    expect(dated).toBe(whole.replace('2025-02-13T10:00:00', '2025-03-01T09:08:07'));
  });

  it('tells the stories asked for in turn', async () => {
    const told = split(await generated('--scenario', 'awaiting-decision', '--scenario', 'request-refused')).persons;
    const outcomes = told.map((one) => /<RequestOutcome>(.)</.exec(one)?.[1]);
    expect(outcomes).toEqual(Array.from({ length: persons }, (_, k) => (k % 2 === 0 ? 'A' : 'N')));
  });

  it('says that a provisional year is one, on standard error', async () => {
    const { code, stdout, stderr } = await sen2kit(
      folder,
      ...['generate', '--year', '2027', '--la', '202', '--persons', '1', '--out', '-'],
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(/^2027 is provisional: .+\n$/);
    expect(stdout).toMatch(/^<\?xml/);
  });

  it('can be stopped in the middle, and leaves nothing behind', async () => {
    const child = start(folder, [
      ...['generate', '--year', '2025', '--la', '202', '--persons', '10000000', '--out', 'large.xml', '--progress'],
    ]);
    const end = ended(child);
    while (!contents(folder).some((name) => name.endsWith('.part'))) await new Promise((r) => setTimeout(r, 20));
    const stopped = Date.now();
    child.kill('SIGINT');
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    await end;
    expect(signal).toBe('SIGINT');
    expect(Date.now() - stopped).toBeLessThan(3000);
    expect(contents(folder)).toEqual(['establishments.csv', 'return.xml']);
  });
});

describe('generate with the published figures', () => {
  const national = ['generate', '--year', '2025', '--persons', 'national', '--seed', 'cli'] as const;

  it('makes as many persons as are published for the LA', async () => {
    // City of London: 26 open plans, 3 ceased, 5 requests of which 5 came to a plan.
    const { code, stdout } = await sen2kit(folder, ...national, '--la', '201', '--out', '-');
    expect(code).toBe(0);
    expect(split(stdout).persons).toHaveLength(29);
  });

  it('makes the return of every LA, each what it would be alone', async () => {
    const ran = await sen2kit(
      folder,
      ...['generate', '--year', '2025', '--la', 'all', '--persons', '3', '--seed', 'cli', '--out', 'all'],
    );
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
    const files = contents(join(folder, 'all'));
    expect(files.filter((name) => /^\d{3}\.xml$/.test(name))).toHaveLength(153);
    expect(files.filter((name) => !/^\d{3}\.xml$/.test(name))).toEqual(['establishments.csv']);
    for (const la of ['201', '941']) {
      expect(readFileSync(join(folder, 'all', `${la}.xml`), 'utf8')).toBe(
        returnToXml(generateReturn({ year: 2025, la, seed: 'cli', persons: 3 }), 2025),
      );
    }
  });

  it('says what cannot be', async () => {
    const all = ['generate', '--year', '2025', '--la', 'all', '--persons', '1', '--out'] as const;
    expect(complaint(await sen2kit(folder, ...all, '-'), 2)).toMatch(/--out -: .*folder/);
    expect(complaint(await sen2kit(folder, ...all, 'return.xml'), 2)).toMatch(/return\.xml: .*folder/);
    expect(complaint(await sen2kit(folder, ...all, 'no/such'), 2)).toMatch(/no\/such: the folder cannot be made/);
    expect(complaint(await sen2kit(folder, 'generate', ...key, '--workers', '0', '--out', '-'), 2)).toMatch(
      /--workers 0/,
    );
  });

  it.each(['1', '2'])('says in one line that the disk is full, with %s workers', async (workers) => {
    const large = ['generate', '--year', '2025', '--la', '202', '--persons', '200000', '--out', '/dev/full'] as const;
    const said = complaint(await sen2kit(folder, ...large, '--workers', workers), 2);
    expect(said).toBe('cannot write /dev/full: the disk is full');
  });

  it('makes the same bytes with any number of workers', async () => {
    // So many that other threads do a good part of them.
    const large = ['generate', '--year', '2025', '--la', '202', '--persons', '40001', '--seed', 'cli'] as const;
    for (const workers of ['1', '2', '3']) {
      const { code } = await sen2kit(folder, ...large, '--workers', workers, '--out', `workers-${workers}.xml`);
      expect(code).toBe(0);
    }
    const [one, two, three] = ['1', '2', '3'].map((workers) => readFileSync(join(folder, `workers-${workers}.xml`)));
    expect(one?.length).toBeGreaterThan(40_000_000);
    expect(two?.equals(one ?? Buffer.alloc(0))).toBe(true);
    expect(three?.equals(one ?? Buffer.alloc(0))).toBe(true);
  });
});
