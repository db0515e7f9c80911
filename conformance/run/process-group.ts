/** The process groups that are to end with this process at the latest. */
const groups = new Set<number>();
let isWatching = false;

/** Takes note of a process group that this process leads into being, so that it never outlives it. */
export function keepGroup(pid: number): void {
  if (!isWatching) {
    isWatching = true;
    process.once('exit', () => {
      for (const group of groups) endGroup(group);
    });
  }
  groups.add(pid);
}

/** Ends every process of a group at once. A group that is gone already is fine. */
export function endGroup(pid: number): void {
  groups.delete(pid);
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left, which is what was wanted.
  }
}
