import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// Each test starts processes, on machines that may be busy with others.
import.meta.jest.setTimeout(60_000);

/** How a command line ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const program = resolve('bin/sen2kit');

/** Starts the command line tool in a folder. */
export function start(folder: string, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

const running = new Set<ChildProcess>();

/** Waits for a program to end. */
export function ended(child: ChildProcess): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      settle({ code, stdout, stderr });
    });
  });
}

/** Runs the command line tool in a folder, to its end. */
export function sen2kit(folder: string, ...args: readonly string[]): Promise<Ran> {
  return ended(start(folder, args));
}

/** Runs a shell command, in which "$KIT" is the command line tool. */
export function shell(folder: string, command: string): Promise<Ran> {
  const env = { ...process.env, KIT: program };
  return ended(spawn('sh', ['-c', command], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env }));
}

const folders: string[] = [];

/** A new folder, removed by `removeFolders`. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sen2kit cli '));
  folders.push(folder);
  return folder;
}

/** For afterAll. Ends what a test that failed may have left running, too. */
export function removeFolders(): void {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Everything in a folder, temporary files too, in order. */
export function contents(folder: string): string[] {
  return readdirSync(folder).sort();
}

/** Makes sure that a command failed as one that was foreseen does, and gives back the one line it said. */
export function complaint({ code, stdout, stderr }: Ran, expected: number): string {
  expect({ code, stdout, stderr }).toEqual({
    code: expected,
    stdout: '',
    stderr: expect.stringMatching(/^sen2kit: [^\n]+\n$/) as string,
  });
  expect(stderr).not.toMatch(/unforeseen|\n\s+at |node:internal|undefined|NaN/);
  return stderr.slice('sen2kit: '.length, -1);
}

/** Options of a small return that can be made. */
export const small = ['--year', '2025', '--la', '202', '--persons', '20'] as const;
