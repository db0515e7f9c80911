import type { Answer } from '../judge/index.js';
import type { Validator } from './validator.js';

/**
 * Gives every call of a validator a time limit. When it is over, the work is told to end and the answer is that it
 * could not be run, whether or not the work obeys.
 * @param ms milliseconds, more than 0
 */
export function withTimeout(validator: Validator, ms: number): Validator {
  return {
    ...validator,
    validate: async (request, signal) => {
      const timer = new AbortController();
      const stop = (): void => {
        timer.abort();
      };
      if (signal?.aborted === true) stop();
      signal?.addEventListener('abort', stop, { once: true });
      let timeout: NodeJS.Timeout | undefined;
      const limit = new Promise<Answer>((settle) => {
        timeout = setTimeout(() => {
          settle({ kind: 'could-not-run', why: `it gave no answer within ${ms / 1000} s` });
          stop();
        }, ms);
      });
      try {
        return await Promise.race([limit, validator.validate(request, timer.signal)]);
      } finally {
        clearTimeout(timeout);
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}
