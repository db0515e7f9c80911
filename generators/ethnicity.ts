import type { Random } from '../src/random/index.js';
import type { Figures } from './figures/index.js';
import { sum } from './fit.js';
import type { Stratum } from './strata.js';
import { ethnicityPeriod } from './strata.js';
import { table } from './table.js';

/** Of the indices that may lack the ethnicity, how many do; the rest of "unclassified" refused to say. */
const mostLacking = 0.4;

/** Draws the ethnicity of a person: a main group, refused, or not yet obtained where the stratum allows it. */
export type DrawEthnicity = (stratum: Stratum, random: Random) => string;

/** Draws of ethnicity in the proportions of the figures. */
export function ethnicity({ ethnicGroups, ethnicityUnclassified }: Figures): DrawEthnicity {
  const classified = sum(Object.values(ethnicGroups));
  const unclassified = ethnicityUnclassified / (classified + ethnicityUnclassified || 1);
  const lacking = Math.min(mostLacking, unclassified * ethnicityPeriod * 0.6);
  const notObtained = lacking / ethnicityPeriod;
  const refused = (classified * (unclassified - notObtained)) / (1 - unclassified || 1);
  const groups = table<string>([...Object.entries(ethnicGroups), ['REFU', refused]]);
  return ({ mayLackEthnicity }, random) => {
    const lacks = random.chance(lacking);
    const group = groups.draw(random);
    return mayLackEthnicity && lacks ? 'NOBT' : group;
  };
}
