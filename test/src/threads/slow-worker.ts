import { serve } from '../../../src/threads/index.js';

/** The program of a thread for the tests: takes its time, fails or ends as it is told. */
export interface SlowTask {
  readonly value: number;
  readonly ms?: number;
  readonly fail?: string;
  readonly exit?: boolean;
}

serve((offset: number) => ({ value, ms = 0, fail, exit }: SlowTask) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  if (fail !== undefined) throw new RangeError(fail);
  if (exit === true) process.exit(3);
  return { result: value + offset };
});
