import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { readResults } from '../../../conformance/report/index.js';
import { bytesSource, validate } from '../../../src/validate/index.js';
import { contents, ended, removeFolders, sen2kit, start, temporaryFolder } from './kit.js';

const folder = temporaryFolder();
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const year = Number(request.headers['sen2-collection-year']);
    response.end(JSON.stringify({ findings: validate(bytesSource(Buffer.concat(chunks)), { year }).findings }));
  });
});

const reference = JSON.stringify(pathToFileURL(resolve('dist/src/validate/index.js')).href);
const hello = { protocol: 1, validator: { name: 'Over stdio' }, years: [2025], granularity: 'path', levels: true };

/** The reference validator as a program for stdio:, with something done to each answer. */
function stdioProgram(name: string, answer = 'say({ id, findings })'): string {
  writeFileSync(
    join(folder, name),
    `import { createInterface } from 'node:readline';
     import { appendFileSync } from 'node:fs';
     import { fileSource, validate } from ${reference};
     const say = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
     appendFileSync('${name}.pids', process.pid + '\\n');
     createInterface({ input: process.stdin }).on('line', (line) => {
       const { cmd, id, file, year } = JSON.parse(line);
       if (cmd === 'start') say(${JSON.stringify(hello)});
       if (cmd !== 'validate') return;
       const { findings } = validate(fileSource(file), { year });
       ${answer};
     });`,
  );
  return `stdio:"${process.execPath}" ${name}`;
}

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { stderr } = await sen2kit(folder, 'suite', '--year', '2025', '--out', 'suite', '--select', 'PER-0*', 'STR-*');
  expect(stderr).toBe('');
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  removeFolders();
});

const run = (validator: string, ...more: string[]): string[] => [
  'run',
  '--suite',
  'suite',
  '--validator',
  validator,
  ...more,
];

/** What results say, but for how long it took. */
async function verdicts(name: string): Promise<unknown[]> {
  const { cases } = await readResults(join(folder, name));
  return cases.map((one) => [one.id, one.verdict, one.reported.length]);
}

describe('run, whatever way a validator is reached', () => {
  it.each<[string, () => string]>([
    ['stdio', () => stdioProgram('right.mjs')],
    [
      'module',
      () => {
        const text = `import { fileSource, validate as check } from ${reference};
          export const validate = ({ file, year }) => ({ findings: check(fileSource(file), { year }).findings });`;
        writeFileSync(join(folder, 'module.mjs'), text);
        return 'module:module.mjs';
      },
    ],
    ['http', () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/check/{year}`],
  ])('gives the same verdicts: %s', async (kind, validator) => {
    await sen2kit(folder, ...run('reference', '--report', 'ndjson=reference.ndjson'));
    const name = `${kind}.ndjson`;
    const { code, stderr } = await sen2kit(folder, ...run(validator(), '--jobs', '3', '--report', `ndjson=${name}`));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await verdicts(name)).toEqual(await verdicts('reference.ndjson'));
    expect((await readResults(join(folder, name))).header.validator.kind).toBe(kind);
  });

  it('remarks at the end on what went on between the cases', async () => {
    const twice = stdioProgram('twice.mjs', 'say({ id, findings }); say({ id, findings: [] })');
    const { code, stderr } = await sen2kit(folder, ...run(twice, '--jobs', '1', '--select', 'PER-01'));
    expect(code).toBe(0);
    expect(stderr).toMatch(/^of the validator: it answered \d+ cases more than once; the first answers count\n$/);
  });

  it('leaves no process behind where a report cannot be written', async () => {
    const idle = stdioProgram('idle.mjs');
    const { code, stderr } = await sen2kit(folder, ...run(idle, '--report', 'ndjson=no/such/folder.ndjson'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^sen2kit: [^\n]*no\/such[^\n]*\n$/);
    expect(pidsOf('idle.mjs').filter(isAlive)).toEqual([]);
  });

  it('leaves no process behind where it is ended by a signal', async () => {
    const child = start(
      folder,
      run(stdioProgram('hangs.mjs', 'for (;;)'), '--jobs', '2', '--report', 'ndjson=cut.ndjson'),
    );
    const end = ended(child);
    while (pidsOf('hangs.mjs').length < 2) await wait(20);
    child.kill('SIGTERM');
    const { code, stderr } = await end;
    expect(code).toBe(2);
    expect(stderr).toMatch(/^stopping: /);
    expect(pidsOf('hangs.mjs').filter(isAlive)).toEqual([]);
    expect(contents(folder)).not.toContain('cut.ndjson');
  });

  it('ends at once at a second signal, with a process that would not stop', async () => {
    const stubborn = stdioProgram(
      'stubborn.mjs',
      "if (id !== '1') say({ id, findings }); else setInterval(() => {}, 1000)",
    );
    writeFileSync(join(folder, 'stubborn.mjs'), 'setInterval(() => {}, 1000);', { flag: 'a' });
    const child = start(folder, run(stubborn, '--jobs', '2'));
    const end = ended(child);
    while (pidsOf('stubborn.mjs').length < 2) await wait(20);
    await wait(500);
    child.kill('SIGTERM');
    await wait(300);
    const second = performance.now();
    child.kill('SIGINT');
    expect((await end).code).toBe(2);
    // The process that is told to stop has two seconds for it, of which one and a half are left.
    expect(performance.now() - second).toBeLessThan(1200);
    expect(pidsOf('stubborn.mjs').filter(isAlive)).toEqual([]);
  });
});

function pidsOf(name: string): number[] {
  const file = join(folder, `${name}.pids`);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map(Number) : [];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended but was not yet waited for counts as ended.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
