import { withCrosswalk, type AnswerReader, type Validator } from '../../../conformance/run/index.js';
import { exitCodes } from '../exit.js';
import { remark } from '../remark.js';
import { checkFit, readerFor } from './adapters.js';
import { crosswalkFor } from './crosswalks.js';
import { onSignal } from './signals.js';
import { makeValidator } from './validators.js';

/** How the user names a validator and how it is read. */
export interface ValidatorOptions {
  readonly validator: string;
  readonly adapter: string | undefined;
  /** The crosswalk file; none where absent. */
  readonly crosswalk?: string | undefined;
}

/** What may change in how a validator is set up. */
export interface ValidatorUse {
  /** Files put to it at the same time, at least 1. */
  readonly jobs: number;
  /** What is said when the user ends the work. */
  readonly whenStopped: string;
  /** The reader in place of the one that the adapter makes. */
  readonly reader?: AnswerReader;
}

/**
 * Does some work with a validator and closes it after, however the work ends. Ctrl-C and the like abort the signal; a
 * second one ends this process at once.
 * @throws UsageError, AdapterError, CrosswalkError, ValidatorUsageError, XsdError, and what `work` throws
 */
export async function withValidator<T>(
  { validator: text, adapter: adapterFile, crosswalk: crosswalkFile }: ValidatorOptions,
  { jobs, whenStopped, reader: other }: ValidatorUse,
  work: (validator: Validator, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { reader, adapter } = await readerFor({ adapter: adapterFile });
  checkFit(adapter, text);
  // Another reader than the adapter's leaves its codes as they are.
  const crosswalk = other ? undefined : await crosswalkFor(crosswalkFile, adapter);
  const ended = new AbortController();
  const release = onSignal(() => {
    release();
    onSignal(() => process.exit(exitCodes.usage));
    remark(whenStopped);
    ended.abort();
  });
  try {
    const http = adapter?.settings.http;
    const setup = {
      reader: other ?? reader,
      processes: jobs,
      signal: ended.signal,
      ...(http && { http }),
      ...(crosswalk && { crosswalk }),
    };
    const made = await makeValidator(text, setup);
    const validator = crosswalk ? withCrosswalk(made, crosswalk) : made;
    try {
      return await work(validator, ended.signal);
    } finally {
      await validator.close();
    }
  } finally {
    release();
  }
}
