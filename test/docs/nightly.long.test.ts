import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { blocksOf, textOf, workbench } from './document.js';

// The document is put to the proof: its shell blocks are run as they stand, one after the other, and the steps of its
// workflow as well. Only the suites are cut to a few cases, which a whole statement then does not allow.
import.meta.jest.setTimeout(120_000);

const blocks = (kind: string): readonly string[] => blocksOf('nightly.md', kind);
const shellBlocks = blocks('sh');
const workflow = blocks('yaml')[0] ?? '';

/** What the steps of the workflow run, without their indent. */
const steps = Array.from(workflow.matchAll(/^ {8}run: \|\n((?: {10}.*\n|\n)+)/gm), ([, body = '']) =>
  body.replace(/^ {10}/gm, ''),
);

const { root, bin, program, remove } = workbench('nightly');
afterAll(remove);

beforeAll(() => {
  const kit = `"${process.execPath}" "${resolve('bin/sen2kit')}"`;
  program(
    'npx',
    `[ "$1" = sen2kit ] || exit 64
shift
echo "$*" >> "$LOG"
case "$1" in
  suite) exec ${kit} "$@" --select PER-01.absent ;;
  statement) exec ${kit} "$@" --allow-partial ;;
  *) exec ${kit} "$@" ;;
esac`,
  );
  program(
    'my-validator',
    `if [ -f blind ]; then echo '{"findings":[]}'; else exec ${kit} validate "$1" --year "$2" --format json; fi`,
  );
  program('gh', 'echo "gh $*" >> "$LOG"');
});

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

function sh(folder: string, script: string): Promise<Ran> {
  const env = {
    ...process.env,
    PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    LOG: join(folder, 'log'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_OUTPUT: join(folder, 'output'),
    PR: '7',
  };
  const child = spawn('sh', ['-eu', '-c', script], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => (output += piece));
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      settle({ code, output });
    });
  });
}

function folderNamed(name: string): string {
  const folder = join(root, name);
  mkdirSync(folder);
  return folder;
}

describe('docs/nightly.md', () => {
  it('has a script, a workflow and the commands of a statement', () => {
    expect(shellBlocks).toHaveLength(4);
    expect(steps).toHaveLength(6);
    // Nothing that starts the kit is in a form that is not run below.
    const lines = (of: string): number => of.split('\n').filter((line) => line.includes('npx sen2kit')).length;
    expect(lines([...shellBlocks, ...steps].join('\n'))).toBe(lines(textOf('nightly.md')));
  });

  it('works from night to night, from year to year, and up to a statement', async () => {
    const folder = folderNamed('nights');
    const [nightly = '', years = '', statement = '', verify = ''] = shellBlocks;
    const first = await sh(folder, nightly);
    expect([first.code, existsSync(join(folder, 'comparison.md'))]).toEqual([0, false]);
    writeFileSync(join(folder, 'blind'), '');
    const worse = await sh(folder, nightly);
    expect([worse.code, readFileSync(join(folder, 'comparison.md'), 'utf8')]).toEqual([
      1,
      expect.stringContaining('Something is worse: 1 new'),
    ]);
    rmSync(join(folder, 'blind'));
    const better = await sh(folder, nightly);
    expect([better.code, better.output]).toEqual([0, expect.stringContaining('Nothing is worse: 1 gone')]);

    const compared = await sh(folder, years);
    expect([compared.code, compared.output]).toEqual([0, expect.stringContaining('The years differ, 2025 and 2026')]);
    expect(await sh(folder, statement)).toMatchObject({ code: 0 });
    const verified = await sh(folder, verify);
    expect([verified.code, verified.output]).toEqual([0, expect.stringContaining('checks hold')]);
  });

  it('works as a workflow', async () => {
    const folder = folderNamed('workflow');
    for (const run of ['first', 'second']) {
      // The last step is for a run in which something is worse.
      for (const step of steps.slice(0, -1))
        expect([run, step, await sh(folder, step)]).toEqual([
          run,
          step,
          { code: 0, output: expect.any(String) as string },
        ]);
    }
    expect(readFileSync(join(folder, 'output'), 'utf8')).toBe('worse=0\nworse=0\n');
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toContain('Nothing is worse');
    expect(readFileSync(join(folder, 'log'), 'utf8')).toContain(
      'gh pr comment 7 --body-file comparison.md --edit-last',
    );
  });
});
