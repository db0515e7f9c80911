import { wasStopped } from './program.js';

/** Something that works on one case after another: a process or a thread. */
export interface Worker {
  /** It can be given a case. */
  readonly isUsable: boolean;
  /** It has given an answer, ever. */
  readonly hasAnswered: boolean;
  /** Lets it end, and ends it where it does not. */
  close(): Promise<void>;
}

/** There is no worker for a case; the message is one line that says why. */
export class NoWorkerError extends Error {
  override readonly name = 'NoWorkerError';
  /** @param stderr the end of what it wrote to standard error, which means nothing */
  constructor(
    message: string,
    readonly stderr = '',
  ) {
    super(message);
  }
}

/** Starts a worker. @throws NoWorkerError where it does not come to be */
export type StartWorker<W extends Worker> = (signal?: AbortSignal) => Promise<W>;

/** Lends workers out, each to one piece of work at a time. */
export interface LendingPool<W extends Worker> {
  /**
   * Does some work with a worker, a new one where none is free. Waits where as many as there may be are at work.
   * @throws NoWorkerError, and what the work throws
   */
  use<R>(signal: AbortSignal | undefined, work: (worker: W) => Promise<R>): Promise<R>;
  /** Lets all workers end. Nothing is lent after. */
  close(): Promise<void>;
}

/** After so many starts that came to nothing, one after another, no more are tried: a run would take hours. */
const failedStartsAtMost = 3;

/**
 * The same where workers do start, and end at the case they are given, while none has ever given an answer. Once one
 * has, there is no limit: a suite has hundreds of damaged files together, and a validator may end at each of them.
 */
const fruitlessAtMost = 10;

/**
 * Keeps workers for the cases to come, and replaces those that can be used no more when there is a need.
 * @param size workers at most, at least 1
 * @param first a worker that is there already
 */
export function lendingPool<W extends Worker>(start: StartWorker<W>, size: number, first: W): LendingPool<W> {
  const all = new Set<W>([first]);
  const free: W[] = [first];
  const places = limit(size);
  let failedStarts = 0;
  let fruitless = 0;
  let hasAnswered = false;
  let givenUp: string | undefined;

  const startOne = async (signal: AbortSignal | undefined): Promise<W> => {
    if (givenUp !== undefined) throw new NoWorkerError(givenUp);
    try {
      const worker = await start(signal);
      failedStarts = 0;
      all.add(worker);
      return worker;
    } catch (error) {
      failedStarts += 1;
      if (failedStarts >= failedStartsAtMost && error instanceof NoWorkerError) {
        givenUp = `it is not started any more, since ${failedStarts} starts in a row came to nothing: ${error.message}`;
      }
      throw error;
    }
  };

  const takeBack = (worker: W): void => {
    hasAnswered ||= worker.hasAnswered;
    if (worker.isUsable) {
      free.push(worker);
      return;
    }
    all.delete(worker);
    if (worker.hasAnswered) return;
    fruitless += 1;
    if (fruitless >= fruitlessAtMost && !hasAnswered) {
      givenUp = `it is not started any more, since it was started ${fruitless} times and never gave an answer`;
    }
  };

  const takeFree = (): W | undefined => {
    for (;;) {
      const worker = free.pop();
      if (!worker || worker.isUsable) return worker;
      all.delete(worker);
    }
  };

  return {
    use: (signal, work) =>
      places.within(async () => {
        if (signal?.aborted === true) throw new NoWorkerError(wasStopped);
        const worker = takeFree() ?? (await startOne(signal));
        try {
          return await work(worker);
        } finally {
          takeBack(worker);
        }
      }),
    close: async () => {
      await Promise.all([...all].map((worker) => worker.close()));
      all.clear();
      free.length = 0;
    },
  };
}

/** Has no more than so many pieces of work under way at once; the others wait in the order they came. */
function limit(size: number): { within<R>(work: () => Promise<R>): Promise<R> } {
  const waiting: (() => void)[] = [];
  let left = size;
  return {
    within: async (work) => {
      if (left > 0) left -= 1;
      else await new Promise<void>((go) => waiting.push(go));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else left += 1;
      }
    },
  };
}
