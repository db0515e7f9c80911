import { spawn } from 'node:child_process';
import { endGroup, keepGroup } from './process-group.js';
import { howItEnded, inOwnGroup, keepEnd, lingerMs, notStarted, wasStopped } from './program.js';

/** How a command ended. */
export type CommandEnd =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: Buffer; readonly stderr: string }
  | { readonly kind: 'failed'; readonly why: string; readonly stderr: string };

export interface CommandLimits {
  /** Bytes of standard output at most; a command that writes more is ended. */
  readonly maxOutput: number;
}

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
    let failure: string | undefined;

    let child;
    try {
      child = spawn(program, args, { ...inOwnGroup, stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (error) {
      settle({ kind: 'failed', why: notStarted(program, error), stderr: '' });
      return;
    }
    const { pid, stdout, stderr: errors } = child;
    if (pid !== undefined) keepGroup(pid);
    const errorEnd = keepEnd(errors);

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
      const stderr = errorEnd.text();
      if (failure !== undefined) settle({ kind: 'failed', why: failure, stderr });
      else if (code === null) settle({ kind: 'failed', why: howItEnded(code, endedBy), stderr });
      else settle({ kind: 'exited', code, stdout: Buffer.concat(chunks), stderr });
    };
  });
}
