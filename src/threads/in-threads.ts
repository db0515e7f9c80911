import { setImmediate } from 'node:timers/promises';
import { Worker as Thread, type Transferable } from 'node:worker_threads';
import type { FromThread, ToThread } from './messages.js';
import { ThreadError } from './thread-error.js';

/** Work for several threads. */
export interface ThreadWork<T, R> {
  /** The program of a thread, which calls `serve`. */
  readonly program: URL;
  /** Handed to each thread as it starts. */
  readonly data: unknown;
  /** Taken one by one, as threads have room for them. */
  readonly tasks: Iterable<T>;
  /** How many threads are started: from 1, or from 0 where this one does tasks too. */
  readonly threads: number;
  /**
   * Does a task in this thread, between taking and handing out those of the others: what would otherwise wait has a core
   * to itself, and one thread less has to start and to warm up. It holds up this thread for as long as a task takes.
   */
  readonly here?: (task: T) => R;
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
export async function* inThreads<T, R>(work: ThreadWork<T, R>): AsyncGenerator<R, void, undefined> {
  const { program, data, threads: wanted, here, transferOf, youngMegabytes = defaultYoungMegabytes } = work;
  const mostHeld = (wanted + (here ? 1 : 0)) * heldAThread;
  const tasks = work.tasks[Symbol.iterator]();
  const slots: Slot<R>[] = [];
  const threads: Thread[] = [];
  /** Tasks that a thread has, for those that are ready: to load its program takes a thread as long as some dozen tasks. */
  const load = new Map<Thread, number>();
  let taken = 0;
  let given = 0;
  let isOver = false;
  let failure: { readonly error: Error } | undefined;
  let wake: (() => void) | undefined;

  /** The next task, and the slot for its result; undefined where there is none, or no room for what would come of it. */
  const next = (): { readonly task: T; readonly slot: Slot<R> } | undefined => {
    if (isOver || given - taken >= mostHeld) return undefined;
    const one = tasks.next();
    if (one.done === true) {
      isOver = true;
      return undefined;
    }
    const slot: Slot<R> = { isDone: false };
    slots.push(slot);
    given += 1;
    return { task: one.value, slot };
  };
  const give = (): void => {
    for (;;) {
      const [thread, busy] = leastBusy(load);
      if (!thread || busy >= givenAtOnce) return;
      const one = next();
      if (!one) return;
      const message: ToThread = { id: given - 1, task: one.task };
      thread.postMessage(message, transferOf?.(one.task) ?? []);
      load.set(thread, busy + 1);
    }
  };
  const isDone = (): boolean => isOver && slots.length === 0;
  const fail = (error: Error): void => {
    failure ??= { error };
    wake?.();
  };
  const start = (): void => {
    const thread = new Thread(program, {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    });
    threads.push(thread);
    thread.on('message', (answer: FromThread) => {
      if ('ready' in answer) {
        load.set(thread, 0);
        wake?.();
        return;
      }
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
      if (first?.isDone) {
        slots.shift();
        taken += 1;
        yield first.result as R;
        continue;
      }
      const own = here && next();
      if (own) {
        Object.assign(own.slot, { isDone: true, result: here(own.task) });
        // Time for what the others have done, and for signals.
        await setImmediate();
        continue;
      }
      if (isDone()) return;
      await new Promise<void>((settle) => (wake = settle));
      wake = undefined;
    }
  } finally {
    for (const thread of threads) {
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
