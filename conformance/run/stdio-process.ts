import { reasonOf, type Fields } from '../shape/index.js';
import { afterDrain } from './after-drain.js';
import { NoWorkerError, type Worker } from './lending-pool.js';
import { startLinesProcess, type LinesEnd, type LinesListener, type LinesProcess } from './lines-process.js';
import { notStarted, wasStopped } from './program.js';
import { parseHello, protocol, type Hello } from './stdio-hello.js';
import type { ValidationRequest } from './validator.js';

/** What a process gave back for a case. */
export type Reply =
  | { readonly kind: 'message'; readonly message: Fields; readonly stderr: string }
  | {
      readonly kind: 'none';
      readonly why: string;
      readonly stderr: string;
      /**
       * It was through after an earlier case: it took no more input, or ended with exit code 0, as some do now and then
       * to be started afresh. Another process may be asked.
       */
      readonly wasThrough: boolean;
    };

/** A process that speaks the protocol and has said hello. It is asked about one case at a time. */
export interface StdioProcess extends Worker {
  readonly hello: Hello;
  /**
   * Asks about a file.
   * @param id one that was never given before
   * @param signal ends the process when it is aborted
   */
  ask(id: string, request: ValidationRequest, signal?: AbortSignal): Promise<Reply>;
}

/** How a process is dealt with. */
export interface StdioProcessOptions {
  readonly words: readonly [string, ...string[]];
  /** Bytes of a line at most. */
  readonly maxOutput: number;
  /** Milliseconds from its start to its hello, at most. */
  readonly helloMs: number;
  /** Why a message that has the id asked for is no answer; undefined where it is one. */
  readonly whyNoAnswer: (message: Fields) => string | undefined;
  /** Told the id each time a process answers a case again. */
  readonly onRepeated: (id: string) => void;
}

/** Milliseconds that a process has to end by itself when it is told to stop. */
const stopMs = 2000;

/** Starts a process and waits for its hello. @throws NoWorkerError where there is none that makes sense */
export async function startStdioProcess(options: StdioProcessOptions, signal?: AbortSignal): Promise<StdioProcess> {
  const { words, maxOutput, helloMs } = options;
  let onMessage: LinesListener['onMessage'] = () => undefined;
  let onOver: LinesListener['onOver'] = () => undefined;
  let lines: LinesProcess;
  try {
    lines = startLinesProcess(words, maxOutput, {
      onMessage: (message) => {
        onMessage(message);
      },
      onOver: (end) => {
        onOver(end);
      },
    });
  } catch (error) {
    throw new NoWorkerError(notStarted(words[0], error));
  }
  return new Promise((settle, fail) => {
    const onAbort = (): void => {
      lines.end(wasStopped, 'stopped');
    };
    const limit = setTimeout(() => {
      lines.end(`it said no hello within ${helloMs / 1000} s; does it write out each line at once?`, 'fault');
    }, helloMs);
    const done = (): void => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', onAbort);
    };
    onMessage = (message) => {
      let hello: Hello;
      try {
        hello = parseHello(message);
      } catch (error) {
        lines.end(reasonOf(error), 'fault');
        return;
      }
      done();
      const conversation = converse(lines, hello, options);
      ({ onMessage, onOver } = conversation);
      settle(conversation.process);
    };
    onOver = ({ why }) => {
      done();
      afterDrain(() => {
        fail(new NoWorkerError(why, lines.errors.text()));
      });
    };
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    lines.send({ cmd: 'start', protocol });
  });
}

/** Asks and is answered, from the hello on. */
function converse(
  lines: LinesProcess,
  hello: Hello,
  { whyNoAnswer, onRepeated }: StdioProcessOptions,
): LinesListener & { readonly process: StdioProcess } {
  const answered = new Set<string>();
  let asked: { readonly id: string; readonly settle: (reply: Reply) => void } | undefined;
  // What it does wrong between two cases costs the next one, whether it is noticed before that is sent or after.
  let isFaultUntold = false;

  const onMessage = (message: Fields): void => {
    const { id } = message;
    if (typeof id !== 'string') {
      lines.end(id === undefined ? 'it wrote an answer without an id' : 'the id of its answer is not text', 'fault');
    } else if (id === asked?.id) {
      const why = whyNoAnswer(message);
      if (why !== undefined) {
        lines.end(why, 'fault');
        return;
      }
      const { settle } = asked;
      asked = undefined;
      answered.add(id);
      afterDrain(() => {
        settle({ kind: 'message', message, stderr: lines.errors.text() });
      });
    } else if (answered.has(id)) {
      onRepeated(id);
    } else {
      lines.end(`it answered for the id ${JSON.stringify(id).slice(0, 40)}, which it was not asked about`, 'fault');
    }
  };

  const none = (why: string): Reply => ({
    kind: 'none',
    why,
    stderr: lines.errors.text(),
    wasThrough: answered.size > 0 && (lines.isDeaf || lines.over?.cause === 'finished'),
  });

  const onOver = ({ why, cause }: LinesEnd): void => {
    isFaultUntold = cause === 'fault' && !asked;
    const settle = asked?.settle;
    asked = undefined;
    if (settle) {
      afterDrain(() => {
        settle(none(why));
      });
    }
  };

  const ask = (id: string, { file, year }: ValidationRequest, signal?: AbortSignal): Promise<Reply> => {
    if (lines.over) {
      isFaultUntold = false;
      return Promise.resolve(none(lines.over.why));
    }
    return new Promise((settle) => {
      const onAbort = (): void => {
        lines.end(wasStopped, 'stopped');
      };
      asked = {
        id,
        settle: (reply) => {
          signal?.removeEventListener('abort', onAbort);
          settle(reply);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      lines.errors.forget();
      lines.send({ cmd: 'validate', id, year, file });
    });
  };

  return {
    onMessage,
    onOver,
    process: {
      hello,
      get isUsable() {
        return lines.isAlive || isFaultUntold;
      },
      get hasAnswered() {
        return answered.size > 0;
      },
      ask,
      close: () => lines.close({ cmd: 'stop' }, stopMs),
    },
  };
}
