import {
  DefectPlanError,
  defectSource,
  readDefectPlan,
  settleDefects,
  type DefectSource,
} from '../../../generators/defects/index.js';
import type { PersonSource, ReturnKey } from '../../../generators/index.js';
import { writeOutput } from '../../../output/index.js';
import { plantersIn } from '../../../scenarios/planters/index.js';
import type { Person } from '../../return/index.js';
import { UsageError } from '../exit.js';
import { isOrdinary } from './ordinary-file.js';
import { readSmallFile } from './small-file.js';

const mostBytes = 16 * 1024 * 1024;

/** Plants what falls on person `k` (from 0), who stands at a position (from 1) of the file, and writes down what it was. */
export type Plant = (k: number, position: number, person: Person) => void;

/** Reads the plan of `--defects` and settles which persons of the whole return get what. @throws UsageError */
export function readDefects(
  { defects: file, out }: { readonly defects: string; readonly out: string },
  key: ReturnKey,
  persons: number,
  source: PersonSource,
): DefectSource {
  if (out === '-' || !isOrdinary(out))
    throw new UsageError(`--defects ${file}: what is planted is written beside the return, so --out has to be a file`);
  const read = readSmallFile(file, mostBytes);
  if (!('text' in read)) throw new UsageError(`--defects ${file}: ${read.why}`);
  try {
    const rules = plantersIn(key.year).map(({ rule }) => rule);
    return defectSource(settleDefects(readDefectPlan(read.text, rules), key, persons, source), key);
  } catch (error) {
    if (error instanceof DefectPlanError) throw new UsageError(`--defects ${file}: ${error.message}`);
    throw error;
  }
}

/**
 * Runs the writing of a return with a way to plant faults, and writes the ground truth beside it: a line of JSON a fault,
 * in the order of the return.
 * @throws OutputError
 */
export async function withTruth(
  out: string,
  defects: DefectSource,
  write: (plant: Plant) => Promise<void>,
): Promise<void> {
  await writeOutput(`${out}.truth.ndjson`, async (sink) => {
    await write((k, position, person) => {
      const fault = defects.plant(k, person);
      if (!fault) return;
      const path = `/Message/Persons/Person[${position}]${fault.path}`;
      sink.write(`${JSON.stringify({ rule: fault.rule, person: position, path })}\n`);
    });
  });
}
