import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  disagreementFile,
  disagreementOf,
  disagreementText,
  fuzz,
  type FuzzEnd,
} from '../../../conformance/fuzz/index.js';
import { plainText } from '../../../conformance/shape/index.js';
import { FlakyError, goalInWords, makeAsker } from '../../../conformance/shrink/index.js';
import { writeFileAtomically, writeFolderAtomically } from '../../../output/index.js';
import { statedBySchema } from '../../schema/index.js';
import type { FuzzCommandOptions } from '../commands/fuzz.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readWhole, readYear } from '../options.js';
import { print } from '../print.js';
import { remark, remarkIfProvisional } from '../remark.js';
import { kitVersion } from '../version.js';
import { makeProgress } from './progress.js';
import { readRunLimits } from './run-limits.js';
import { withTemporaryFolder } from './temporary-folder.js';
import { withValidator } from './with-validator.js';

const mostSeconds = 86_400;
const mostRuns = 100_000_000;
const shrinkMs = 300_000;
const maxWhy = 300;

/**
 * Looks for a return on which a validator and the reference validator disagree: 1 where one is found, 0 where none is
 * within the time or the number of returns, 3 where the validator gives no answer or not the same each time.
 * @throws UsageError, AdapterError, CrosswalkError, ValidatorUsageError, OutputError, RunAborted
 */
export async function fuzzValidator(options: FuzzCommandOptions): Promise<ExitCode> {
  const year = readYear(options.year);
  const { timeoutMs } = readRunLimits({ jobs: '1', timeout: options.timeout });
  const limits = limitsOf(options);
  const { out, seed } = options;
  if (out !== undefined) checkFolder(out);
  remarkIfProvisional(year);
  return withTemporaryFolder((folder) =>
    withValidator(options, { jobs: 1, whenStopped: 'stopping; nothing is written' }, async (validator, signal) => {
      const progress = makeProgress('putting random returns', options.progress);
      const asker = makeAsker(validator, { year, timeoutMs, folder, signal, statedBySchema: statedBySchema(year) });
      const started = Date.now();
      let end: FuzzEnd;
      try {
        end = await fuzz(asker, {
          seed,
          ...limits,
          maxShrinkMs: shrinkMs,
          onRun: (runs) => {
            // Of the two budgets the one that is further used up.
            const byTime = (Date.now() - started) / limits.maxMs;
            const byRuns = runs / limits.maxRuns;
            progress.update(Math.max(byTime, byRuns), 1);
          },
          onFound: (goal, run) => {
            progress.end();
            remark(`return ${run}: ${goalInWords(goal)}; making it small`);
          },
        });
      } catch (error) {
        if (!(error instanceof FlakyError)) throw error;
        remark(`sen2kit: ${error.message}`);
        return exitCodes.nothingJudged;
      } finally {
        progress.end();
      }
      return told(end, { out, year, seed, validator: validator.identity.name });
    }),
  );
}

async function told(
  { found, runs, answered, firstWhy }: FuzzEnd,
  {
    out,
    ...about
  }: { readonly out: string | undefined; readonly year: number; readonly seed: string; readonly validator: string },
): Promise<ExitCode> {
  if (!found) {
    if (answered === 0) {
      remark(`sen2kit: no return could be judged: ${plainText(firstWhy ?? 'none was put', maxWhy)}`);
      return exitCodes.nothingJudged;
    }
    await print(
      `${runs.toLocaleString('en-GB')} returns of seed ${plainText(about.seed, maxWhy)}: the validator and the reference validator agree\n`,
    );
    return exitCodes.conforms;
  }
  const disagreement = disagreementOf(found, { kit: kitVersion, ...about });
  await print(disagreementText(found, disagreement));
  if (out !== undefined) {
    await writeFolderAtomically(out, async (folder) => {
      await writeFileAtomically(join(folder, disagreementFile), (sink) => {
        sink.write(found.shrunk.file);
      });
      await writeFileAtomically(join(folder, 'disagreement.json'), (sink) => {
        sink.write(`${JSON.stringify(disagreement, null, 1)}\n`);
      });
    });
    remark(`${out}: ${disagreementFile} and disagreement.json`);
  }
  return exitCodes.discrepancy;
}

function limitsOf({ runs, 'max-seconds': seconds }: FuzzCommandOptions): {
  readonly maxRuns: number;
  readonly maxMs: number;
} {
  const maxRuns = runs === undefined ? mostRuns : readWhole(runs, '--runs', 1, mostRuns);
  const byDefault = runs === undefined ? '60' : String(mostSeconds);
  return { maxRuns, maxMs: readWhole(seconds ?? byDefault, '--max-seconds', 1, mostSeconds) * 1000 };
}

/** What is found is not to be lost for want of a place. @throws UsageError */
function checkFolder(out: string): void {
  if (out === '-') throw new UsageError('--out -: a folder is needed; what is found is printed all the same');
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new UsageError(`--out ${out}: holds other files already; name a new folder`);
}
