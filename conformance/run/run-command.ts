import { spawn } from 'node:child_process';
import { errorCode, reasonOf } from '../shape/index.js';
import { endGroup, keepGroup } from './process-group.js';

/** How a command ended. */
export type CommandEnd =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: Buffer; readonly stderr: string }
  | { readonly kind: 'failed'; readonly why: string; readonly stderr: string };

export interface CommandLimits {
  /** Bytes of standard output at most; a command that writes more is ended. */
  readonly maxOutput: number;
}

/** How much of standard error is kept: its end, where errors say what went wrong. */
const stderrKept = 4000;

const wasStopped = 'it was stopped';

/** How long output may still come in after the program itself has ended, from children that hold its output open. */
const lingerMs = 500;

/**
 * Runs a program without a shell, in a process group of its own. When the program has ended, or is to be ended, the
 * whole group goes, so that no child of it is left behind. Never rejects.
 */
export function runCommand(
  words: readonly [string, ...string[]],
  limits: CommandLimits,
  signal?: AbortSignal,
): Promise<CommandEnd> {
  const [program, ...args] = words;
  if (signal?.aborted === true) return Promise.resolve({ kind: 'failed', why: wasStopped, stderr: '' });
  return new Promise((settle) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let stderr = '';
    let failure: string | undefined;

    let child;
    try {
      child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    } catch (error) {
      settle({ kind: 'failed', why: notStarted(program, error), stderr });
      return;
    }
    const { pid, stdout, stderr: errors } = child;
    if (pid !== undefined) keepGroup(pid);

    const stop = (why: string): void => {
      failure ??= why;
      if (pid !== undefined) endGroup(pid);
      stdout.destroy();
      errors.destroy();
    };
    const onAbort = (): void => {
      stop(wasStopped);
    };
    signal?.addEventListener('abort', onAbort, { once: true });

    stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.maxOutput) stop(`it wrote more than ${limits.maxOutput} bytes to standard output`);
      else chunks.push(chunk);
    });
    errors.setEncoding('utf8');
    errors.on('data', (text: string) => {
      stderr = (stderr + text).slice(-stderrKept);
    });

    child.on('error', (error) => {
      failure ??= notStarted(program, error);
      if (pid === undefined) done(null, null);
    });
    child.on('exit', () => {
      setTimeout(() => {
        stdout.destroy();
        errors.destroy();
      }, lingerMs).unref();
    });
    child.on('close', (code, endedBy) => {
      done(code, endedBy);
    });

    const done = (code: number | null, endedBy: string | null): void => {
      signal?.removeEventListener('abort', onAbort);
      if (pid !== undefined) endGroup(pid);
      if (failure !== undefined) settle({ kind: 'failed', why: failure, stderr });
      else if (code === null)
        settle({ kind: 'failed', why: `it was ended by ${endedBy ?? 'an unknown signal'}`, stderr });
      else settle({ kind: 'exited', code, stdout: Buffer.concat(chunks), stderr });
    };
  });
}

function notStarted(program: string, error: unknown): string {
  const code = errorCode(error);
  if (code === 'ENOENT') return `the program ${program} was not found`;
  if (code === 'EACCES') return `the program ${program} may not be run: no permission, or not a program`;
  return `the program ${program} could not be started: ${reasonOf(error)}`;
}
