import {
  checkMetamorphic,
  metamorphicText,
  NotComparableError,
  type MetamorphicResult,
} from '../../../conformance/metamorphic/index.js';
import { makeAsker } from '../../../conformance/shrink/index.js';
import { plainText } from '../../../conformance/shape/index.js';
import { statedBySchema } from '../../schema/index.js';
import { exitCodes, type ExitCode } from '../exit.js';
import { makeProgress } from './progress.js';
import { holdReturn } from './return-bytes.js';
import { readRunLimits } from './run-limits.js';
import { withTemporaryFolder } from './temporary-folder.js';
import { withValidator } from './with-validator.js';

/** What a metamorphic check is asked for, as the command line has it. */
export interface MetamorphicOptions {
  readonly file: string;
  readonly validator: string;
  readonly adapter: string | undefined;
  readonly crosswalk?: string | undefined;
  /** The collection year; that of the header where absent. */
  readonly year: string | undefined;
  /** Seconds that one file may take. */
  readonly timeout: string;
  readonly progress: boolean;
}

/** What came of it, to be printed. */
export interface MetamorphicCheck {
  /** 0 where every change held, 1 where one did not, 3 where the validator gave no answer or not the same each time. */
  readonly code: ExitCode;
  /** Lines for a terminal, the last line end included; no value of a person is in them. */
  readonly text: string;
  /** As `metamorphic.v1.schema.json` has it; null where nothing could be compared. */
  readonly result: MetamorphicResult | null;
}

const maxWhy = 300;

/**
 * Changes a return in ways that a validator's findings must follow, and says which of them they did not follow.
 * @throws UsageError, AdapterError, CrosswalkError, ValidatorUsageError, UnreadableFileError, RunAborted
 */
export async function metamorphicCheck(options: MetamorphicOptions): Promise<MetamorphicCheck> {
  const { timeoutMs } = readRunLimits({ jobs: '1', timeout: options.timeout });
  const { bytes, year } = holdReturn(options.file, options.year);
  return withTemporaryFolder((folder) =>
    withValidator(options, { jobs: 1, whenStopped: 'stopping' }, async (validator, signal) => {
      const progress = makeProgress('changing the return', options.progress);
      const asker = makeAsker(validator, { year, timeoutMs, folder, signal, statedBySchema: statedBySchema(year) });
      try {
        const result = await checkMetamorphic(bytes, asker, (done, total) => {
          progress.update(done, total);
        });
        return { code: codeOf(result), text: metamorphicText(result), result };
      } catch (error) {
        if (!(error instanceof NotComparableError)) throw error;
        const text = `${options.file}: ${plainText(error.message, maxWhy)}\n`;
        return { code: exitCodes.nothingJudged, text, result: null };
      } finally {
        progress.end();
      }
    }),
  );
}

function codeOf({ transformations }: MetamorphicResult): ExitCode {
  const isAny = (verdict: string): boolean => transformations.some((one) => one.verdict === verdict);
  if (isAny('broken')) return exitCodes.discrepancy;
  return isAny('could-not-run') ? exitCodes.nothingJudged : exitCodes.conforms;
}
