import { phaseMove, type CaseTraits } from '../scenarios/life/index.js';
import type { CollectionYear } from '../src/model/index.js';
import type { Random } from '../src/random/index.js';
import type { Figures } from './figures/index.js';
import { sum } from './fit.js';
import { table } from './table.js';

/** Draws the personal budget of a plan. */
export type DrawBudget = (random: Random) => CaseTraits['budget'];

/** Budgets in the proportions of the figures. How organised arrangements and direct payments meet is not published. */
export function budgets({ personalBudgets: { plans, any, organised, direct } }: Figures): DrawBudget {
  const directAll = sum(Object.values(direct));
  // Published apart, organised arrangements and direct payments come to more than the budgets: the rest has both.
  const both = Math.max(0, Math.min(organised, directAll, organised + directAll - any));
  const kinds = table<'none' | 'organised' | 'direct' | 'both'>([
    ['none', Math.max(1, plans - any)],
    ['organised', organised - both],
    ['direct', directAll - both],
    ['both', both],
  ]);
  const directKinds = table<'E' | 'S' | 'H' | 'I'>(
    directAll > 0 ? (Object.entries(direct) as ['E' | 'S' | 'H' | 'I', number][]) : [['S', 1]],
  );
  return (random) => {
    const kind = kinds.draw(random);
    if (kind === 'none' || kind === 'organised') return { organised: kind === 'organised' };
    return { organised: kind === 'both', direct: directKinds.draw(random) };
  };
}

/** Of those due to change phase this year, how many are told of, and how many plans are final by census day. */
const toldOf = { school: 0.85, after16: 0.25 };
const finalised = 0.45;

/** The phase transfer of an open plan that has been in place for a year. */
export function drawPhaseTransfer(
  birthDate: string,
  facts: CollectionYear,
  random: Random,
): CaseTraits['phaseTransfer'] {
  const { next } = phaseMove(birthDate, facts);
  if (next === undefined) return 'none';
  if (!random.chance(next.endsWith('-02-15') ? toldOf.school : toldOf.after16)) return 'none';
  return random.chance(finalised) ? 'finalised' : 'due';
}
