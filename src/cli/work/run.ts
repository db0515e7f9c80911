import type { RunEnd } from '../../../conformance/run/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import type { RunCommandOptions } from '../commands/run.js';
import { UsageError, type ExitCode } from '../exit.js';
import { remarkIfProvisional } from '../remark.js';
import { judgeAndReport } from './judging.js';
import { readRunLimits } from './run-limits.js';
import { makeValidator } from './validators.js';

/**
 * Runs a suite and makes the reports.
 * @throws UsageError, SuiteError, KnownListError, ValidatorUsageError, ResultsError, OutputError, RunAborted
 */
export async function runAndReport(options: RunCommandOptions): Promise<{ end: RunEnd; code: ExitCode }> {
  const limits = readRunLimits(options);
  const { suite: folder } = options;
  if (folder === undefined)
    throw new UsageError('--suite is needed, as in: sen2kit run --suite suite-2025 --validator reference');
  const suite = await readSuite(folder);
  remarkIfProvisional(suite.manifest.year);
  const validator = await makeValidator(options.validator);
  return judgeAndReport({ suite, validator, limits, resume: options.resume }, { ...options, suite: folder });
}
