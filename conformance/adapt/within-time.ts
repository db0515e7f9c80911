import { createContext, Script, type Context } from 'node:vm';
import { errorCode } from '../shape/index.js';
import { OutputFault } from './output-fault.js';

/**
 * Milliseconds that an expression of an adapter may be held against one answer, all lines of it together. A hundred
 * thousand lines take a fiftieth of a second; an expression that tries ever more ways may take for ever, and everything
 * else waits for it.
 */
const expressionMs = 2000;

// The system can end what a script does, expressions among it, but not what a function does by itself.
const call = new Script('work()');
let context: Context | undefined;

/**
 * Does some work with an expression, which is ended where it takes too long: nothing of it goes on, not even a finally.
 * @param what the expression, in words
 * @throws OutputFault where it was ended, and what the work throws
 */
export function withinTime<T>(what: string, work: () => T, ms: number = expressionMs): T {
  const outcome: { value: T }[] = [];
  context ??= createContext({});
  context['work'] = () => {
    outcome.push({ value: work() });
  };
  try {
    call.runInContext(context, { timeout: ms });
  } catch (error) {
    if (errorCode(error) !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new OutputFault(`${what} takes more than ${ms / 1000} s on it; write it so that it needs less`);
  } finally {
    // What the work looked at may be large.
    context['work'] = undefined;
  }
  const [done] = outcome;
  if (!done) throw new TypeError('the work was not done');
  return done.value;
}
