import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether a process runs. */
export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A zombie is gone too: nothing of it runs, it only waits to be noticed.
  const status = `/proc/${pid}/stat`;
  return (
    !existsSync(status) ||
    !readFileSync(status, 'utf8')
      .replace(/^.*\) /, '')
      .startsWith('Z')
  );
}

/** Waits two seconds at most for a process to end, and tells whether it did. */
export async function untilGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    if (!isThere(pid)) return true;
    await wait(20);
  }
  return false;
}
