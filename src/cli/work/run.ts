import type { RunEnd } from '../../../conformance/run/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import type { RunCommandOptions } from '../commands/run.js';
import { UsageError, type ExitCode } from '../exit.js';
import { remarkIfProvisional } from '../remark.js';
import { judgeAndReport } from './judging.js';
import { readRunLimits } from './run-limits.js';
import { withValidator } from './with-validator.js';

/**
 * Runs a suite and makes the reports.
 * @throws UsageError, SuiteError, AdapterError, CrosswalkError, KnownListError, ValidatorUsageError, ResultsError, OutputError, RunAborted
 */
export async function runAndReport(options: RunCommandOptions): Promise<{ end: RunEnd; code: ExitCode }> {
  const limits = readRunLimits(options);
  const { suite: folder, resume } = options;
  if (folder === undefined)
    throw new UsageError('--suite is needed, as in: sen2kit run --suite suite-2025 --validator reference');
  const suite = await readSuite(folder);
  remarkIfProvisional(suite.manifest.year);
  const use = {
    jobs: limits.jobs,
    whenStopped:
      'stopping: the results so far are reported as cut short; with --report ndjson=FILE, --resume goes on from there',
  };
  return withValidator(options, use, (validator, signal) =>
    judgeAndReport({ suite, validator, limits, resume, signal }, { ...options, suite: folder }),
  );
}
