import type { Random } from '../src/random/index.js';
import { ethnicGroups, ethnicityUnclassified } from './figures/index.js';
import { sum } from './fit.js';
import type { Stratum } from './strata.js';
import { ethnicityPeriod } from './strata.js';
import { table } from './table.js';

/** Of the indices that may lack the ethnicity, how many do; the rest of "unclassified" refused to say. */
const lacking = 0.8;

const classified = sum(Object.values(ethnicGroups));
const unclassified = ethnicityUnclassified / (classified + ethnicityUnclassified);
const notObtained = lacking / ethnicityPeriod;
const refused = (classified * (unclassified - notObtained)) / (1 - unclassified);

const groups = table<string>([...Object.entries(ethnicGroups), ['REFU', refused]]);

/** The ethnicity of a person: a main group, refused, or not yet obtained where the stratum allows it. */
export function drawEthnicity({ mayLackEthnicity }: Stratum, random: Random): string {
  const lacks = random.chance(lacking);
  const group = groups.draw(random);
  return mayLackEthnicity && lacks ? 'NOBT' : group;
}
