import { setFlagsFromString } from 'node:v8';
import { Crew } from '../../threads/index.js';
import type { GenerateOptions } from '../commands/generate.js';

/** The most threads that can be asked for. */
export const mostWorkers = 64;

/** Fewer persons than this are made in one thread: to start others takes longer than making so few. */
export const worthOfThreads = 6000;

/**
 * How far a heap may grow beyond what lives in it before it is collected, for the threads as for this one. What a return
 * is made from is let go with it: with a return for each LA, heaps left to themselves take a third more memory, for a tenth
 * less time. For one return, of any size, it makes no difference to the time.
 */
const leanHeap = '--heap-growing-percent=30';

/**
 * How much of other functions a function may take in when it is compiled, in bytes of bytecode; 920 are usual. Each thread
 * compiles all that it runs often for itself, and where all cores make persons there is none left to do it beside. With 200
 * it takes half the time, and the code is as fast. It holds for this thread too.
 */
const lessInlining = '--max-inlined-bytecode-size-cumulative=200';

/** What a thread has for what is short-lived: persons live so briefly that more takes memory and saves no time. */
const youngMegabytes = 6;

/** Starts threads that make persons beside this one. */
export function startPersonCrew(threads: number): Crew {
  setFlagsFromString(leanHeap);
  setFlagsFromString(lessInlining);
  const program = new URL('./person-worker.js', import.meta.url);
  return new Crew({ program, data: undefined, threads, youngMegabytes });
}

/**
 * Starts them as soon as a command line tells that they will be needed: they load what makes persons while this thread
 * does. Undefined where that is not sure; nothing is said of options that are wrong.
 */
export function earlyPersonCrew(options: GenerateOptions): Crew | undefined {
  const { format, la, persons, workers, shard, defects, 'only-person': only } = options;
  const isPart = shard !== undefined || only !== undefined;
  if (format !== 'xml' || isPart || defects !== undefined) return undefined;
  const isEnough = persons === 'national' ? la === 'all' : Number(persons) >= worthOfThreads;
  const threads = Number(workers) - 1;
  return isEnough && threads >= 1 && threads < mostWorkers ? startPersonCrew(threads) : undefined;
}
