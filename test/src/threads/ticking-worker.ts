import { workerData } from 'node:worker_threads';

/** The program of a thread for the tests: counts for as long as it runs. */
export interface Ticking {
  readonly ticks: Int32Array;
}

const { ticks } = workerData as Ticking;
setInterval(() => Atomics.add(ticks, 0, 1), 2);
