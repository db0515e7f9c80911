import { collectedValidator, readCollected, withCrosswalk } from '../../../conformance/run/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import type { JudgeCommandOptions } from '../commands/judge.js';
import type { ExitCode } from '../exit.js';
import { remarkIfProvisional } from '../remark.js';
import { readerFor } from './adapters.js';
import { crosswalkFor } from './crosswalks.js';
import { judgeAndReport } from './judging.js';
import { onSignal } from './signals.js';

/** Nothing is waited for: the answers are there. */
const limits = { jobs: 1, timeoutMs: 60_000 };

/**
 * Judges collected answers and makes the reports.
 * @throws UsageError, SuiteError, UnreadableFileError, CollectedError, AdapterError, CrosswalkError, KnownListError, OutputError, RunAborted
 */
export async function judgeCollected(options: JudgeCommandOptions): Promise<ExitCode> {
  const suite = await readSuite(options.suite);
  remarkIfProvisional(suite.manifest.year);
  const { reader, adapter: read } = await readerFor(options);
  const crosswalk = await crosswalkFor(options.crosswalk, read);
  const answers = await readCollected(options.results, suite, reader);
  const { capabilities, adapter } = reader;
  const collected = collectedValidator(answers, { name: options.results, capabilities, adapter });
  const validator = crosswalk ? withCrosswalk(collected, crosswalk) : collected;
  const ended = new AbortController();
  const release = onSignal(() => {
    release();
    ended.abort();
  });
  try {
    return (await judgeAndReport({ suite, validator, limits, resume: false, signal: ended.signal }, options)).code;
  } finally {
    release();
  }
}
