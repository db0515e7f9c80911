import { parentPort, workerData, type Transferable } from 'node:worker_threads';
import type { FromThread, ToThread } from './messages.js';

/** The result of a task, and what of it changes hands in place of being copied. */
export interface Served {
  readonly result: unknown;
  readonly transfer?: readonly Transferable[];
}

/**
 * For the program of a thread that `inThreads` starts: does the tasks it is sent, one after the other.
 * @param prepare is given what `inThreads` was given as data, once, and gives back what does a task
 */
export function serve(prepare: (data: never) => (task: never) => Served): void {
  const port = parentPort;
  if (!port) throw new Error('this is the program of a thread, and is not to be run by itself');
  const work = prepare(workerData as never);
  port.on('message', ({ id, task }: ToThread) => {
    let answer: FromThread;
    let transfer: readonly Transferable[] = [];
    try {
      const served = work(task as never);
      answer = { id, result: served.result };
      transfer = served.transfer ?? [];
    } catch (error) {
      const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
      answer = { id, error: { name, message } };
    }
    port.postMessage(answer, transfer);
  });
}
