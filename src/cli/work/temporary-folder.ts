import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../exit.js';
import { onSignal } from './signals.js';

/**
 * Makes a folder for the time of some work; it is removed after, however the work or the process ends.
 * @throws UsageError where there is no place for it; what `work` throws comes through
 */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = make();
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  const release = onSignal((signal) => {
    release();
    remove();
    // The signal does what it would have done, unless someone else listens for it.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  });
  try {
    return await work(folder);
  } finally {
    release();
    remove();
  }
}

function make(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'sen2kit-'));
  } catch {
    throw new UsageError(`no folder can be made in ${tmpdir()}; set TMPDIR to a folder that may be written to`);
  }
}
