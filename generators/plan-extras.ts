import { phaseMove, type CaseTraits, type ReviewState } from '../scenarios/life/index.js';
import type { CollectionYear } from '../src/model/index.js';
import type { Random } from '../src/random/index.js';
import { personalBudgets, reviews } from './figures/index.js';
import { sum } from './fit.js';
import { table } from './table.js';

const { plans, any, organised, direct } = personalBudgets;
const directAll = sum(Object.values(direct));
// Published apart, organised arrangements and direct payments come to more than the budgets: the rest has both.
const both = organised + directAll - any;
const budgetKinds = table<'none' | 'organised' | 'direct' | 'both'>([
  ['none', plans - any],
  ['organised', organised - both],
  ['direct', directAll - both],
  ['both', both],
]);
const directKinds = table(Object.entries(direct) as [keyof typeof direct, number][]);

/** The personal budget of a plan. */
export function drawBudget(random: Random): CaseTraits['budget'] {
  const kind = budgetKinds.draw(random);
  if (kind === 'none' || kind === 'organised') return { organised: kind === 'organised' };
  return { organised: kind === 'both', direct: directKinds.draw(random) };
}

/** How many of the decisions to amend have a draft out by census day; not published. */
const drafted = 0.6;
const reviewStates = table<ReviewState>([
  ['none', reviews.none],
  ['met', reviews.undecided],
  ['maintain', reviews.maintain],
  ['amend', reviews.amend * (1 - drafted)],
  ['amend-drafted', reviews.amend * drafted],
  ['cease', reviews.cease],
]);

/** How far the last review came, for a plan that has been in place for a year. */
export function drawReview(random: Random): ReviewState {
  return reviewStates.draw(random);
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
