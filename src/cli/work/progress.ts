import { performance } from 'node:perf_hooks';
import { withoutControls } from '../../../conformance/shape/index.js';

/** Tells how far long work is, on standard error. */
export interface Progress {
  update(done: number, total: number): void;
  end(): void;
}

const barMs = 100;
const lineMs = 10_000;
const barWidth = 30;

/**
 * On a terminal a bar that is drawn over itself; with `--progress` elsewhere a line every ten seconds;
 * otherwise nothing.
 */
export function makeProgress(doing: string, isAsked: boolean, out: NodeJS.WriteStream = process.stderr): Progress {
  if (!out.isTTY && !isAsked) return { update: () => undefined, end: () => undefined };
  const label = withoutControls(doing);
  const pause = out.isTTY ? barMs : lineMs;
  const started = performance.now();
  let last = started;
  let hasDrawn = false;
  return {
    update: (done, total) => {
      const now = performance.now();
      if (now - last < pause) return;
      last = now;
      hasDrawn = true;
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const left = share > 0 ? ((now - started) / share - (now - started)) / 1000 : 0;
      const told = `${label} ${Math.floor(share * 100)}%, about ${Math.ceil(left)} s left`;
      if (!out.isTTY) {
        out.write(`${told}\n`);
        return;
      }
      const filled = Math.round(share * barWidth);
      out.write(`\r${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)} ${told}   `);
    },
    end: () => {
      if (hasDrawn && out.isTTY) out.write(`\r${' '.repeat(barWidth + label.length + 40)}\r`);
    },
  };
}
