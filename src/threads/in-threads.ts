import { Worker as Thread, type Transferable } from 'node:worker_threads';
import type { FromThread, ToThread } from './messages.js';
import { ThreadError } from './thread-error.js';

/** Work for several threads. */
export interface ThreadWork<T> {
  /** The program of a thread, which calls `serve`. */
  readonly program: URL;
  /** Handed to each thread as it starts. */
  readonly data: unknown;
  /** Taken one by one, as threads have room for them. */
  readonly tasks: Iterable<T>;
  /** How many threads, from 1. */
  readonly threads: number;
  /** Megabytes that a thread has for what is short-lived; 16 where absent. More of it, and less time goes into collecting it. */
  readonly youngMegabytes?: number;
  /** What of a task changes hands in place of being copied. */
  readonly transferOf?: (task: T) => readonly Transferable[];
}

/**
 * Tasks a thread is given at a time: one to do, and some so that it need not wait for the next where other programs keep
 * this thread from handing it out at once.
 */
const givenAtOnce = 4;

/** Tasks a thread that are given or done and not yet taken: what bounds the memory. */
const heldAThread = 6;

const defaultYoungMegabytes = 16;

interface Slot<R> {
  isDone: boolean;
  result?: R;
}

/**
 * Does tasks in several threads and gives the results in the order of the tasks, whichever thread is first. No more
 * than a few tasks and results are held at a time: whoever is slow to take them holds up the threads. The threads are
 * ended when the results are, when a task fails, and when the results are no longer wanted.
 * @throws ThreadError where a thread ends by itself; an error of a task comes with its name and message
 */
export async function* inThreads<T, R>(work: ThreadWork<T>): AsyncGenerator<R, void, undefined> {
  const { program, data, threads: wanted, transferOf, youngMegabytes = defaultYoungMegabytes } = work;
  const tasks = work.tasks[Symbol.iterator]();
  const slots: Slot<R>[] = [];
  const load = new Map<Thread, number>();
  let taken = 0;
  let given = 0;
  let isOver = false;
  let failure: { readonly error: Error } | undefined;
  let wake: (() => void) | undefined;

  const give = (): void => {
    while (!isOver && given - taken < wanted * heldAThread) {
      const [thread, busy] = leastBusy(load);
      if (!thread || busy >= givenAtOnce) return;
      const next = tasks.next();
      if (next.done === true) {
        isOver = true;
        return;
      }
      const message: ToThread = { id: given, task: next.value };
      thread.postMessage(message, transferOf?.(next.value) ?? []);
      load.set(thread, busy + 1);
      slots.push({ isDone: false });
      given += 1;
    }
  };
  const fail = (error: Error): void => {
    failure ??= { error };
    wake?.();
  };
  const start = (): void => {
    const thread = new Thread(program, {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    });
    load.set(thread, 0);
    thread.on('message', (answer: FromThread) => {
      if ('error' in answer) {
        fail(Object.assign(new Error(answer.error.message), { name: answer.error.name }));
        return;
      }
      load.set(thread, (load.get(thread) ?? 1) - 1);
      const slot = slots[answer.id - taken];
      if (slot) Object.assign(slot, { isDone: true, result: answer.result as R });
      wake?.();
    });
    thread.on('error', (error: unknown) => {
      fail(new ThreadError(`a thread ended: ${error instanceof Error ? error.message : String(error)}`));
    });
    thread.on('exit', () => {
      fail(new ThreadError('a thread ended before its work was done'));
    });
  };

  try {
    for (let i = 0; i < wanted; i++) start();
    for (;;) {
      give();
      if (failure) throw failure.error;
      const [first] = slots;
      if (!first) return;
      if (first.isDone) {
        slots.shift();
        taken += 1;
        yield first.result as R;
      } else {
        await new Promise<void>((settle) => (wake = settle));
        wake = undefined;
      }
    }
  } finally {
    for (const thread of load.keys()) {
      thread.removeAllListeners();
      // What comes of ending a thread is of no more interest.
      thread.on('error', () => undefined);
      void thread.terminate();
    }
  }
}

function leastBusy(load: ReadonlyMap<Thread, number>): [Thread | undefined, number] {
  let least: Thread | undefined;
  let busy = Infinity;
  for (const [thread, tasks] of load) {
    if (tasks >= busy) continue;
    least = thread;
    busy = tasks;
  }
  return [least, busy];
}
