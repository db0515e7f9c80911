import { generateReturn } from '../../generators/index.js';
import { returnToXml } from '../../output/index.js';
import {
  breaksIn,
  caseIdOf,
  isNearMiss,
  nearMissesIn,
  parentNamed,
  plantersIn,
  type Break,
  type NearMiss,
} from '../../scenarios/index.js';
import { codesIn, collectionYear } from '../../src/model/index.js';
import { randomFor, type Random } from '../../src/random/index.js';
import { bytesSource } from '../../src/validate/index.js';
import { makeBroken, makeNearMiss, makeParent } from '../suite/make-case.js';
import { readTree, writeTree } from '../tree/index.js';
import { mutate } from './mutate.js';

/** A return that is made at random. */
export interface FuzzCase {
  readonly file: Uint8Array;
  /** What was done to it, in the order it was. */
  readonly changes: readonly string[];
}

const mostPersons = 6;
/** Camden, whose suites the breaks are proved with. */
const la = '202';

/**
 * The return of a run: a case of the suite with persons of its own, or a few generated persons with faults planted; then
 * changed up to three times. It hangs on the seed, the year and the number of the run alone.
 */
export function makeFuzzCase(seed: string, year: number, run: number): FuzzCase {
  const random = randomFor(seed, 'fuzz', year, run);
  const base = random.chance(0.5) ? caseOfSuite(seed, year, run, random) : plantedReturn(seed, year, run, random);
  let root = readTree(bytesSource(base.file));
  // What is no XML cannot be changed element by element, and is wrong enough.
  if (!root) return base;
  const changes = [...base.changes];
  for (let left = random.pick([0, 1, 1, 1, 2, 2, 3]); left > 0; left -= 1) {
    const mutated = mutate(root, random, year);
    if (!mutated) continue;
    root = mutated.root;
    changes.push(mutated.what);
  }
  if (changes.length === base.changes.length) return base;
  return { file: Buffer.from(writeTree(root), 'utf8'), changes };
}

function caseOfSuite(seed: string, year: number, run: number, random: Random): FuzzCase {
  const all: readonly (Break | NearMiss)[] = [...breaksIn(year), ...nearMissesIn(year)];
  const one = random.pick(all);
  const key = { year, la, seed: `${seed}/fuzz/${run}` };
  const parent = makeParent(key, parentNamed(one.parent));
  const { file } = isNearMiss(one) ? makeNearMiss(key, parent, one) : makeBroken(key, parent, one);
  return { file, changes: [`made as ${caseIdOf(one)} is`] };
}

function plantedReturn(seed: string, year: number, run: number, random: Random): FuzzCase {
  const persons = random.int(1, mostPersons);
  const made = generateReturn({
    year,
    la: random.pick([...codesIn('la', year).keys()]),
    seed: `${seed}/fuzz/${run}`,
    persons,
  });
  const planters = plantersIn(year);
  const changes = [persons === 1 ? '1 generated person' : `${persons} generated persons`];
  for (const person of made.Persons?.Person ?? []) {
    if (!random.chance(0.4)) continue;
    const planter = random.pick(planters);
    if (planter.plant(person, collectionYear(year)) !== undefined)
      changes.push(`a fault of ${planter.rule} is planted`);
  }
  return { file: Buffer.from(returnToXml(made, year), 'utf8'), changes };
}
