import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { blocksOf, workbench } from './document.js';

// The commands of the document are run as they stand, but for the number of persons and of shards.
import.meta.jest.setTimeout(120_000);

const blocks = (kind: string): readonly string[] => blocksOf('large-returns.md', kind);
/** The lines under each `|` of a workflow or job, without their indent. */
const scripts = blocks('yaml').map((yaml) =>
  Array.from(yaml.matchAll(/^( *)- (?:run: )?\|\n((?:\1 +.*\n)+)/gm), ([, , body = '']) => body.replace(/^ +/gm, '')),
);
const [alone = '', all = '', parallel = '', joining = '', scale = '', validate = ''] = blocks('sh');
const [matrix = [], pod = []] = scripts;

const { root, bin, program, remove } = workbench('large');
afterAll(remove);

beforeAll(() => {
  program('npx', `[ "$1" = sen2kit ] || exit 64\nshift\nexec "${process.execPath}" "${resolve('bin/sen2kit')}" "$@"`);
  program('my-validator', `echo '{"findings":[]}'`);
  // As GNU parallel reads it: what follows ::: is put in place of {} in what stands before.
  program(
    'parallel',
    `template=
while [ "$1" != ::: ]; do template="$template $1"; shift; done
shift
for one; do sh -c "$(echo "$template" | sed "s/{}/$one/g")" || exit; done`,
  );
});

/** Runs a script with few persons and shards in place of many; what it said. */
async function run(folder: string, script: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const few = script
    .replaceAll(/--persons 10*\b/g, '--persons 40')
    // Fewer shards too, since each is a process.
    .replaceAll(/\/(16|8)\b/g, '/3')
    .replaceAll('seq -w 16', 'seq -w 3')
    .replaceAll('--persons national', '--persons 1')
    .replaceAll('--max-seconds 600', '--max-seconds 600 --max-persons 1000');
  const child = spawn('sh', ['-euc', few], {
    cwd: folder,
    env: { ...process.env, ...env, PATH: `${bin}:${process.env.PATH ?? ''}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const code = await new Promise((settle) => child.on('close', settle));
  expect({ script, code, said: code === 0 ? '' : said }).toEqual({ script, code: 0, said: '' });
  return said;
}

function folder(name: string): string {
  const path = join(root, name);
  mkdirSync(path);
  return path;
}

const read = (path: string, name: string): string => readFileSync(join(path, name), 'utf8');

describe('docs/large-returns.md', () => {
  it('makes the same return alone, with parallel, in a matrix and in an indexed job', async () => {
    const one = folder('one');
    await run(one, alone);
    const whole = read(one, 'large.xml');
    expect(whole.match(/<Person>/g)).toHaveLength(40);

    await run(one, parallel);
    expect(read(one, 'joined.xml')).toBe(whole);
    expect(await run(one, validate)).toMatch(/40 persons: 0 errors, 0 queries/);

    const [shardStep = '', joinStep = ''] = matrix;
    const actions = folder('actions');
    for (let shard = 1; shard <= 3; shard++)
      await run(actions, shardStep.replaceAll('${{ matrix.shard }}', String(shard)));
    await run(actions, joinStep);
    expect(read(actions, 'joined.xml')).toBe(whole);

    const pods = folder('pods');
    const [script = ''] = pod;
    for (let index = 0; index < 3; index++) await run(pods, script, { JOB_COMPLETION_INDEX: String(index) });
    await run(pods, joining);
    expect(read(pods, 'joined.xml')).toBe(whole);
  });

  it('makes the returns of all LAs, and measures a validator', async () => {
    const other = folder('other');
    await run(other, all);
    expect(read(other, 'returns/330.xml')).toContain('<LEA>330</LEA>');
    expect(await run(other, scale)).toMatch(/too few sizes/);
    expect(read(other, 'scale.html')).toContain('Time and memory of');
  });
});
