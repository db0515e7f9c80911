import { withCrashesAnswered } from './crash-decorator.js';
import { withTimeout } from './timeout-decorator.js';
import type { Validator } from './validator.js';

/** A validator whose crashes and hangs are answers. @param timeoutMs milliseconds that a file may take */
export function guarded(validator: Validator, timeoutMs: number): Validator {
  return withCrashesAnswered(withTimeout(validator, timeoutMs));
}
