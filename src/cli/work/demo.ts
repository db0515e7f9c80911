import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSuite } from '../../../conformance/suite/index.js';
import type { DemoOptions } from '../commands/demo.js';
import { exitCodes, type ExitCode } from '../exit.js';
import { defaultJobs, readYear } from '../options.js';
import { print } from '../print.js';
import { remark } from '../remark.js';
import { generateReturn } from './generate.js';
import { runAndReport } from './run.js';
import { buildSuite } from './suite.js';
import { withTemporaryFolder } from './temporary-folder.js';
import { validateFile } from './validate.js';

const faultyValidator = fileURLToPath(
  new URL('../../../../examples/faulty-validator/faulty-validator.mjs', import.meta.url),
);

/** Does the main job on a temporary folder. @throws UsageError */
export async function runDemo({ year }: DemoOptions): Promise<ExitCode> {
  readYear(year);
  return withTemporaryFolder((folder) => inFolder(folder, year));
}

async function inFolder(folder: string, year: string): Promise<ExitCode> {
  const file = join(folder, 'return.xml');
  const cases = join(folder, 'suite');
  const shared = { year, seed: 'demo', progress: false };

  await step(1, 'Generate a valid return of 1,000 persons and check it');
  await generateReturn({
    ...shared,
    la: '202',
    format: 'xml',
    persons: '1000',
    out: file,
    datetime: undefined,
    shard: undefined,
    'only-person': undefined,
    scenario: undefined,
    workers: defaultJobs,
    gias: undefined,
    calibrate: undefined,
    defects: undefined,
  });
  const clean = await validateFile({
    file,
    year: undefined,
    format: 'text',
    'max-findings': '10',
    workers: defaultJobs,
    crosswalk: undefined,
    progress: false,
  });

  await step(2, 'Build the conformance suite: every rule broken, each case proved by the reference validator');
  await buildSuite({ ...shared, out: cases, select: undefined, pack: false, 'self-check': false });

  const judged = {
    suite: cases,
    jobs: defaultJobs,
    timeout: '60',
    select: undefined,
    'fail-fast': false,
    report: [],
    'all-rules': true,
    'detect-year': false,
    adapter: undefined,
    crosswalk: undefined,
    'known-failing': undefined,
    'known-flaky': undefined,
    'write-known-failing': undefined,
    resume: false,
    progress: false,
  };
  await step(3, 'Put it to the reference validator');
  const reference = await runAndReport({ ...judged, validator: 'reference' });

  await step(
    4,
    'Put it to a small validator that is faulty on purpose, as a command: the valid cases and one of each rule',
  );
  const faulty = await runAndReport({
    ...judged,
    select: await oneOfEachRule(cases),
    validator: `cmd:"${process.execPath}" "${faultyValidator}" {file} {year}`,
  });

  const isAsIntended =
    clean === exitCodes.conforms && reference.code === exitCodes.conforms && faulty.code === exitCodes.discrepancy;
  if (!isAsIntended) remark('demo: something is not as it should be; see above');
  else await print('\nThe return is clean, the reference validator conforms, and the faulty one was found out.\n');
  return isAsIntended ? exitCodes.conforms : exitCodes.discrepancy;
}

/** Ids of the valid cases and of the first case of each rule: a process each for all of them would take minutes. */
async function oneOfEachRule(folder: string): Promise<string[]> {
  const { cases } = await readSuite(folder);
  const seen = new Set<string>();
  const isChosen = ({ rule }: { readonly rule: string | null }): boolean => {
    if (rule === null) return true;
    if (seen.has(rule)) return false;
    seen.add(rule);
    return true;
  };
  return cases.filter(isChosen).map((one) => one.id);
}

async function step(number: number, what: string): Promise<void> {
  await print(`\n${number}. ${what}\n\n`);
}
