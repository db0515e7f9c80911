import { spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OutputError, writeFileAtomically, writeOutput } from '../../output/index.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'sen2kit-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const hello = (path: string): Promise<void> =>
  writeFileAtomically(path, (sink) => {
    sink.write('hello');
  });

describe('writeFileAtomically', () => {
  it('writes text and bytes in the order given, large and small, and leaves nothing else behind', async () => {
    const path = join(folder, 'out.xml');
    const long = 'é'.repeat(300_000);
    await writeFileAtomically(path, async (sink) => {
      sink.write('a');
      await Promise.resolve();
      sink.write(new Uint8Array([98, 10]));
      sink.write(long);
      sink.write('z');
    });
    expect(readFileSync(path, 'utf8')).toBe(`ab\n${long}z`);
    expect(readdirSync(folder)).toEqual(['out.xml']);
  });

  it('shows nothing under the final name until it is whole, and keeps what was there', async () => {
    const path = join(folder, 'out.xml');
    writeFileSync(path, 'former');
    await writeFileAtomically(path, (sink) => {
      sink.write('x'.repeat(1_000_000));
      expect(readFileSync(path, 'utf8')).toBe('former');
      expect(readdirSync(folder)).toHaveLength(2);
    });
    expect(statSync(path).size).toBe(1_000_000);
  });

  it('is for its owner alone until it is whole, and then for whom the process lets in', async () => {
    const path = join(folder, 'out.xml');
    writeFileSync(join(folder, 'other'), '');
    const modes: number[] = [];
    await writeFileAtomically(path, () => {
      for (const name of readdirSync(folder))
        if (name !== 'other') modes.push(statSync(join(folder, name)).mode & 0o777);
    });
    expect(modes).toEqual([0o600]);
    expect(statSync(path).mode).toBe(statSync(join(folder, 'other')).mode);
  });

  it('leaves the former file and no other where the writing fails, and lets the error through', async () => {
    const path = join(folder, 'out.xml');
    writeFileSync(path, 'former');
    const failure = new Error('no');
    await expect(
      writeFileAtomically(path, (sink) => {
        sink.write('half');
        throw failure;
      }),
    ).rejects.toBe(failure);
    expect(readFileSync(path, 'utf8')).toBe('former');
    expect(readdirSync(folder)).toEqual(['out.xml']);
  });

  it('follows a symbolic link and keeps it', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    writeFileSync(join(folder, 'elsewhere', 'real.xml'), 'former');
    symlinkSync(join('elsewhere', 'real.xml'), join(folder, 'link.xml'));
    await hello(join(folder, 'link.xml'));
    expect(readFileSync(join(folder, 'elsewhere', 'real.xml'), 'utf8')).toBe('hello');
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['real.xml']);
  });

  it('listens for the end of the process only while it writes', async () => {
    const listening = (): number[] =>
      ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'].map((event) => process.listenerCount(event));
    const before = listening();
    await writeFileAtomically(join(folder, 'a.xml'), async () => {
      expect(listening()).toEqual(before.map((count) => count + 1));
      await hello(join(folder, 'b.xml'));
      expect(listening()).toEqual(before.map((count) => count + 1));
    });
    expect(listening()).toEqual(before);
  });

  it('passes over a temporary file that an earlier process of the same number left', async () => {
    for (let i = 0; i < 50; i++) writeFileSync(join(folder, `.sen2kit-${process.pid}-${i}.part`), 'stale');
    await hello(join(folder, 'out.xml'));
    expect(readFileSync(join(folder, 'out.xml'), 'utf8')).toBe('hello');
    expect(readdirSync(folder)).toHaveLength(51);
  });

  it('writes a device directly', async () => {
    await hello('/dev/null');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('says in one line what is in the way', async () => {
    writeFileSync(join(folder, 'file'), '');
    const message = async (path: string): Promise<string> => {
      const error: unknown = await hello(path).catch((e: unknown) => e);
      return error instanceof OutputError ? error.message : `not an OutputError: ${String(error)}`;
    };
    expect(await message(folder)).toBe(`cannot write ${folder}: it is a folder`);
    expect(await message(join(folder, 'no', 'out.xml'))).toBe(
      `cannot write ${join(folder, 'no', 'out.xml')}: there is no folder ${join(folder, 'no')}`,
    );
    expect(await message(join(folder, 'file', 'out.xml'))).toBe(
      `cannot write ${join(folder, 'file', 'out.xml')}: part of the path is not a folder`,
    );
    expect(await message(join(folder, 'x'.repeat(300)))).toMatch(/: the name is too long$/);
    expect(await message('/dev/full')).toBe('cannot write /dev/full: the disk is full');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('says that permission is denied, for the folder and for a file that is there', async () => {
    writeFileSync(join(folder, 'kept.xml'), 'kept', { mode: 0o444 });
    chmodSync(folder, 0o555);
    // The superuser may write anywhere, so the writing is done by someone else.
    const script = `
      const { writeFileAtomically } = await import(${JSON.stringify(outputUrl())});
      if (process.getuid() === 0) process.setuid(65534);
      const say = (error) => console.log(error.name + ': ' + error.message);
      for (const name of ['kept.xml', 'new.xml']) await writeFileAtomically(name, () => {}).catch(say);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await new Promise((resolve) => child.on('close', resolve));
    chmodSync(folder, 0o755);
    expect(said).toBe(
      'OutputError: cannot write kept.xml: permission denied\nOutputError: cannot write new.xml: permission denied\n',
    );
    expect(readdirSync(folder)).toEqual(['kept.xml']);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'removes the temporary file when %s ends the process',
    async (signal) => {
      const script = `
      const { writeFileAtomically, writeFolderAtomically } = await import(${JSON.stringify(outputUrl())});
      const { writeFileSync } = await import('node:fs');
      const forever = () => new Promise(() => setInterval(() => {}, 1000));
      void writeFolderAtomically('suite', async (folder) => { writeFileSync(folder + '/a', 'a'); await forever(); });
      await writeFileAtomically('out.xml', async (sink) => { sink.write('half'); console.log('ready'); await forever(); });`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = new Promise<NodeJS.Signals | null>((resolve) =>
        child.on('exit', (_, by) => {
          resolve(by);
        }),
      );
      await new Promise((resolve) => child.stdout.once('data', resolve));
      expect(readdirSync(folder)).toHaveLength(2);
      child.kill(signal);
      expect(await ended).toBe(signal);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('removes the temporary file when process.exit is called meanwhile', async () => {
    const script = `
      const { writeFileAtomically } = await import(${JSON.stringify(outputUrl())});
      await writeFileAtomically('out.xml', () => process.exit(7));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, stdio: 'inherit' });
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(7);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('writeOutput', () => {
  it('writes a path as writeFileAtomically does', async () => {
    await writeOutput(join(folder, 'out.xml'), (sink) => {
      sink.write('hello');
    });
    expect(readdirSync(folder)).toEqual(['out.xml']);
  });

  it('writes - to standard output, whole, however slow the reader', async () => {
    const script = `
      const { writeOutput } = await import(${JSON.stringify(outputUrl())});
      process.stdout.write('start ');
      await writeOutput('-', (sink) => { for (let i = 0; i < 200000; i++) sink.write('line of text\\n'); });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(length).toBe('start '.length + 200_000 * 13);
  });
});

function outputUrl(): string {
  return pathToFileURL(join(process.cwd(), 'dist', 'output', 'index.js')).href;
}
