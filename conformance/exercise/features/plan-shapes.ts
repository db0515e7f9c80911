import { yearOf } from '../../../src/model/index.js';
import type { ActivePlans, NamedPlan, PlanDetail, PlacementDetail, Requests } from '../../../src/return/index.js';
import type { Shape } from './shapes.js';
import { given, isCeased, isOpen, planOf, some, someActive } from './words.js';

/** A shape that some plan of a person has. */
function ofPlan(
  name: string,
  words: string,
  never: string,
  holds: (plan: NamedPlan, request: Requests) => boolean,
): Shape {
  return {
    name,
    words,
    never,
    stands: (person) =>
      some(person, (request) => {
        const plan = planOf(request);
        return plan !== undefined && holds(plan, request);
      }),
  };
}

/** Each way to say where: in the plan as named, and in the placements. */
function whereShapes(): readonly Shape[] {
  const places = [
    [
      'plan',
      'a plan',
      (request: Requests): readonly (PlanDetail | PlacementDetail)[] => planOf(request)?.PlanDetail ?? [],
    ],
    ['placement', 'a placement', (request: Requests) => request.ActivePlans?.PlacementDetail ?? []],
  ] as const;
  return places.flatMap(([name, words, details]) =>
    (['URN', 'UKPRN', 'SENSetting'] as const).map((tag) => ({
      name: `${name}-by-${tag}`,
      words: `${words} that says where by ${tag}`,
      never: `no ${name} says where by ${tag}`,
      stands: (person) => some(person, (request) => details(request).some((detail) => given(detail[tag]))),
    })),
  );
}

const hasOrganised = ({ OA }: NamedPlan): boolean => OA === '1';
const hasDirect = ({ DP }: NamedPlan): boolean => given(DP);
const noDraft = ({ ReviewOutcome: outcome, ReviewDraft: draft }: ActivePlans): boolean =>
  outcome === 'A' && !given(draft);

/** How a plan may stand: open, ceased, from where, with what budget, and how far its reviews came. */
export const planShapes: readonly Shape[] = [
  ofPlan(
    'open-plan',
    'an open plan with its ActivePlans',
    'no plan is open',
    (plan, request) => isOpen(plan) && request.ActivePlans !== undefined,
  ),
  ofPlan('ceased-plan', 'a ceased plan', 'no plan was ever ceased', isCeased),
  ofPlan(
    'ceased-plan-without-placements',
    'a ceased plan without ActivePlans',
    'no ceased plan is without ActivePlans',
    (plan, request) => isCeased(plan) && request.ActivePlans === undefined,
  ),
  ofPlan(
    'ceased-plan-with-placements',
    'a ceased plan that still has its ActivePlans',
    'no ceased plan still has its ActivePlans',
    (plan, request) => isCeased(plan) && request.ActivePlans !== undefined,
  ),
  {
    name: 'plan-of-the-year',
    words: 'a plan issued in the activity year',
    never: 'no plan was issued in the activity year',
    stands: (person, { facts }) =>
      some(person, (request) => {
        const start = planOf(request)?.StartDate;
        return request.Assessment?.AssessmentOutcome === 'Y' && given(start) && yearOf(start) === facts.activityYear;
      }),
  },
  ofPlan(
    'plan-of-before',
    'an open plan of earlier years',
    'no open plan is of earlier years',
    (plan, request) =>
      isOpen(plan) && request.Assessment?.AssessmentOutcome === 'H' && !given(request.ActivePlans?.TransferLA),
  ),
  ofPlan('transferred-in', 'a plan transferred in from another LA', 'no plan was transferred in', (_plan, request) =>
    given(request.ActivePlans?.TransferLA),
  ),
  ...whereShapes(),
  ofPlan(
    'no-budget',
    'a plan without a personal budget',
    'every plan has a personal budget',
    (plan) => plan.PB === '0',
  ),
  ofPlan(
    'budget-organised',
    'a personal budget by organised arrangements alone',
    'no personal budget is by organised arrangements alone',
    (plan) => hasOrganised(plan) && !hasDirect(plan),
  ),
  ofPlan(
    'budget-direct',
    'a personal budget by direct payments alone',
    'no personal budget is by direct payments alone',
    (plan) => !hasOrganised(plan) && hasDirect(plan),
  ),
  ofPlan(
    'budget-both',
    'a personal budget both by organised arrangements and by direct payments',
    'no personal budget is by both organised arrangements and direct payments',
    (plan) => hasOrganised(plan) && hasDirect(plan),
  ),
  {
    name: 'not-reviewed',
    words: 'an open plan that has not been reviewed',
    never: 'every open plan has been reviewed',
    stands: (person) =>
      some(
        person,
        (request) =>
          isOpen(planOf(request)) &&
          request.ActivePlans !== undefined &&
          !given(request.ActivePlans.ReviewMeeting) &&
          !given(request.ActivePlans.LastReview),
      ),
  },
  {
    name: 'reviewed',
    words: 'a plan that has been reviewed and decided on',
    never: 'no plan was ever reviewed and decided on',
    stands: (person) => someActive(person, ({ LastReview: decided }) => given(decided)),
  },
  {
    name: 'review-awaits-decision',
    words: 'a review whose meeting was held and whose decision is awaited',
    never: 'no review awaits its decision',
    from: 2024,
    stands: (person) =>
      someActive(
        person,
        (active) => given(active.ReviewMeeting) && !given(active.LastReview) && !given(active.ReviewOutcome),
      ),
  },
  {
    name: 'amendment-drafted',
    words: 'a review that ended in an amendment, with the date of the draft',
    never: 'no amendment after a review has a date of its draft',
    from: 2025,
    stands: (person) => someActive(person, (active) => active.ReviewOutcome === 'A' && given(active.ReviewDraft)),
  },
  {
    name: 'amendment-not-drafted',
    words: 'a review that ended in an amendment, of which there is no draft yet',
    never: 'every amendment after a review has a date of its draft',
    from: 2025,
    stands: (person) => someActive(person, noDraft),
  },
  {
    name: 'phase-transfer-due',
    words: 'a change of phase that is due, its plan not yet final',
    never: 'no change of phase is due and not yet final',
    from: 2025,
    stands: (person) =>
      someActive(person, (active) => given(active.PhaseTransferDueDate) && !given(active.PhaseTransferFinalDate)),
  },
  {
    name: 'phase-transfer-final',
    words: 'a change of phase whose plan is final',
    never: 'no plan for a change of phase is final',
    from: 2025,
    stands: (person) => someActive(person, (active) => given(active.PhaseTransferFinalDate)),
  },
  ...(['02-15', '03-31'] as const).map((day): Shape => {
    const move = day === '02-15' ? 'between schools (due 15 February)' : 'to post-16 (due 31 March)';
    return {
      name: `phase-transfer-${day}`,
      words: `a change of phase ${move}`,
      never: `no change of phase is ${move}`,
      from: 2025,
      stands: (person) => someActive(person, (active) => active.PhaseTransferDueDate?.endsWith(day) ?? false),
    };
  }),
];
