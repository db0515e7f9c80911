import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  NotAReturnError,
  statsOf,
  statsText,
  yearOfReturn,
  type ReturnStats,
} from '../../../conformance/stats/index.js';
import type { RegisterEntry } from '../../../generators/index.js';
import { fileSource, UnknownYearError, type ByteSource } from '../../validate/index.js';
import type { StatsCommandOptions } from '../commands/stats.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readYear } from '../options.js';
import { print } from '../print.js';
import { remark, remarkIfProvisional } from '../remark.js';
import { kitVersion } from '../version.js';
import { establishmentsFile } from './establishments-file.js';
import { makeProgress } from './progress.js';
import { readRegisterFile } from './register-file.js';
import { refuseOtherFormats } from './xml-only.js';

/** Prints the aggregates of a return. @throws UsageError, UnreadableFileError */
export async function printStats(options: StatsCommandOptions): Promise<ExitCode> {
  const { file } = options;
  await refuseOtherFormats(file);
  const asked = options.year === undefined ? undefined : readYear(options.year);
  const source = fileSource(file);
  const progress = makeProgress(`reading ${file}`, options.progress);
  try {
    const year = asked ?? yearIn(file, source);
    if (asked === undefined) remark(`${file}: a return of ${year}, the Year in its header`);
    remarkIfProvisional(year);
    const kindOf = kindsFor(options);
    const stats = statsOf(source, {
      year,
      ...(kindOf && { kindOf }),
      onProgress: (done) => {
        progress.update(done, source.size);
      },
    });
    progress.end();
    const yearFrom = asked === undefined ? 'header' : 'option';
    await print(options.format === 'json' ? toJson(file, year, yearFrom, stats) : statsText(stats));
    return exitCodes.conforms;
  } catch (error) {
    if (!(error instanceof NotAReturnError)) throw error;
    remark(`${file}: ${error.message}; nothing can be counted`);
    return exitCodes.discrepancy;
  } finally {
    progress.end();
  }
}

function yearIn(file: string, source: ByteSource): number {
  try {
    return yearOfReturn(source);
  } catch (error) {
    if (error instanceof UnknownYearError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

type KindOf = NonNullable<Parameters<typeof statsOf>[1]['kindOf']>;

/** Kinds by URN, from the register asked for or the one that `generate` leaves beside a return. */
function kindsFor({ file, gias }: StatsCommandOptions): KindOf | undefined {
  const beside = join(dirname(file), establishmentsFile);
  const path = gias ?? (existsSync(beside) ? beside : undefined);
  if (path === undefined) {
    remark('without a register of establishments (--gias FILE) all that have a URN are counted as one kind');
    return undefined;
  }
  const entries = gias === undefined ? readBeside(path) : readRegisterFile(path, '--gias');
  if (!entries) return undefined;
  const kinds = new Map(
    entries.flatMap(({ urn, kind }) => (urn === undefined || kind === 'ukrlp_provider' ? [] : [[urn, kind] as const])),
  );
  return (urn) => kinds.get(urn);
}

/** A file that happens to have the name of a register is no reason to stop. */
function readBeside(path: string): RegisterEntry[] | undefined {
  try {
    const entries = readRegisterFile(path, 'left aside,');
    remark(`${path}: read, to tell the kinds of school`);
    return entries;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    remark(`${error.message}; all that have a URN are counted as one kind`);
    return undefined;
  }
}

function toJson(file: string, year: number, yearFrom: string, { persons, tables }: ReturnStats): string {
  const tool = { name: 'sen2kit', version: kitVersion };
  return `${JSON.stringify({ format: 1, tool, file, year, yearFrom, persons, tables }, null, 1)}\n`;
}
