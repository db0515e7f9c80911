import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { listInWords } from '../../../conformance/judge/index.js';
import {
  AnonymiseError,
  FlakyError,
  goalInWords,
  makeAsker,
  reportsRule,
  rulesReported,
  shrink,
  type Asker,
  type Goal,
  type Shrunk,
} from '../../../conformance/shrink/index.js';
import { plainText } from '../../../conformance/shape/index.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml, writeOutput } from '../../../output/index.js';
import { statedBySchema } from '../../schema/index.js';
import type { ShrinkCommandOptions } from '../commands/shrink.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readWhole } from '../options.js';
import { remark, remarkIfProvisional } from '../remark.js';
import { makeProgress } from './progress.js';
import { checkTarget, standardOutput } from './report-files.js';
import { holdReturn } from './return-bytes.js';
import { readRunLimits } from './run-limits.js';
import { withTemporaryFolder } from './temporary-folder.js';
import { withValidator } from './with-validator.js';
import { refuseOtherFormats } from './xml-only.js';

/** Whether two paths are of one file, which would be lost when it is written. */
function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    // One that is not there is not the other.
    return false;
  }
}

const mostSeconds = 86_400;
const maxWhy = 300;

/**
 * Reduces a return to the smallest that still shows a finding or a disagreement: 0 where it is written; 1, with nothing
 * written, where it cannot be made anonymous; 2 where the return does not show it; 3 where the validator gives no answer
 * or says now this and now that.
 * @throws UsageError, AdapterError, CrosswalkError, ValidatorUsageError, UnreadableFileError, OutputError, RunAborted
 */
export async function shrinkReturn(options: ShrinkCommandOptions): Promise<ExitCode> {
  await refuseOtherFormats(options.file);
  const { file, out, keep } = options;
  const { timeoutMs } = readRunLimits({ jobs: '1', timeout: options.timeout });
  const maxMs = readWhole(options['max-seconds'], '--max-seconds', 1, mostSeconds) * 1000;
  if (options.seed !== undefined && !options.anonymise) throw new UsageError('--seed is of --anonymise; name both');
  if (out !== standardOutput) {
    checkTarget('--out ', out);
    if (isSameFile(file, out)) throw new UsageError(`--out ${out}: is the return itself; name another file`);
  }
  const { bytes, year } = holdReturn(file, options.year);
  remarkIfProvisional(year);
  // A seed that everyone can guess would tell by how much the dates were shifted.
  const seed = options.seed ?? randomBytes(16).toString('hex');

  return withTemporaryFolder((folder) =>
    withValidator(options, { jobs: 1, whenStopped: 'stopping; nothing is written' }, async (validator, signal) => {
      const progress = makeProgress('shrinking', options.progress);
      let left = bytes.length;
      const tell = (): void => {
        progress.update(bytes.length - left, bytes.length, { bytes: left });
      };
      const asker = makeAsker(validator, {
        year,
        timeoutMs,
        folder,
        signal,
        statedBySchema: statedBySchema(year),
        onAsked: tell,
      });
      try {
        const found = await goalOf(bytes, keep, asker, file);
        if ('why' in found) {
          remark(`sen2kit: ${file}: ${found.why}`);
          return exitCodes.nothingJudged;
        }
        const shrunk = await shrink(bytes, {
          asker,
          goal: found.goal,
          maxMs,
          ...(options.anonymise && { anonymise: { seed } }),
          onSmaller: (size) => {
            left = size;
          },
        });
        progress.end();
        await writeOutput(out, (sink) => {
          sink.write(shrunk.file);
        });
        for (const line of summaryOf(shrunk, found.goal, bytes.length, asker.calls, options)) remark(line);
        return exitCodes.conforms;
      } catch (error) {
        progress.end();
        if (error instanceof AnonymiseError || error instanceof FlakyError) {
          remark(`sen2kit: ${file}: ${error.message}`);
          return error instanceof FlakyError ? exitCodes.nothingJudged : exitCodes.discrepancy;
        }
        throw error;
      } finally {
        progress.end();
      }
    }),
  );
}

/** What the file shows that is to be kept, or why nothing can be said of it. @throws UsageError where it does not show it */
async function goalOf(
  bytes: Uint8Array,
  keep: string,
  asker: Asker,
  file: string,
): Promise<{ readonly goal: Goal } | { readonly why: string }> {
  const [, ofRule] = /^disagreement(?::(.+))?$/i.exec(keep) ?? [];
  if (!/^disagreement(?::|$)/i.test(keep)) {
    const answer = await asker.answer(bytes);
    if (answer.kind !== 'findings') return { why: `the validator gives no answer: ${plainText(answer.why, maxWhy)}` };
    if (reportsRule(answer.findings, keep)) return { goal: { kind: 'reports', rule: keep } };
    const told = rulesReported(answer.findings);
    const nothing = answer.findings.length > 0 ? 'that it is not valid, and no rule' : 'nothing';
    throw new UsageError(
      `--keep ${keep}: the validator does not report it of ${file}; it reports ${told.length > 0 ? listInWords(told) : nothing}`,
    );
  }
  const { answer, disagreements } = await asker.said(bytes);
  const told =
    ofRule === undefined ? disagreements : disagreements.filter((one) => one.kind !== 'fails' && one.rule === ofRule);
  const [goal] = told;
  if (answer.kind === 'unsupported') return { why: `the validator gives no answer: ${plainText(answer.why, maxWhy)}` };
  if (!goal) {
    const what = disagreements.length > 0 ? `disagree on ${file}, but not on ${ofRule ?? ''}` : `agree on ${file}`;
    throw new UsageError(`--keep ${keep}: the validator and the reference validator ${what}`);
  }
  if (answer.kind === 'could-not-run' && !(await answersAny(asker))) {
    return { why: `the validator gives no answer, of this file or any: ${plainText(answer.why, maxWhy)}` };
  }
  const others = disagreements.filter((one) => one !== goal).map((one) => (one.kind === 'fails' ? '' : one.rule));
  const more =
    others.length > 0 ? ` (others: ${listInWords([...new Set(others)])}; --keep disagreement:RULE keeps one)` : '';
  remark(`${file}: ${goalInWords(goal)}${more}`);
  return { goal };
}

/** Whether the validator can be run at all: one that fails on everything has nothing to do with the file. */
async function answersAny(asker: Asker): Promise<boolean> {
  const { year } = asker;
  const clean = returnToXml(generateReturn({ year, la: '202', seed: 'clean', persons: 1 }), year);
  const answer = await asker.answer(Buffer.from(clean, 'utf8'));
  return answer.kind !== 'could-not-run';
}

function summaryOf(
  { file, persons, by, isSmallest }: Shrunk,
  goal: Goal,
  before: number,
  calls: number,
  { file: name, out, anonymise }: ShrinkCommandOptions,
): readonly string[] {
  const size = (bytes: number): string => `${bytes.toLocaleString('en-GB')} bytes`;
  const people = (count: number): string => (count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} persons`);
  const of = (bytes: number, count: number | undefined): string =>
    count === undefined ? size(bytes) : `${people(count)}, ${size(bytes)}`;
  const target = out === standardOutput ? 'standard output' : out;
  return [
    `${name}: ${of(before, persons?.before)}; ${target}: ${of(file.length, persons?.after)}, of which still: ${goalInWords(goal)}`,
    `  the validator was asked ${calls.toLocaleString('en-GB')} times${isSmallest ? '' : '; the time was over before it was as small as it can be (--max-seconds)'}`,
    ...(by === 'bytes'
      ? ['  it was taken apart byte by byte: it is no XML, or written in the usual way it does not show it']
      : []),
    ...(anonymise ? [] : ['  real values are still in it; with --anonymise they are replaced']),
  ];
}
