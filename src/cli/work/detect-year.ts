import { detectYear, yearEvidenceText, type YearEvidence } from '../../../conformance/run/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import { statedBySchema } from '../../schema/index.js';
import type { RunCommandOptions } from '../commands/run.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { print } from '../print.js';
import { kitVersion } from '../version.js';
import { makeProgress } from './progress.js';
import { readRunLimits } from './run-limits.js';
import { withValidator } from './with-validator.js';

/** What says something about verdicts, of which there are none. */
const withoutMeaning = [
  'select',
  'report',
  'fail-fast',
  'all-rules',
  'known-failing',
  'known-flaky',
  'write-known-failing',
  'resume',
] as const;

/**
 * Says which collection year a validator applies, by the cases that tell: 1 where it is not the one it was asked for, 3
 * where it answered none of them. With --suite, only the year of that suite is asked for.
 * @throws UsageError, SuiteError, ValidatorUsageError, RunAborted
 */
export async function detectAndTell(options: RunCommandOptions): Promise<ExitCode> {
  const given = withoutMeaning.find((name) => {
    const value = options[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  });
  if (given !== undefined) throw new UsageError(`--${given} and --detect-year do not go together; give one of the two`);
  const limits = readRunLimits(options);
  const years = options.suite === undefined ? undefined : [(await readSuite(options.suite)).manifest.year];
  return withValidator(options, { jobs: limits.jobs, whenStopped: 'stopping' }, async (validator, signal) => {
    const progress = makeProgress('asking for each year', options.progress);
    try {
      const evidence = await detectYear(validator, {
        kit: kitVersion,
        ...limits,
        ...(years && { years }),
        signal,
        statedBySchema,
        onProgress: (done, total) => {
          progress.update(done, total);
        },
      });
      progress.end();
      await print(yearEvidenceText(evidence));
      return codeOf(evidence);
    } finally {
      progress.end();
    }
  });
}

function codeOf(evidence: readonly YearEvidence[]): ExitCode {
  const answered = evidence.filter(({ cases }) => cases > 0);
  if (answered.length === 0) return exitCodes.nothingJudged;
  return answered.every(({ asked, applied }) => applied === asked) ? exitCodes.conforms : exitCodes.discrepancy;
}
