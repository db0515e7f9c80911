import { reasonOf } from '../shape/index.js';
import type { Validator } from './validator.js';

/** Turns what a validator throws into the answer that it could not be run. */
export function withCrashesAnswered(validator: Validator): Validator {
  return {
    ...validator,
    validate: async (request, signal) => {
      try {
        return await validator.validate(request, signal);
      } catch (error) {
        return { kind: 'could-not-run', why: `it failed: ${reasonOf(error).split('\n', 1)[0] ?? ''}` };
      }
    },
  };
}
