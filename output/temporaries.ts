import { rmSync } from 'node:fs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const paths = new Set<string>();

/** Has a file or folder removed should the process end, by a signal or otherwise, before `forget` is called. */
export function removeAtEnd(path: string): void {
  if (paths.size === 0) {
    process.on('exit', removeAll);
    for (const signal of signals) process.on(signal, endBySignal);
  }
  paths.add(path);
}

/** Takes back `removeAtEnd`. */
export function forget(path: string): void {
  if (!paths.delete(path) || paths.size > 0) return;
  process.off('exit', removeAll);
  for (const signal of signals) process.off(signal, endBySignal);
}

function removeAll(): void {
  for (const path of [...paths]) {
    // The process is about to end: what cannot be removed now can only be left.
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      continue;
    } finally {
      forget(path);
    }
  }
}

function endBySignal(signal: NodeJS.Signals): void {
  removeAll();
  // With the listeners gone the signal does what it would have done, unless someone else listens for it.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
