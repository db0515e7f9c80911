import { readWhole } from '../options.js';

const maxJobs = 256;
const maxSeconds = 86_400;

/** How much at a time, and for how long. */
export interface RunLimits {
  readonly jobs: number;
  readonly timeoutMs: number;
}

/** @throws UsageError naming the option and its bounds */
export function readRunLimits({ jobs, timeout }: { readonly jobs: string; readonly timeout: string }): RunLimits {
  return {
    jobs: readWhole(jobs, '--jobs', 1, maxJobs),
    timeoutMs: readWhole(timeout, '--timeout', 1, maxSeconds) * 1000,
  };
}
