import { statSync } from 'node:fs';
import { join } from 'node:path';
import { measureScale, scaleHtml, scaleText, type Scale } from '../../../conformance/scale/index.js';
import { maxPersons } from '../../../generators/index.js';
import { writeOutput } from '../../../output/index.js';
import type { ScaleCommandOptions } from '../commands/scale.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { defaultJobs, readLa, readWhole, readYear } from '../options.js';
import { print } from '../print.js';
import { remark, remarkIfProvisional } from '../remark.js';
import { kitVersion } from '../version.js';
import { makeProgress } from './progress.js';
import { withTemporaryFolder } from './temporary-folder.js';
import { withValidator } from './with-validator.js';
import { writeReturns } from './write-returns.js';

const fewest = 1000;
const mostSeconds = 86_400;
/** Each size is some three times the one before. */
const steps = [1, 3] as const;

/**
 * Puts larger and larger valid returns to a validator and says how its time and memory grow: 0 where the sizes asked for
 * were measured, or as many as there was time for; 3 where not even the smallest could be.
 * @throws UsageError, AdapterError, ValidatorUsageError, OutputError
 */
export async function scaleValidator(options: ScaleCommandOptions): Promise<ExitCode> {
  const year = readYear(options.year);
  const la = readLa(options.la, year);
  const maxSeconds = readWhole(options['max-seconds'], '--max-seconds', 1, mostSeconds);
  const sizes = sizesTo(readWhole(options['max-persons'], '--max-persons', fewest, maxPersons));
  const reports = options.report.map(readReport);
  remarkIfProvisional(year);
  const use = { jobs: 1, whenStopped: 'stopping; what was measured so far is told' };
  const found = await withTemporaryFolder((folder) =>
    withValidator(options, use, (validator, signal) => {
      const file = join(folder, 'return.xml');
      return measureScale(validator, {
        kit: kitVersion,
        year,
        sizes,
        maxSeconds,
        signal,
        makeFile: async (persons) => {
          const progress = makeProgress(`making ${persons} persons`, options.progress);
          const job = { key: { year, la, seed: 'scale' }, from: 0, to: persons, out: file, dateTime: undefined };
          await writeReturns([job], { workers: Number(defaultJobs) }, progress);
          progress.end();
          return { file, bytes: statSync(file).size };
        },
        onPoint: ({ persons, ms }) => {
          if (options.progress || process.stderr.isTTY) remark(`${persons} persons: ${(ms / 1000).toFixed(2)} s`);
        },
      });
    }),
  );
  for (const { file, textOf } of reports) {
    await writeOutput(file, (sink) => {
      sink.write(textOf(found));
    });
  }
  await print(options.format === 'json' ? scaleJson(found) : scaleText(found));
  return found.points.length > 0 ? exitCodes.conforms : exitCodes.nothingJudged;
}

function scaleJson(scale: Scale): string {
  return `${JSON.stringify(scale, null, 1)}\n`;
}

function sizesTo(most: number): number[] {
  const sizes: number[] = [];
  for (let power = fewest; power <= most; power *= 10) {
    for (const step of steps) if (power * step <= most) sizes.push(power * step);
  }
  return sizes;
}

const kinds: Readonly<Record<string, (scale: Scale) => string>> = { html: scaleHtml, json: scaleJson };

function readReport(text: string): { readonly file: string; readonly textOf: (scale: Scale) => string } {
  const [, kind = '', file = ''] = /^([a-z]+)=(.+)$/.exec(text) ?? [];
  const textOf = kinds[kind];
  if (!textOf) throw new UsageError(`--report ${text}: html=FILE or json=FILE is needed`);
  return { file, textOf };
}
