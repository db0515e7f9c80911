import { makeDate } from '../../src/model/index.js';
import type { Assessment } from '../../src/return/index.js';
import { assessmentDateNearMisses } from './assessment-date-near-misses.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearAlike, nearMiss } from './near-miss.js';

const date = 'AssessmentOutcomeDate';

type Item = keyof Assessment;

const otherLa = ({ la }: Draft): string => (la === '202' ? '203' : '202');

/** Gives items of the assessment other values. */
function given(items: Assessment, at: Item): (draft: Draft) => string {
  return (draft) => {
    Object.assign(draft.assessment(), items);
    return draft.at.assessment(at);
  };
}

/** The assessment, and the plan where there is one, has this outcome and nothing else. */
function bare(AssessmentOutcome: 'A' | 'W' | 'H', at: Item): (draft: Draft) => string {
  return (draft) => {
    const { NamedPlan: plan } = draft.assessment();
    draft.request().Assessment = { AssessmentOutcome, ...(plan && { NamedPlan: plan }) };
    return draft.at.assessment(at);
  };
}

/** The item says yes where it said no, or no where it said yes. */
function otherAnswer(rule: string, tag: Item, parent: string): NearMiss {
  return nearMiss(rule, 'other-answer', parent, `${tag} is 1 where it was 0, or 0 where it was 1.`, (draft) =>
    given({ [tag]: draft.assessment()[tag] === '1' ? '0' : '1' }, tag)(draft),
  );
}

/** Rules that an item is present for some outcomes, with the item. */
const asked = [
  ['ASM-02', date],
  ['ASM-09', 'AssessmentMediation'],
  ['ASM-10', 'AssessmentTribunal'],
  ['ASM-11', 'OtherMediation'],
  ['ASM-12', 'OtherTribunal'],
] as const;

const askedOfPlans = [['ASM-03', date], ['ASM-08', 'Week20'], ...asked.slice(1)] as const;

const presence: readonly NearMiss[] = [
  ...(['A', 'W', 'H'] as const).flatMap((outcome) => [
    nearMiss(
      'ASM-01',
      `outcome-${outcome.toLowerCase()}`,
      'not-issued',
      `The outcome is ${outcome}, and all there is.`,
      bare(outcome, 'AssessmentOutcome'),
    ),
    ...asked.map(([rule, tag]) =>
      nearMiss(
        rule,
        `absent-with-outcome-${outcome.toLowerCase()}`,
        'not-issued',
        `The outcome is ${outcome}, and ${tag} is absent.`,
        bare(outcome, tag),
      ),
    ),
  ]),
  ...askedOfPlans.map(([rule, tag]) =>
    nearMiss(
      rule,
      'absent-of-historical-plan',
      'issued-on-time',
      `The outcome is H, and ${tag} is absent beside the plan.`,
      bare('H', tag),
    ),
  ),
  ...asked.slice(1).map(([rule, tag]) => otherAnswer(rule, tag, 'issued-on-time')),
  otherAnswer('ASM-08', 'Week20', 'issued-late'),
  nearMiss(
    'ASM-03',
    'neither-date-nor-plan',
    'issued-late',
    'A plan is decided on; it has neither a date nor a NamedPlan yet.',
    (draft) => {
      delete draft.assessment().AssessmentOutcomeDate;
      delete draft.assessment().NamedPlan;
      delete draft.request().ActivePlans;
      return draft.at.assessment(date);
    },
  ),
  nearMiss(
    'ASM-13',
    'week-20-and-no-date',
    'decided-not-yet-issued',
    'A plan not yet issued has Week20 and no date.',
    given({ Week20: '0' }, 'NamedPlan'),
  ),
  nearMiss(
    'ASM-13',
    'refused-with-date',
    'not-issued',
    'A plan is refused, with a date, and Week20 is 1.',
    given({ Week20: '1' }, 'NamedPlan'),
  ),
];

/** The plan of the LA's own was taken over, and so is historical. */
function takenOver(la: (draft: Draft) => string): (draft: Draft) => string {
  return (draft) => {
    draft.active().TransferLA = la(draft);
    return draft.at.assessment('AssessmentOutcome');
  };
}

const plans: readonly NearMiss[] = [
  nearMiss(
    'ASM-14',
    'ceased-without-active-plans',
    'ceased-with-placements-kept',
    'A ceased plan has no ActivePlans.',
    (draft) => {
      delete draft.request().ActivePlans;
      return draft.at.assessment('NamedPlan');
    },
  ),
  nearMiss(
    'ASM-14',
    'neither',
    'historical-not-reviewed',
    'A historical assessment has neither plan nor ActivePlans.',
    (draft) => {
      delete draft.request().ActivePlans;
      delete draft.assessment().NamedPlan;
      return draft.at.assessment('NamedPlan');
    },
  ),

  ...(
    [
      ['mediated', { AssessmentMediation: '1', AssessmentTribunal: '0' }],
      ['appealed', { AssessmentMediation: '0', AssessmentTribunal: '1' }],
      ['mediated-and-appealed', { AssessmentMediation: '1', AssessmentTribunal: '1' }],
    ] as const
  ).map(([name, items]) =>
    nearMiss(
      'ASM-15',
      name,
      'issued-late',
      `A plan is ${name.replaceAll('-', ' ')}: it was refused, and issued in the end.`,
      given({ AssessmentOutcome: 'N', ...items }, 'NamedPlan'),
    ),
  ),
  nearMiss('ASM-15', 'refused-without-plan', 'issued-late', 'A plan is refused, and there is none.', (draft) => {
    delete draft.request().ActivePlans;
    delete draft.assessment().NamedPlan;
    return given({ AssessmentOutcome: 'N' }, 'NamedPlan')(draft);
  }),
  ...nearAlike('ASM-15', bare('H', 'NamedPlan'), [
    ['historical', 'issued-on-time', 'A plan under an agreed request stands under a historical assessment.'],
  ]),

  ...nearAlike('ASM-16', takenOver(otherLa), [
    ['historical', 'historical-not-reviewed', 'A plan of earlier years has a TransferLA.'],
    ['reviewed', 'review-maintained', 'A plan of earlier years that was reviewed has a TransferLA.'],
  ]),
  ...nearAlike(
    'ASM-16',
    takenOver(() => 'XXX'),
    [['historical-from-unknown', 'historical-not-reviewed', 'A plan of earlier years comes from an unknown LA.']],
  ),
  nearMiss('ASM-16', 'not-taken-over', 'transferred-in', 'A historical plan has no TransferLA.', (draft) => {
    delete draft.active().TransferLA;
    return draft.at.assessment('AssessmentOutcome');
  }),
  nearMiss(
    'ASM-16',
    'beside-another-request',
    'transferred-in',
    'Beside the plan taken over, a second request is agreed.',
    (draft) => {
      draft.requests.push({
        ReceivedDate: makeDate(draft.facts.activityYear, 11, 3),
        ...(draft.year >= 2025 && { RequestSource: '1' }),
        RYA: '0',
        RequestOutcomeDate: makeDate(draft.facts.activityYear, 12, 3),
        RequestOutcome: 'Y',
        RequestMediation: '0',
        RequestTribunal: '0',
        Assessment: { AssessmentOutcome: 'A' },
      });
      return draft.at.assessment('AssessmentOutcome');
    },
  ),
];

/** Near misses of the assessments (ASM-01 to ASM-17). */
export const assessmentNearMisses: readonly NearMiss[] = [...presence, ...assessmentDateNearMisses, ...plans];
