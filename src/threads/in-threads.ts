import { setImmediate } from 'node:timers/promises';
import type { Worker as Thread, Transferable } from 'node:worker_threads';
import type { Crew } from './crew.js';
import type { FromThread, ToThread } from './messages.js';

/** Work for several threads. */
export interface ThreadWork<T, R> {
  /** The threads that do it: one or more, or none where this one does tasks too. They are ended with the work. */
  readonly crew: Crew;
  /** Taken one by one, as threads have room for them. */
  readonly tasks: Iterable<T>;
  /**
   * Does a task in this thread, between taking and handing out those of the others: what would otherwise wait has a core
   * to itself, and one thread less has to start and to warm up. It holds up this thread for as long as a task takes.
   */
  readonly here?: (task: T) => R;
  /** What of a task changes hands in place of being copied. */
  readonly transferOf?: (task: T) => readonly Transferable[];
}

/**
 * Tasks a thread is given at a time: one to do, and some so that it need not wait for the next where other programs keep
 * this thread from handing it out at once.
 */
const givenAtOnce = 4;

/**
 * Tasks a thread is given before it has done any: it may still be loading its program, and finds them waiting. Few, since
 * what comes after them is held until it has done them; this thread goes on meanwhile as far as `heldAThread` lets it.
 */
const givenAtFirst = 2;

/** Tasks a thread that are given or done and not yet taken: what bounds the memory. */
const heldAThread = 6;

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
  const { crew, here, transferOf } = work;
  const mostHeld = (crew.members.length + (here ? 1 : 0)) * heldAThread;
  const tasks = work.tasks[Symbol.iterator]();
  const slots: Slot<R>[] = [];
  /** Tasks that a thread may still be given. */
  const room = new Map<Thread, number>();
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
      const [thread, more] = roomiest(room);
      if (!thread || more <= 0) return;
      const one = next();
      if (!one) return;
      const message: ToThread = { id: given - 1, task: one.task };
      thread.postMessage(message, transferOf?.(one.task) ?? []);
      room.set(thread, more - 1);
    }
  };
  const isDone = (): boolean => isOver && slots.length === 0;
  const fail = (error: Error): void => {
    failure ??= { error };
    wake?.();
  };
  const employ = (thread: Thread): void => {
    let hasDoneAny = false;
    room.set(thread, givenAtFirst);
    thread.on('message', (answer: FromThread) => {
      if ('error' in answer) {
        fail(Object.assign(new Error(answer.error.message), { name: answer.error.name }));
        return;
      }
      // With the first answer it has loaded, and may hold as many as any.
      const more = hasDoneAny ? 1 : 1 + givenAtOnce - givenAtFirst;
      hasDoneAny = true;
      room.set(thread, (room.get(thread) ?? 0) + more);
      const slot = slots[answer.id - taken];
      if (slot) Object.assign(slot, { isDone: true, result: answer.result as R });
      wake?.();
    });
  };

  try {
    crew.whenOneEnds(fail);
    for (const thread of crew.members) employ(thread);
    for (;;) {
      const [first] = slots;
      // Taken before the others have theirs: where there are few tasks, this thread, which has loaded, does one too.
      const own = here && !first?.isDone ? next() : undefined;
      give();
      if (failure) throw failure.error;
      if (first?.isDone) {
        slots.shift();
        taken += 1;
        yield first.result as R;
        continue;
      }
      if (here && own) {
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
    crew.end();
  }
}

function roomiest(room: ReadonlyMap<Thread, number>): [Thread | undefined, number] {
  let found: Thread | undefined;
  let most = -Infinity;
  for (const [thread, more] of room) {
    if (more <= most) continue;
    found = thread;
    most = more;
  }
  return [found, most];
}
