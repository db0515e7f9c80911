import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { countsOf, selfCheck, selfCheckReport } from '../../../conformance/adversaries/index.js';
import {
  buildCases,
  whyAlone,
  writePackedSuite,
  writeSuite,
  type PackedSuite,
  type SuiteManifest,
  type WhyAlone,
} from '../../../conformance/suite/index.js';
import { writeFolderAtomically } from '../../../output/index.js';
import type { SuiteCommandOptions } from '../commands/suite.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readYear } from '../options.js';
import { print } from '../print.js';
import { remarkIfProvisional } from '../remark.js';
import { makeProgress } from './progress.js';
import { kitVersion } from '../version.js';

/** Builds a suite and writes it, checks what it catches, or both. @throws UsageError, OutputError, UnprovedSuiteError */
export async function buildSuite(options: SuiteCommandOptions): Promise<ExitCode> {
  const year = readYear(options.year);
  const { out } = options;
  if (out === undefined && !options['self-check']) {
    throw new UsageError(`suite needs --out, as in: sen2kit suite --year ${year} --out suite-${year}`);
  }
  remarkIfProvisional(year);
  if (out !== undefined) await writeTo(out, year, options);
  return options['self-check'] ? checkItself(year, options) : exitCodes.conforms;
}

/** 1 where a wrong validator survives that something could tell from the reference. */
async function checkItself(year: number, { seed, select, progress: isAsked }: SuiteCommandOptions): Promise<ExitCode> {
  const built = buildCases({ year, seed, kit: kitVersion, ...(select && { select }) });
  const progress = makeProgress(`checking the suite of ${year}`, isAsked);
  const rows = selfCheck(built, year, (done, total) => {
    progress.update(done, total);
  });
  progress.end();
  // Of a selection, the rules that have no case in it are not asked about.
  const asked = new Set(built.map((one) => one.case.rule));
  const told = select ? rows.filter((row) => asked.has(row.rule)) : rows;
  await print(selfCheckReport(year, told));
  return countsOf(told).survived > 0 ? exitCodes.discrepancy : exitCodes.conforms;
}

async function writeTo(out: string, year: number, options: SuiteCommandOptions): Promise<void> {
  const { seed, select } = options;
  const progress = makeProgress(`building the suite of ${year}`, options.progress);
  let told = '';
  try {
    await writeFolderAtomically(
      out,
      (folder) => {
        const suite = {
          year,
          seed,
          kit: kitVersion,
          ...(select && { select }),
          onProgress: (done: number, total: number) => {
            progress.update(done, total);
          },
        };
        told = options.pack
          ? describePacked(writePackedSuite(folder, suite))
          : describeSuite(writeSuite(folder, suite));
      },
      { mayReplace: (folder) => existsSync(join(folder, 'suite.json')) },
    );
  } catch (error) {
    // The year is known, so it is the selection that is out of range.
    if (!select || !(error instanceof RangeError)) throw error;
    throw new UsageError(`--select: ${error.message}; "sen2kit rules --year ${year}" lists the rules`);
  } finally {
    progress.end();
  }
  await print(`${out}: ${told}\n`);
}

/** A packed suite in a few lines: its returns, and how many cases keep a file of their own, with the reasons. */
function describePacked({ manifest, returns, alone }: PackedSuite): string {
  const packed = returns.map(({ file, persons, cases }) => `  ${file}: ${cases} cases, ${persons} persons`);
  const reasons = (Object.keys(alone) as WhyAlone[]).filter((why) => alone[why] > 0);
  const single = reasons.map((why) => `  ${alone[why]} alone: ${whyAlone[why]}`);
  return [describeSuite(manifest), ...packed, ...single].join('\n');
}

/** The suite in one line. */
function describeSuite({ year, seed, counts, sha256 }: SuiteManifest): string {
  const kinds = (['valid', 'broken', 'near-miss', 'structure'] as const).filter((kind) => counts[kind] > 0);
  const told = kinds.map((kind) => `${counts[kind]} ${kind}`).join(', ');
  return `suite of ${year}, seed ${seed}: ${counts.total} cases (${told}), ${sha256.slice(0, 12)}`;
}
