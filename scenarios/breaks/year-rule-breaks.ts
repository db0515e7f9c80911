import { addDays, collectionYear, collectionYears, makeDate, type InForce } from '../../src/model/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';

type Pair = readonly [flagged: number, notFlagged: number];

/** A break that the first year of the pair flags and the second does not. The edit gives the place of the finding. */
function told(
  tellsApart: Pair,
  rule: string,
  name: string,
  parent: string,
  summary: string,
  edit: (draft: Draft) => string,
  years: InForce = {},
): Break {
  return { ...recordBreak(rule, `year-${name}`, parent, summary, edit, years), tellsApart };
}

const until2023: Pair = [2023, 2024];
const since2024: Pair = [2024, 2023];
const since2025: Pair = [2025, 2024];
const since2026: Pair = [2026, 2025];

/** Rules that ended with 2023. */
const ended: readonly Break[] = [
  told(until2023, 'PER-08', 'without-gender', 'transferred-in', 'A person has no gender.', ({ person, at }) => {
    delete person.GenderCurrent;
    return at.person('GenderCurrent');
  }),
  told(
    until2023,
    'PLC-29',
    'without-attendance',
    'resourced-provision',
    'A pupil of compulsory school age at a school has no attendance pattern.',
    (draft) => {
      delete draft.placement().AttendancePattern;
      return draft.at.placement('AttendancePattern');
    },
  ),
  told(
    until2023,
    'PLN-10',
    'maximum-age-below-25',
    'ceased-not-engaging',
    'A plan ceases at the maximum age when the person is 20, which is allowed since 2024.',
    (draft) => {
      const plan = draft.plan();
      plan.CeaseDate = makeDate(draft.year, 1, 2);
      plan.CeaseReason = '1';
      return draft.at.plan('CeaseReason');
    },
    { to: 2023 },
  ),
];

/** Rules that begin with a year, each broken by what a return of the year before may well hold. */
const begun: readonly Break[] = [
  told(since2024, 'PER-09', 'without-sex', 'transferred-in', 'A person has no sex.', ({ person, at }) => {
    delete person.Sex;
    return at.person('Sex');
  }),
  told(
    since2024,
    'PLC-30',
    'decision-without-meeting',
    'budget-organised',
    'There is a decision after a review, and no review meeting.',
    (draft) => {
      delete draft.active().ReviewMeeting;
      return draft.at.active('ReviewMeeting');
    },
  ),
  told(
    since2024,
    'PLC-31',
    'last-review-alone',
    'review-to-cease',
    'The date of the last review stands alone, as it did until 2023.',
    (draft) => {
      const active = draft.active();
      delete active.ReviewMeeting;
      delete active.ReviewOutcome;
      return draft.at.active('ReviewOutcome');
    },
  ),
  told(
    since2024,
    'PLC-32',
    'decided-before-meeting',
    'review-to-cease',
    'The decision after a review is dated a week before its meeting.',
    (draft) => {
      const active = draft.active();
      active.LastReview = addDays(active.ReviewMeeting ?? '', -7);
      return draft.at.active('LastReview');
    },
  ),
  told(
    since2024,
    'PLC-33',
    'meeting-to-come',
    'review-met',
    'The review meeting is a month after the census.',
    (draft) => {
      draft.active().ReviewMeeting = addDays(draft.facts.referenceDate, 30);
      return draft.at.active('ReviewMeeting');
    },
  ),
  told(
    since2025,
    'PLC-35',
    'draft-of-maintained-plan',
    'over-19',
    'A draft was issued of a plan that is maintained.',
    (draft) => {
      const active = draft.active();
      active.ReviewDraft = active.LastReview ?? '';
      return draft.at.active('ReviewDraft');
    },
  ),
  told(
    since2025,
    'PLC-36',
    'draft-before-meeting',
    'phase-transfer-finalised',
    'The draft was issued a week before the review meeting.',
    (draft) => {
      const active = draft.active();
      active.ReviewDraft = addDays(active.ReviewMeeting ?? '', -7);
      return draft.at.active('ReviewDraft');
    },
  ),
  told(
    since2025,
    'PLC-37',
    'final-without-due-date',
    'phase-transfer-due',
    'The plan for a change of phase is final, and there is no date by which it was due.',
    (draft) => {
      const active = draft.active();
      delete active.PhaseTransferDueDate;
      active.PhaseTransferFinalDate = active.LastReview ?? '';
      return draft.at.active('PhaseTransferDueDate');
    },
  ),
  told(
    since2025,
    'PLC-38',
    'due-in-september',
    'post-16-transfer-due',
    'The plan for a change of phase is due on 1 September.',
    (draft) => {
      draft.active().PhaseTransferDueDate = makeDate(draft.year, 9, 1);
      return draft.at.active('PhaseTransferDueDate');
    },
  ),
  told(
    since2025,
    'PLC-39',
    'final-to-come',
    'post-16-transfer-finalised',
    'The plan for a change of phase is final a month after the census.',
    (draft) => {
      draft.active().PhaseTransferFinalDate = addDays(draft.facts.referenceDate, 30);
      return draft.at.active('PhaseTransferFinalDate');
    },
  ),
  told(
    since2025,
    'RET-06',
    'source-often-other',
    'crowd-of-requests',
    'Every second request comes from another source.',
    (draft) => {
      draft.persons.forEach(({ Requests = [] }, i) => {
        for (const request of i % 2 === 0 ? Requests : []) request.RequestSource = '5';
      });
      return draft.at.return();
    },
  ),
  told(
    since2026,
    'HDR-13',
    'without-dsco',
    'transferred-in',
    'DSCO is not given, which was voluntary in 2025.',
    (draft) => {
      delete draft.source.DSCO;
      return draft.at.source('DSCO');
    },
  ),
  told(
    since2026,
    'REQ-03',
    'without-source',
    'no-further-action',
    'The source of a request is not given, which was voluntary in 2025.',
    (draft) => {
      delete draft.request().RequestSource;
      return draft.at.request('RequestSource');
    },
  ),
];

/** Dates that are right in one year and wrong in the next, or the other way about. */
const dates: readonly Break[] = collectionYears.flatMap((year, i) => {
  const next = collectionYears[i + 1];
  if (next === undefined) return [];
  const { activityYear } = collectionYear(next);
  return [
    told(
      [year, next],
      'REQ-02',
      `received-after-census-of-${year}`,
      'awaiting-decision',
      `A request is received a month after the census of ${year}.`,
      (draft) => {
        draft.request().ReceivedDate = addDays(draft.facts.referenceDate, 30);
        return draft.at.request('ReceivedDate');
      },
      { from: year, to: year },
    ),
    told(
      [next, year],
      'REQ-17',
      `refused-before-${activityYear}`,
      'request-refused',
      `A request is refused before the activity year ${activityYear} of ${next}.`,
      (draft) => {
        const request = draft.request();
        request.ReceivedDate = makeDate(activityYear - 1, 10, 19);
        request.RequestOutcomeDate = makeDate(activityYear - 1, 11, 30);
        return draft.at.request('RequestOutcomeDate');
      },
      { from: next, to: next },
    ),
  ];
});

/** For every rule that begins or ends with a year, and for the dates of each, a case that one of two years flags. */
export const yearRuleBreaks: readonly Break[] = [...ended, ...begun, ...dates];
