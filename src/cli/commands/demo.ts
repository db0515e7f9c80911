import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSuite } from '../../../conformance/suite/index.js';
import { print, remark, type Command } from '../command.js';
import { exitCodes, type ExitCode } from '../exit.js';
import { defaultJobs } from '../options.js';
import { generateReturn } from './generate.js';
import { runAndReport } from './run.js';
import { buildSuite } from './suite.js';
import { validateFile } from './validate.js';

interface DemoOptions {
  year: string;
}

const faultyValidator = fileURLToPath(
  new URL('../../../../examples/faulty-validator/faulty-validator.mjs', import.meta.url),
);

/** `sen2kit demo`. */
export const demo: Command<DemoOptions> = {
  name: 'demo',
  describe: 'The main job in one go, on a temporary folder, in under a minute',
  options: (yargs) =>
    yargs
      .option('year', { type: 'string', default: '2026', describe: 'Collection year' })
      .example('$0 demo', 'generate, break, put to two validators, judge'),
  run: async ({ year }) => {
    const folder = mkdtempSync(join(tmpdir(), 'sen2kit-demo-'));
    try {
      return await inFolder(folder, year);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function inFolder(folder: string, year: string): Promise<ExitCode> {
  const file = join(folder, 'return.xml');
  const cases = join(folder, 'suite');
  const shared = { year, seed: 'demo', progress: false };

  step(1, 'Generate a valid return of 1,000 persons and check it');
  await generateReturn({
    ...shared,
    la: '202',
    persons: '1000',
    out: file,
    datetime: undefined,
    shard: undefined,
    'only-person': undefined,
    scenario: undefined,
  });
  const clean = validateFile({ file, year: undefined, format: 'text', 'max-findings': '10', progress: false });

  step(2, 'Build the conformance suite: every rule broken, each case proved by the reference validator');
  await buildSuite({ ...shared, out: cases, select: undefined });

  const judged = {
    suite: cases,
    jobs: defaultJobs,
    timeout: '60',
    select: undefined,
    'fail-fast': false,
    report: [],
    'all-rules': true,
    progress: false,
  };
  step(3, 'Put it to the reference validator');
  const reference = await runAndReport({ ...judged, validator: 'reference' });

  step(4, 'Put it to a small validator that is faulty on purpose, as a command: the valid cases and one of each rule');
  const faulty = await runAndReport({
    ...judged,
    select: await oneOfEachRule(cases),
    validator: `cmd:"${process.execPath}" "${faultyValidator}" {file} {year}`,
  });

  const isAsIntended =
    clean === exitCodes.conforms && reference.code === exitCodes.conforms && faulty.code === exitCodes.discrepancy;
  if (!isAsIntended) remark('demo: something is not as it should be; see above');
  else print('\nThe return is clean, the reference validator conforms, and the faulty one was found out.\n');
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

function step(number: number, what: string): void {
  print(`\n${number}. ${what}\n\n`);
}
