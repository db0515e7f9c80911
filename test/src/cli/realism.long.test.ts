import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { removeFolders, sen2kit, temporaryFolder } from './kit.js';

afterAll(removeFolders);

const generate = (folder: string, ...more: string[]) =>
  sen2kit(folder, ...'generate --year 2026 --la 202 --persons 400 --out return.xml'.split(' '), ...more);

const schema = (name: string) =>
  new Ajv2020({ strict: true }).compile(
    JSON.parse(readFileSync(resolve(`conformance/schemas/${name}.v1.schema.json`), 'utf8')) as object,
  );

interface Fault {
  readonly rule: string;
  readonly path: string;
}

const brief = ({ rule, path }: Fault): string => `${rule} ${path}`;

describe('generate --defects', () => {
  it('plants what the plan says, and the truth is what the reference validator finds, in a shard too', async () => {
    const folder = temporaryFolder();
    const plan = {
      format: 1,
      defects: [
        { rule: 'PER-13', count: 101 },
        { rule: 'PLC-05', perThousand: 100 },
      ],
    };
    expect(schema('defects')(plan)).toBe(true);
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));
    const faults: Fault[] = [];
    for (const shard of [[], ['--shard', '2/3']]) {
      expect(await generate(folder, '--defects', 'plan.json', ...shard)).toMatchObject({ code: 0, stderr: '' });
      const lines = readFileSync(join(folder, 'return.xml.truth.ndjson'), 'utf8').trimEnd().split('\n');
      const truth = lines.map((line) => JSON.parse(line) as Fault);
      for (const fault of truth) expect(schema('truth-line')(fault)).toBe(true);
      const { stdout } = await sen2kit(folder, 'validate', 'return.xml', '--format', 'json');
      const { findings } = JSON.parse(stdout) as { findings: readonly Fault[] };
      expect(findings.map(brief)).toEqual(truth.map(brief));
      faults.push(...(shard.length === 0 ? truth : []));
    }
    expect(faults.filter(({ rule }) => rule === 'PER-13')).toHaveLength(101);
    expect(faults.length).toBeGreaterThan(110);
  });

  it.each([
    ['{}', [], 'is no plan of defects'],
    ['{"format":1,"defects":[{"rule":"PER-13","count":401}]}', [], 'persons can have one; ask for fewer'],
    ['{"format":1,"defects":[{"rule":"PER-13","count":1}]}', ['--out', '-'], 'has to be a file'],
  ])('refuses %s %j', async (plan, more, message) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'plan.json'), plan);
    const args = 'generate --year 2026 --la 202 --persons 400 --defects plan.json'.split(' ');
    const { code, stderr } = await sen2kit(folder, ...args, ...(more.length > 0 ? more : ['--out', 'r.xml']));
    expect(code).toBe(2);
    expect(stderr).toContain(`--defects plan.json: `);
    expect(stderr).toContain(message);
    expect(existsSync(join(folder, 'r.xml'))).toBe(false);
  });
});

describe('the register beside a return', () => {
  it('holds the establishments of all LAs of a folder, and leaves a foreign file alone, which it says', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'establishments.csv');
    expect(await generate(folder)).toMatchObject({ code: 0, stderr: '' });
    const first = readFileSync(path, 'utf8').split('\r\n');
    expect(first[0]).toMatch(/^URN,LA \(code\),EstablishmentName,/);
    await generate(folder);
    expect(readFileSync(path, 'utf8').split('\r\n')).toEqual(first);
    await sen2kit(folder, ...'generate --year 2026 --la 330 --persons 5 --out other.xml'.split(' '));
    const both = readFileSync(path, 'utf8').split('\r\n');
    expect(both.length).toBe(2 * first.length - 2);
    for (const line of first) expect(both).toContain(line);

    writeFileSync(path, 'mine');
    const { code, stderr } = await generate(folder);
    expect([code, readFileSync(path, 'utf8')]).toEqual([0, 'mine']);
    expect(stderr).toContain('establishments.csv: is not from sen2kit and left as it is');
  });

  it('is one that --gias reads: the same establishments come back', async () => {
    const folder = temporaryFolder();
    await generate(folder);
    const again = join(folder, 'again');
    mkdirSync(again);
    const args = 'generate --year 2026 --la 202 --persons 50 --out again/return.xml --gias establishments.csv';
    expect(await sen2kit(folder, ...args.split(' '))).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(again, 'establishments.csv'))).toBe(false);
    const urns = readFileSync(join(again, 'return.xml'), 'utf8').match(/<URN>\d+/g) ?? [];
    const known = readFileSync(join(folder, 'establishments.csv'), 'utf8');
    expect(urns.length).toBeGreaterThan(30);
    for (const urn of urns) expect(known).toContain(`${urn.slice(5)},`);
    const wrong = await sen2kit(folder, ...args.replace('--la 202', '--la 330').split(' '));
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toContain('--gias establishments.csv: has no open establishment of LA 330');
  });
});

describe('generate --calibrate', () => {
  it('says which files and tables it used, and which not', async () => {
    const folder = temporaryFolder();
    const files = join(folder, 'release');
    mkdirSync(files);
    const nothing = await generate(folder, '--calibrate', 'release');
    expect(nothing).toMatchObject({ code: 2 });
    expect(nothing.stderr).toContain('--calibrate release: holds no CSV file');
    expect((await generate(folder, '--calibrate', 'nowhere')).stderr).toContain('no such folder');

    writeFileSync(
      join(files, 'requests.csv'),
      'time_period,geographic_level,old_la_code,breakdown_topic,breakdown,requests_received_in_year,requests_decided_to_assess\n' +
        '2024,Local authority,202,Total,Total,246,200\n',
    );
    writeFileSync(join(files, 'readme.csv'), 'a\n1\n');
    const { code, stderr } = await generate(folder, '--calibrate', 'release');
    expect(code).toBe(0);
    expect(stderr).toMatch(/requests\.csv: used for requests \(2024\)\n/);
    expect(stderr).toMatch(/readme\.csv: not used, it has no column time_period/);
    expect(stderr).toMatch(/national figures stand in for: .*primary need/);
    expect((await sen2kit(folder, 'validate', 'return.xml')).code).toBe(0);
  });
});
