import type { InForce } from '../../src/model/index.js';
import type { ItemTag, RecordTag } from '../../src/return/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';

interface Place {
  readonly record: object;
  readonly path: string;
}

/** The first record of a kind in the story that is told, and its path. */
const places = {
  Source: (draft) => ({ record: draft.source, path: '/Message/Header/Source' }),
  Person: (draft) => ({ record: draft.person, path: draft.at.person() }),
  Requests: (draft) => ({ record: draft.request(), path: draft.at.request() }),
  Assessment: (draft) => ({ record: draft.assessment(), path: draft.at.assessment() }),
  NamedPlan: (draft) => ({ record: draft.plan(), path: draft.at.plan() }),
  PlanDetail: (draft) => ({ record: draft.planDetail(), path: draft.at.planDetail() }),
  ActivePlans: (draft) => ({ record: draft.active(), path: draft.at.active() }),
  PlacementDetail: (draft) => ({ record: draft.placement(), path: draft.at.placement() }),
} satisfies Partial<Record<RecordTag, (draft: Draft) => Place>>;

type PlaceTag = keyof typeof places;

/** Gives an item of a record another value, and the path of the item. */
function put<R extends PlaceTag>(draft: Draft, where: R, tag: ItemTag<R>, value: (now: unknown) => string): string {
  const { record, path } = places[where](draft);
  Reflect.set(record, tag, value(Reflect.get(record, tag)));
  return `${path}/${tag}`;
}

function empty<R extends PlaceTag>(
  where: R,
  tag: ItemTag<R>,
  name: string,
  parent: string,
  years: InForce = {},
): Break {
  return {
    rule: 'FILE-12',
    name,
    summary: `${tag} stands there empty in ${where}, where it may as well be absent.`,
    parent,
    ...years,
    change: (draft) => ({ at: [put(draft, where, tag, () => '')] }),
  };
}

const emptyItems: readonly Break[] = [
  empty('Source', 'DSCO', 'dsco', 'awaiting-decision', { from: 2025, to: 2025 }),

  empty('Person', 'UPN', 'upn-beside-uln', 'uln-only'),
  empty('Person', 'UPN', 'upn-beside-reason', 'never-in-state-school'),
  empty('Person', 'UniqueLearnerNumber', 'uln-beside-upn', 'review-maintained'),
  empty('Person', 'UPNunknown', 'reason-beside-upn', 'review-maintained'),

  empty('Requests', 'ReceivedDate', 'received-date-of-historical-request', 'historical-not-reviewed'),
  empty('Requests', 'RequestSource', 'source-while-voluntary', 'awaiting-decision', { from: 2025, to: 2025 }),
  empty('Requests', 'RequestSource', 'source-of-historical-request', 'historical-not-reviewed', { from: 2025 }),
  empty('Requests', 'RYA', 'rya-of-historical-request', 'historical-not-reviewed'),
  empty('Requests', 'RequestOutcomeDate', 'date-of-awaited-request-decision', 'awaiting-decision'),
  empty('Requests', 'RequestOutcomeDate', 'date-of-withdrawn-request', 'request-withdrawn'),
  empty('Requests', 'RequestOutcomeDate', 'date-of-historical-request', 'issued-on-old-request'),
  empty('Requests', 'RequestMediation', 'mediation-on-awaited-request', 'awaiting-decision'),
  empty('Requests', 'RequestTribunal', 'tribunal-on-historical-request', 'historical-not-reviewed'),
  empty('Requests', 'Exported', 'exported-of-awaited-request', 'awaiting-decision'),
  empty('Requests', 'Exported', 'exported-beside-a-plan', 'issued-on-time'),
  empty('Requests', 'Exported', 'exported-beside-an-assessment', 'assessing'),
  {
    rule: 'FILE-12',
    name: 'two-items-of-a-request',
    summary: 'RequestMediation and RequestTribunal both stand there empty on a request that awaits its decision.',
    parent: 'awaiting-decision',
    change: (draft) => ({
      at: (['RequestMediation', 'RequestTribunal'] as const).map((tag) => put(draft, 'Requests', tag, () => '')),
    }),
  },

  empty('Assessment', 'AssessmentOutcomeDate', 'date-of-awaited-assessment', 'assessing'),
  empty('Assessment', 'AssessmentOutcomeDate', 'date-of-historical-assessment', 'historical-not-reviewed'),
  empty('Assessment', 'AssessmentMediation', 'mediation-on-awaited-assessment', 'assessing'),
  empty('Assessment', 'AssessmentTribunal', 'tribunal-on-historical-assessment', 'historical-not-reviewed'),
  empty('Assessment', 'OtherMediation', 'other-mediation-on-withdrawn-assessment', 'assessment-withdrawn'),
  empty('Assessment', 'OtherTribunal', 'other-tribunal-on-transferred-plan', 'transferred-in'),
  empty('Assessment', 'Week20', 'week-20-without-a-plan', 'not-issued'),
  empty('Assessment', 'Week20', 'week-20-of-historical-assessment', 'historical-not-reviewed'),

  empty('NamedPlan', 'PlanRes', 'plan-res', 'review-maintained'),
  empty('NamedPlan', 'PlanWBP', 'plan-wbp', 'review-maintained'),
  empty('NamedPlan', 'OA', 'oa-without-a-budget', 'review-maintained'),
  empty('NamedPlan', 'DP', 'dp-without-a-budget', 'review-maintained'),
  empty('NamedPlan', 'OA', 'oa-beside-dp', 'budget-direct-education'),
  empty('NamedPlan', 'DP', 'dp-beside-oa', 'budget-organised'),
  empty('NamedPlan', 'CeaseDate', 'cease-date-of-open-plan', 'review-maintained'),
  empty('NamedPlan', 'CeaseReason', 'cease-reason-of-open-plan', 'review-maintained'),

  empty('PlanDetail', 'URN', 'plan-urn-beside-ukprn', 'provider-without-urn'),
  empty('PlanDetail', 'UKPRN', 'plan-ukprn-beside-urn', 'review-maintained'),
  empty('PlanDetail', 'SENSetting', 'plan-setting-beside-urn', 'review-maintained'),
  empty('PlanDetail', 'SENSettingOther', 'plan-other-setting-beside-urn', 'review-maintained'),
  empty('PlanDetail', 'SENunitIndicator', 'plan-unit-without-urn', 'home-education'),
  empty('PlanDetail', 'ResourcedProvisionIndicator', 'plan-resourced-without-urn', 'provider-without-urn'),

  empty('ActivePlans', 'TransferLA', 'transfer-la', 'review-maintained'),
  empty('ActivePlans', 'Res', 'active-res', 'review-maintained', { to: 2023 }),
  empty('ActivePlans', 'WBP', 'active-wbp', 'review-maintained', { to: 2023 }),
  empty('ActivePlans', 'LastReview', 'last-review', 'historical-not-reviewed'),
  empty('ActivePlans', 'ReviewMeeting', 'review-meeting', 'historical-not-reviewed', { from: 2024 }),
  empty('ActivePlans', 'ReviewOutcome', 'review-outcome', 'review-met', { from: 2024 }),
  empty('ActivePlans', 'ReviewDraft', 'review-draft', 'review-maintained', { from: 2025 }),
  empty('ActivePlans', 'PhaseTransferDueDate', 'phase-transfer-due-date', 'review-maintained', { from: 2025 }),
  empty('ActivePlans', 'PhaseTransferFinalDate', 'phase-transfer-final-date', 'phase-transfer-due', { from: 2025 }),

  empty('PlacementDetail', 'URN', 'placement-urn-beside-setting', 'home-education'),
  empty('PlacementDetail', 'UKPRN', 'placement-ukprn-beside-urn', 'review-maintained'),
  empty('PlacementDetail', 'SENSetting', 'placement-setting-beside-urn', 'review-maintained'),
  empty('PlacementDetail', 'SENSettingOther', 'placement-other-setting-beside-code', 'home-education'),
  empty('PlacementDetail', 'LeavingDate', 'leaving-date', 'review-maintained'),
  empty('PlacementDetail', 'AttendancePattern', 'attendance-without-urn', 'home-education', { to: 2023 }),
  empty('PlacementDetail', 'SENunitIndicator', 'placement-unit-without-urn', 'provider-without-urn'),
  empty('PlacementDetail', 'ResourcedProvisionIndicator', 'placement-resourced-without-urn', 'home-education'),
  empty('PlacementDetail', 'Res', 'placement-res', 'review-maintained', { from: 2024 }),
  empty('PlacementDetail', 'WBP', 'placement-wbp', 'review-maintained', { from: 2024 }),
];

const spaces = {
  'leading-space': { words: 'a space stands before the text', put: (text: unknown) => ` ${String(text)}` },
  'trailing-space': { words: 'a space stands after the text', put: (text: unknown) => `${String(text)} ` },
  'leading-tab': { words: 'a tab stands before the text', put: (text: unknown) => `\t${String(text)}` },
  'trailing-line-break': { words: 'a line break stands after the text', put: (text: unknown) => `${String(text)}\n` },
  'spaces-around': { words: 'spaces stand on both sides of the text', put: (text: unknown) => ` ${String(text)} ` },
} as const;

/** The item with white space at its edges in each way. */
function padded<R extends PlaceTag>(where: R, tag: ItemTag<R>, name: string, parent: string): Break[] {
  return Object.entries(spaces).map(([way, { words, put: pad }]) => ({
    rule: 'FILE-13',
    name: `${name}-${way}`,
    summary: `${tag} of ${where}: ${words}.`,
    parent,
    change: (draft) => ({ at: [put(draft, where, tag, pad)] }),
  }));
}

const paddedTexts: readonly Break[] = [
  ...padded('Person', 'Surname', 'surname', 'awaiting-decision'),
  ...padded('Person', 'Forename', 'forename', 'review-maintained'),
  ...padded('PlanDetail', 'SENSettingOther', 'plan-other-setting', 'other-setting'),
  ...padded('PlacementDetail', 'SENSettingOther', 'placement-other-setting', 'not-in-education'),
  ...padded('Source', 'SoftwareCode', 'software-code', 'awaiting-decision'),
  ...padded('Source', 'Release', 'release', 'awaiting-decision'),
  {
    rule: 'FILE-13',
    name: 'both-names-trailing-space',
    summary: 'A space stands after the surname and after the forename.',
    parent: 'request-withdrawn',
    change: (draft) => ({
      at: (['Surname', 'Forename'] as const).map((tag) => put(draft, 'Person', tag, spaces['trailing-space'].put)),
    }),
  },
];

/** Items that stand there empty (FILE-12), and free text with white space at its edges (FILE-13). */
export const textBreaks: readonly Break[] = [...emptyItems, ...paddedTexts];
