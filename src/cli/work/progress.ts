import { performance } from 'node:perf_hooks';
import { withoutControls } from '../../../conformance/shape/index.js';

/** How much is done, in what the work is about. */
export interface Amount {
  readonly persons?: number;
  readonly bytes?: number;
}

/** Tells how far long work is, on standard error. */
export interface Progress {
  /** @param total undefined where nobody knows how much there is to do */
  update(done: number, total: number | undefined, amount?: Amount): void;
  end(): void;
}

const barMs = 100;
const lineMs = 10_000;
const barWidth = 30;

/**
 * On a terminal a bar that is drawn over itself; with `--progress` elsewhere a line every ten seconds;
 * otherwise nothing.
 */
export function makeProgress(
  doing: string,
  isAsked: boolean,
  out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  if (!out.isTTY && !isAsked) return { update: () => undefined, end: () => undefined };
  const label = withoutControls(doing);
  const pause = out.isTTY ? barMs : lineMs;
  const started = now();
  let last = started;
  let longest = 0;
  const write = (told: string, bar = ''): void => {
    if (!out.isTTY) {
      out.write(`${told}\n`);
      return;
    }
    const line = bar + told;
    longest = Math.max(longest, line.length);
    out.write(`\r${line.padEnd(longest)}`);
  };
  return {
    update: (done, total, amount = {}) => {
      const at = now();
      if (at - last < pause) return;
      last = at;
      if (total === undefined) {
        write(`${label}${inWords(amount, (at - started) / 1000)}`);
        return;
      }
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const left = share > 0 ? ((at - started) / share - (at - started)) / 1000 : 0;
      const amounts = inWords(amount, (at - started) / 1000);
      const told = `${label} ${Math.floor(share * 100)}%${amounts}, about ${inTime(Math.ceil(left))} left`;
      const filled = Math.round(share * barWidth);
      write(told, `${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)} `);
    },
    end: () => {
      if (longest > 0) out.write(`\r${' '.repeat(longest)}\r`);
    },
  };
}

function inWords({ persons, bytes }: Amount, seconds: number): string {
  const parts: string[] = [];
  if (persons !== undefined) parts.push(`${persons.toLocaleString('en-GB')} persons`);
  if (bytes !== undefined) parts.push(`${(bytes / 1_000_000 / seconds).toFixed(1)} MB/s`);
  return parts.map((part) => `, ${part}`).join('');
}

function inTime(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
