import type { Asker } from './asker.js';
import type { Goal } from './goal.js';

/** The time that a reduction may take is over; what it has is proved all the same. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

/** How a reduction asks, and for how long. */
export interface ReductionOptions {
  readonly asker: Asker;
  readonly goal: Goal;
  /** Milliseconds on the clock of `now` at which no more is asked. */
  readonly deadline: number;
  readonly now: () => number;
  /** Called after each step that made it smaller, with the bytes that are left. */
  readonly onSmaller?: (bytes: number) => void;
}

/** What gets smaller step by step, each step proved by asking the validator. */
export class Reduction<T> {
  #best: T;

  constructor(
    start: T,
    private readonly toBytes: (candidate: T) => Uint8Array,
    private readonly options: ReductionOptions,
  ) {
    this.#best = start;
  }

  /** The smallest so far. */
  get best(): T {
    return this.#best;
  }

  /** The bytes of the smallest so far. */
  get bytes(): Uint8Array {
    return this.toBytes(this.#best);
  }

  /** Takes a candidate in place of the best where it shows the goal. @throws OutOfTime, RunAborted */
  async take(candidate: T): Promise<boolean> {
    const { asker, goal, deadline, now, onSmaller } = this.options;
    if (now() > deadline) throw new OutOfTime();
    const bytes = this.toBytes(candidate);
    if (!(await asker.shows(bytes, goal))) return false;
    this.#best = candidate;
    onSmaller?.(bytes.length);
    return true;
  }
}
