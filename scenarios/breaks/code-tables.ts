/**
 * In which story a code is taken, where that is not the one an item is usually looked at in. Another code in the
 * place of the one that stands there breaks a rule in many stories; `told` is the code that the story itself has.
 */
export type Taken = { readonly instead: string } | { readonly told: string };

/** Items whose code is drawn for each return: a case names the code by how far it is from the one that was drawn. */
export const drawnItems: ReadonlySet<string> = new Set([
  'Source.DMO',
  'Source.DCO',
  'Source.DSCO',
  'Person.Sex',
  'Person.GenderCurrent',
  'Assessment.OtherMediation',
  'Assessment.OtherTribunal',
  'PlacementDetail.AttendancePattern',
]);

const instead = (story: string): Taken => ({ instead: story });
const told = (story: string): Taken => ({ told: story });

/** By item and code. The codes that are not named are taken in place of the one in the usual story. */
export const takenIn: Readonly<Record<string, Readonly<Record<string, Taken>>>> = {
  'Person.UPNunknown': {
    UN1: instead('no-further-action'),
    UN2: told('never-in-state-school'),
    UN10: told('no-further-action'),
  },
  'Requests.RequestSource': { 1: instead('request-withdrawn') },
  'Requests.RYA': { 0: instead('requested-in-youth-accommodation') },
  'Requests.RequestOutcome': {
    Y: told('requested-in-youth-accommodation'),
    N: instead('exported'),
    A: instead('request-withdrawn'),
    H: told('review-maintained'),
  },
  'Requests.RequestMediation': {
    0: told('request-refused'),
    1: instead('refusal-overturned-by-tribunal'),
  },
  'Requests.RequestTribunal': {
    0: told('request-refused'),
    1: instead('refusal-overturned-by-mediation'),
  },
  'Assessment.AssessmentOutcome': {
    Y: told('issued-on-time'),
    N: told('not-issued'),
    A: instead('assessment-withdrawn'),
    W: instead('assessing'),
    H: instead('assessing'),
  },
  'Assessment.AssessmentMediation': { 0: told('issued-on-time') },
  'Assessment.AssessmentTribunal': { 0: told('issued-on-time') },
  'Assessment.Week20': { 0: instead('issued-late-with-exception') },
  'PlanDetail.PlacementRank': { 1: told('sen-unit'), 2: told('two-placements') },
  'PlanDetail.SENunitIndicator': { 1: instead('refusal-overturned-by-mediation') },
  'PlanDetail.ResourcedProvisionIndicator': {
    0: instead('resourced-provision'),
    1: instead('refusal-overturned-by-mediation'),
  },
  'PlanDetail.SENSetting': { EHE: instead('arranged-by-la'), OTH: told('other-setting') },
  'NamedPlan.PlanRes': { A: instead('residential-52-weeks') },
  'NamedPlan.PlanWBP': { A: instead('traineeship') },
  'NamedPlan.PB': { 0: told('issued-on-time'), 1: told('budget-organised') },
  'NamedPlan.OA': { 1: instead('budget-direct-education') },
  'NamedPlan.DP': { I: instead('budget-direct-education') },
  'NamedPlan.CeaseReason': {
    1: told('ceased-at-maximum-age'),
    2: instead('ceased-at-maximum-age'),
    3: instead('ceased-at-maximum-age'),
    4: instead('ceased-at-maximum-age'),
  },
  'ActivePlans.Res': { A: instead('residential-52-weeks') },
  'ActivePlans.WBP': { A: instead('traineeship') },
  'ActivePlans.ReviewOutcome': { M: instead('review-to-amend') },
  'PlacementDetail.PlacementRank': { 1: told('sen-unit'), 2: instead('ceased-with-placements-kept') },
  'PlacementDetail.SENunitIndicator': { 1: instead('refusal-overturned-by-mediation') },
  'PlacementDetail.ResourcedProvisionIndicator': {
    0: instead('resourced-provision'),
    1: instead('refusal-overturned-by-mediation'),
  },
  'PlacementDetail.SENSetting': {
    EHE: instead('arranged-by-la'),
    EYP: told('early-years-provider'),
    OTH: instead('not-in-education'),
    NEET: instead('notice-to-cease'),
    NIEO: instead('other-setting'),
  },
  'PlacementDetail.Res': { A: instead('residential-52-weeks') },
  'PlacementDetail.WBP': { A: instead('traineeship') },
  'SENneed.SENtype': { ASD: instead('refusal-overturned-by-mediation') },
  'SENneed.SENtypeRank': { 1: told('sen-unit'), 2: told('two-placements') },
};
