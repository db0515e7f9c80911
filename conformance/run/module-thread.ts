import { setTimeout as wait } from 'node:timers/promises';
import { Worker as Thread } from 'node:worker_threads';
import { plainText, reasonOf } from '../shape/index.js';
import { afterDrain } from './after-drain.js';
import { NoWorkerError, type Worker } from './lending-pool.js';
import { parseFromModule, type FromModule, type ModuleSetup, type ToModule } from './module-messages.js';
import { keepEnd, wasStopped } from './program.js';
import type { ValidationRequest } from './validator.js';

/** What a module gave back for a file. */
export type ModuleReply =
  | { readonly kind: 'json'; readonly json: string; readonly stderr: string }
  | { readonly kind: 'none'; readonly why: string; readonly stderr: string };

/** A thread of this process in which a module is loaded. It is asked about one file at a time. */
export interface ModuleThread extends Worker {
  /** What the module exports as `info`, as JSON text. */
  readonly info: string | undefined;
  /** @param signal ends the thread when it is aborted */
  ask(request: ValidationRequest, signal?: AbortSignal): Promise<ModuleReply>;
}

/** Milliseconds from an abort to the end of the thread, in which the module may let go of what it holds. */
const abortMs = 200;

/** Milliseconds that the end of a thread is waited for: one that waits for a program of the system ends only after it. */
const closeMs = 2000;

/** Characters of a reason. */
const longestReason = 500;

const program = new URL('./module-worker.js', import.meta.url);

/**
 * Loads a module in a new thread, so that one that never returns or ends its process ends only the thread.
 * @param loadMs milliseconds that loading may take
 * @throws NoWorkerError where it cannot be loaded or exports no validate
 */
export function startModuleThread(setup: ModuleSetup, loadMs: number, signal?: AbortSignal): Promise<ModuleThread> {
  return new Promise((settle, fail) => {
    // Its own output must not mix with the reports on ours.
    const thread = new Thread(program, { workerData: setup, stdout: true, stderr: true });
    thread.stdout.resume();
    const errors = keepEnd(thread.stderr);
    let isOver = false;
    let isStopping = false;
    let hasAnswered = false;
    let lastId = 0;
    let asked: { readonly id: number; readonly settle: (reply: ModuleReply) => void } | undefined;

    const end = (why: string): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(limit);
      signal?.removeEventListener('abort', onAbort);
      const { settle: settleAsked } = asked ?? {};
      asked = undefined;
      const reason = plainText(why, longestReason);
      afterDrain(() => {
        void thread.terminate();
        settleAsked?.({ kind: 'none', why: reason, stderr: errors.text() });
        fail(new NoWorkerError(reason, errors.text()));
      });
    };
    const onAbort = (): void => {
      end(wasStopped);
    };
    const limit = setTimeout(() => {
      end(`it did not load within ${loadMs / 1000} s`);
    }, loadMs);
    signal?.addEventListener('abort', onAbort, { once: true });

    const reply = (id: number, given: (stderr: string) => ModuleReply): void => {
      // A module may answer as the thread is being ended.
      if (asked?.id !== id) return;
      const { settle: settleAsked } = asked;
      asked = undefined;
      hasAnswered = true;
      afterDrain(() => {
        settleAsked(given(errors.text()));
      });
    };

    const notOurs = (): void => {
      end('it wrote to the port of its thread, parentPort, which is for the kit alone');
    };
    thread.on('messageerror', notOurs);
    thread.on('message', (given: unknown) => {
      // What it says while it is being ended counts no more, that it has loaded least of all.
      if (isOver) return;
      let message: FromModule;
      try {
        message = parseFromModule(given);
      } catch {
        notOurs();
        return;
      }
      switch (message.kind) {
        case 'loaded':
          onLoaded(message.info);
          return;
        case 'refused':
          end(message.why);
          return;
        case 'answer':
          if (message.json.length > setup.maxOutput) notOurs();
          else reply(message.id, (stderr) => ({ kind: 'json', json: message.json, stderr }));
          return;
        case 'none':
          reply(message.id, (stderr) => ({ kind: 'none', why: plainText(message.why, longestReason), stderr }));
      }
    });
    thread.on('error', (error) => {
      end(`an error in it was caught by nothing: ${reasonOf(error)}`);
    });
    thread.on('exit', (code) => {
      end(`it ended its process with exit code ${code}`);
    });

    const tell = (message: ToModule): void => {
      thread.postMessage(message);
    };
    const ask = (request: ValidationRequest, stop?: AbortSignal): Promise<ModuleReply> => {
      if (isOver) return Promise.resolve({ kind: 'none', why: 'it ended before it was asked', stderr: errors.text() });
      return new Promise((settleReply) => {
        const onStop = (): void => {
          isStopping = true;
          tell({ kind: 'abort' });
          setTimeout(end, abortMs, wasStopped);
        };
        lastId += 1;
        asked = {
          id: lastId,
          settle: (given) => {
            stop?.removeEventListener('abort', onStop);
            settleReply(given);
          },
        };
        stop?.addEventListener('abort', onStop, { once: true });
        errors.forget();
        tell({ kind: 'validate', id: lastId, file: request.file, year: request.year });
      });
    };

    const onLoaded = (info: string | undefined): void => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', onAbort);
      settle({
        info,
        get isUsable() {
          return !isOver && !isStopping;
        },
        get hasAnswered() {
          return hasAnswered;
        },
        ask,
        close: async () => {
          isOver = true;
          thread.unref();
          await Promise.race([thread.terminate(), wait(closeMs, undefined, { ref: false })]);
        },
      });
    };
  });
}
