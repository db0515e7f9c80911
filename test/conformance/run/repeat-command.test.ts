import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseValidatorSpec, repeatCommand, type HttpSettings } from '../../../conformance/run/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const file = join(folder, "a return's file.xml");
writeFileSync(file, '<Message/>');
const request = { file, year: 2025 };
const command = (validator: string, http?: HttpSettings) => repeatCommand(parseValidatorSpec(validator), request, http);
/** What a shell prints for it. */
const shell = (line: string): string => execFileSync('sh', ['-c', line], { encoding: 'utf8', cwd: folder });

/** A program of node in the test's folder. */
function script(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, body);
  return path;
}

const echo = script('echo.cjs', 'console.log(JSON.stringify(process.argv.slice(2)))');

describe('the command that puts a file again', () => {
  it('is the command of the user with the file and the year, for a shell', () => {
    const line = command(`cmd:"${process.execPath}" "${echo}" {file} --year={year} "it's $HOME" {out}`);
    expect(JSON.parse(shell(line))).toEqual([file, '--year=2025', "it's $HOME", './answer']);
  });

  it('speaks the protocol to one that reads lines', () => {
    const cat = script('cat.cjs', 'process.stdin.pipe(process.stdout)');
    const lines = shell(command(`stdio:"${process.execPath}" "${cat}"`))
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { cmd: 'start', protocol: 1 },
      { cmd: 'validate', id: '1', year: 2025, file },
      { cmd: 'stop' },
    ]);
  });

  it('calls a module', () => {
    const module = script('module.mjs', 'export const validate = ({ file, year }) => ({ findings: [], file, year })');
    const line = command(`module:${module}`).replace(/^node/, `'${process.execPath}'`);
    expect(JSON.parse(shell(line))).toEqual({ findings: [], file, year: 2025 });
  });

  it('names schema and file for one that is a schema, and the kit for the reference', () => {
    expect(command('xsd:a.xsd')).toBe(`xmllint --noout --schema a.xsd '${file.replace("'", String.raw`'\''`)}'`);
    expect(command('reference')).toMatch(/^sen2kit validate '.*' --year 2025 --format json$/);
  });

  it('keeps secrets as variables, and nothing else that a shell would look into', () => {
    const http = { headers: { Authorization: 'Bearer ${env:TOKEN}', 'X-Year': '{year}', 'X-Odd': '$HOME `id` "\\' } };
    expect(command('https://example.org/check?y={year}', http)).toBe(
      'curl -X POST -H "Sen2-Collection-Year: 2025" -H "Content-Type: application/xml" ' +
        '-H "Authorization: Bearer ${TOKEN}" -H "X-Year: 2025" -H "X-Odd: \\$HOME \\`id\\` \\"\\\\" ' +
        `--data-binary '@${file.replace("'", String.raw`'\''`)}' "https://example.org/check?y=2025"`,
    );
    const form = { body: { file: 'upload', fields: { kind: 'sen2 {year}' } } } as const;
    expect(command('http://localhost/', form)).toContain('--form-string "kind=sen2 2025"');
  });
});
