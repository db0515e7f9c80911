import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { removeFolders, sen2kit, temporaryFolder } from './kit.js';

afterAll(removeFolders);

interface Stats {
  readonly year: number;
  readonly persons: number;
  readonly tables: readonly { readonly id: string; readonly total: number; readonly leftOut: number }[];
}

const schema = JSON.parse(readFileSync(resolve('conformance/schemas/stats.v1.schema.json'), 'utf8')) as object;

describe('stats', () => {
  const folder = temporaryFolder();

  beforeAll(async () => {
    const made = 'generate --year 2025 --la 202 --persons 300 --out return.xml'.split(' ');
    expect((await sen2kit(folder, ...made)).code).toBe(0);
  });

  it('prints the tables as JSON that fits its schema, and tells kinds of school by the register beside the return', async () => {
    const { code, stdout, stderr } = await sen2kit(folder, 'stats', 'return.xml', '--format', 'json');
    expect(code).toBe(0);
    const stats = JSON.parse(stdout) as Stats;
    const validate = new Ajv2020({ strict: true }).compile(schema);
    expect(validate(stats) ? [] : validate.errors).toEqual([]);
    expect(stats).toMatchObject({ year: 2025, persons: 300 });
    const placement = stats.tables.find(({ id }) => id === 'placement');
    expect(placement?.total).toBeGreaterThan(200);
    expect(placement?.leftOut).toBe(0);
    expect(stderr).toContain('establishments.csv: read');
  });

  it('leaves aside a file beside the return that is no register, and says so', async () => {
    const other = temporaryFolder();
    copyFileSync(join(folder, 'return.xml'), join(other, 'return.xml'));
    writeFileSync(join(other, 'establishments.csv'), 'a,b\n1,2\n');
    const { code, stdout, stderr } = await sen2kit(other, 'stats', 'return.xml');
    expect([code, stdout.includes('urn_senunit')]).toEqual([0, true]);
    expect(stderr).toMatch(/left aside, .*establishments\.csv: has no column "URN"/);
  });

  it('prints text without it', async () => {
    const { code, stdout } = await sen2kit(folder, 'stats', 'return.xml', '--year', '2025');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Open plans by age on the 31 August before the census \(distance 0\.\d{4}\)\n/);
  });

  it.each([
    ['nothing.xml', [], 2, 'nothing.xml: no such file'],
    ['broken.xml', ['--year', '2025'], 1, 'broken.xml: FILE-01 in line 1: '],
    ['return.xml', ['--year', '1999'], 2, '--year 1999: not a known collection year'],
    ['return.xml', ['--gias', 'return.xml'], 2, '--gias return.xml: '],
    ['return.xml', ['--gias', 'none.csv'], 2, '--gias none.csv: no such file'],
  ])('says what is wrong with %s %j', async (file, more, expected, message) => {
    writeFileSync(join(folder, 'broken.xml'), '<Message>');
    const { code, stderr, stdout } = await sen2kit(folder, 'stats', file, ...more);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toContain(message);
  });
});
