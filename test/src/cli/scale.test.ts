import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scale } from '../../../conformance/scale/index.js';
import { complaint, contents, removeFolders, sen2kit, temporaryFolder } from './kit.js';

afterAll(removeFolders);

const folder = temporaryFolder();
writeFileSync(
  join(folder, 'validator.cjs'),
  `const size = require('node:fs').statSync(process.argv[2]).size;
   if (size > 3e6) process.exit(7);
   console.log(JSON.stringify({ findings: [] }));`,
);
const validator = `cmd:'${process.execPath}' validator.cjs {file}`;

describe('scale', () => {
  it('measures a command, writes its reports and leaves nothing else', async () => {
    const { code, stdout, stderr } = await sen2kit(
      folder,
      ...['scale', '--year', '2026', '--validator', validator, '--max-persons', '3000', '--format', 'json'],
      ...['--report', 'html=scale.html', '--report', 'json=scale.json'],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const scale = JSON.parse(stdout) as Scale;
    expect(scale.points.map(({ persons }) => persons)).toEqual([1000]);
    expect(scale.points[0]?.bytes).toBeGreaterThan(1e6);
    if (process.platform === 'linux') expect(scale.points[0]?.peakBytes).toBeGreaterThan(1e7);
    expect(scale.stopped).toMatch(/^3,000 persons: .*7/);
    expect(readFileSync(join(folder, 'scale.json'), 'utf8')).toBe(stdout);
    expect(readFileSync(join(folder, 'scale.html'), 'utf8')).toContain('<!doctype html>');
    expect(contents(folder)).toEqual(['scale.html', 'scale.json', 'validator.cjs']);
  });

  it('says what makes no sense', async () => {
    const refused = async (...args: readonly string[]): Promise<string> =>
      complaint(await sen2kit(folder, 'scale', '--year', '2026', '--validator', 'reference', ...args), 2);
    expect(await refused('--max-persons', '999')).toMatch(/--max-persons 999.*1,000 to 10,000,000/);
    expect(await refused('--report', 'pdf=a')).toMatch(/--report pdf=a: html=FILE or json=FILE/);
    expect(await refused('--max-seconds', 'long')).toMatch(/--max-seconds long/);
  });

  it('is told where not even the smallest return was taken', async () => {
    const args = ['scale', '--year', '2026', '--validator', 'cmd:no-such-program {file}', '--max-persons', '1000'];
    const { code, stdout } = await sen2kit(folder, ...args);
    expect(code).toBe(3);
    expect(stdout).toMatch(/stopped: 1,000 persons: /);
  });
});
