import { plainReader } from '../../../conformance/adapt/index.js';
import { listInWords } from '../../../conformance/judge/index.js';
import { learn, learnedAdapter, type Learned } from '../../../conformance/learn/index.js';
import { writeOutput } from '../../../output/index.js';
import type { LearnCommandOptions } from '../commands/learn.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readYear } from '../options.js';
import { remark, remarkIfProvisional } from '../remark.js';
import { kitVersion } from '../version.js';
import { readerFor } from './adapters.js';
import { makeProgress } from './progress.js';
import { checkTarget, standardOutput } from './report-files.js';
import { readRunLimits } from './run-limits.js';
import { withValidator } from './with-validator.js';

/**
 * Learns the map of a validator and writes an adapter: 3, with nothing written, where it answered no case.
 * @throws UsageError, AdapterError, ValidatorUsageError, OutputError
 */
export async function learnAdapter(options: LearnCommandOptions): Promise<ExitCode> {
  const year = readYear(options.year);
  const limits = readRunLimits(options);
  const { out, seed } = options;
  if (out !== standardOutput) checkTarget('--out ', out);
  remarkIfProvisional(year);
  const { adapter } = await readerFor(options);
  const use = { jobs: limits.jobs, whenStopped: 'stopping', ...(adapter && { reader: plainReader(adapter) }) };
  return withValidator(options, use, async (validator, signal) => {
    if (validator.capabilities.granularity === 'file') throw new UsageError('a schema has no codes to learn');
    const progress = makeProgress('learning', options.progress);
    let learned: Learned;
    try {
      const onProgress = (done: number, total: number): void => {
        progress.update(done, total);
      };
      learned = await learn(validator, { kit: kitVersion, year, seed, ...limits, signal, onProgress });
    } finally {
      progress.end();
    }
    if (learned.answered === 0) {
      remark(`sen2kit: nothing could be learned: ${learned.firstWhy ?? 'no case was answered'}`);
      return exitCodes.nothingJudged;
    }
    const settings = learnedAdapter(learned, { name: validator.identity.name, year, base: adapter?.settings });
    await writeOutput(out, (sink) => {
      sink.write(`${JSON.stringify(settings, null, 2)}\n`);
    });
    for (const line of summaryOf(learned)) remark(line);
    return exitCodes.conforms;
  });
}

/** What was learned, in a few lines. */
function summaryOf({ answered, unanswered, firstWhy, codes, places, levels }: Learned): readonly string[] {
  const byRule = new Map<string, number>();
  for (const { rule } of [...codes.codes.values()].flat()) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  const shared = [...codes.codes.values()].filter((rules) => rules.length > 1).length;
  const several = [...byRule.values()].filter((count) => count > 1).length;
  const unsure = [...codes.codes].filter(([, rules]) => rules.some(({ share }) => share < 1));
  const percent = Math.floor(places.share * 100);
  return [
    `${byRule.size} of ${byRule.size + codes.unmapped.length} rules found behind ${codes.codes.size} codes, from ${answered} cases`,
    `  ${shared} codes stand for more than one rule, ${several} rules have more than one code`,
    `  it reports at ${places.granularity} (${percent}% of its findings), ${levels ? 'and tells errors from queries' : 'without levels'}`,
    ...(unsure.length > 0 ? [`  not in every case of their rule: ${listInWords(unsure.map(([code]) => code))}`] : []),
    ...(codes.summary.length > 0 ? [`  with nearly every fault, so ignored: ${listInWords(codes.summary)}`] : []),
    ...(codes.unclear.length > 0 ? [`  too seldom to place: ${listInWords(codes.unclear)}`] : []),
    ...(codes.unmapped.length > 0 ? [`  rules without a code: ${listInWords(codes.unmapped)}`] : []),
    ...(unanswered > 0 ? [`  ${unanswered} cases gave no answer: ${firstWhy ?? ''}`] : []),
  ];
}
