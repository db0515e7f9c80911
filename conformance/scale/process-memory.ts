import { readdirSync, readFileSync } from 'node:fs';

/** Watches how much memory the processes that this one started take. */
export interface MemoryWatch {
  /** The most they held together since the watch began, in bytes; null where the system does not tell. */
  stop(): number | null;
}

const pollMs = 50;
const kilobyte = 1024;

/**
 * Begins to watch the processes below this one, those they start included. Of each its own peak counts, as the system
 * keeps it, so that none is missed between two looks unless the process itself is.
 */
export function watchMemory(): MemoryWatch {
  let most: number | null = null;
  const look = (): void => {
    const held = heldBelow(process.pid);
    if (held !== undefined && held > (most ?? 0)) most = held;
  };
  const timer = setInterval(look, pollMs);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return most;
    },
  };
}

/** Peak memory of all processes below one; undefined where there are none or the system does not tell. */
function heldBelow(root: number): number | undefined {
  const children = new Map<number, number[]>();
  for (const pid of processes()) {
    const parent = parentOf(pid);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = [...(children.get(root) ?? [])];
  let held: number | undefined;
  for (const pid of below) {
    below.push(...(children.get(pid) ?? []));
    const peak = /^VmHWM:\s*(\d+) kB$/m.exec(textOf(`/proc/${pid}/status`) ?? '')?.[1];
    if (peak !== undefined) held = (held ?? 0) + Number(peak) * kilobyte;
  }
  return held;
}

function processes(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** The name of a process, in brackets, may hold anything; the state and the parent follow it. */
function parentOf(pid: number): number | undefined {
  const stat = textOf(`/proc/${pid}/stat`);
  const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  return parent === undefined ? undefined : Number(parent);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended, or the system has no such files.
    return undefined;
  }
}
