import { ageOn, birthday, codesIn, makeDate, yearModel, yearOf, type YearGroup } from '../../../src/model/index.js';
import type { ActivePlans, Assessment, NamedPlan, PlacementDetail, Requests } from '../../../src/return/index.js';
import type { CaseTraits, World } from '../../../scenarios/life/index.js';

/**
 * What must hold of the requests of one person, written straight from the statements of the rules and apart from
 * the reference validator. Gives the ids of the rules that do not hold.
 */
export function faultsOf(requests: readonly Requests[], traits: CaseTraits, world: World): string[] {
  const faults: string[] = [];
  const must = (rule: string, holds: boolean): void => {
    if (!holds) faults.push(rule);
  };
  const case_: Case = {
    must,
    year: world.facts.year,
    la: world.la,
    census: world.facts.referenceDate,
    activityStart: makeDate(world.facts.activityYear, 1, 1),
    born: traits.birthDate,
    age: ageOn(traits.birthDate, world.facts.referenceDate),
  };
  must('PER-05', case_.born <= case_.census);
  must('PER-07', case_.age < 27);
  must('PER-21', traits.identification !== 'UN1' || case_.age < 6);
  const agreed = requests.some((r) => r.RequestOutcome === 'Y' || r.RequestOutcome === 'H');
  must('PER-22', traits.identification !== 'UN10' || !agreed);
  must('PER-23', requests.length > 0);
  const dates = requests.flatMap((r) => (r.ReceivedDate === undefined ? [] : [r.ReceivedDate]));
  must('REQ-19', new Set(dates).size === dates.length);
  must('REQ-20', requests.filter((r) => r.RequestOutcome === 'A').length <= 1);
  const active = requests.filter((r) => r.ActivePlans && isOpen(r.Assessment?.NamedPlan));
  must('RET-07', active.length <= 1);
  for (const request of requests) {
    checkShape(request, yearModel(case_.year).group('Requests'), must);
    checkRequest(request, case_);
  }
  return faults;
}

interface Case {
  readonly must: (rule: string, holds: boolean) => void;
  readonly year: number;
  readonly la: string;
  readonly census: string;
  readonly activityStart: string;
  readonly born: string;
  readonly age: number;
}

function isOpen(plan: NamedPlan | undefined): boolean {
  return plan?.CeaseDate === undefined && plan?.CeaseReason === undefined;
}

/** FILE-06, FILE-08, FILE-12, FILE-13 and the VAL family. */
function checkShape(record: object, group: YearGroup, must: Case['must']): void {
  for (const [tag, value] of Object.entries(record) as [string, unknown][]) {
    const node = group.byTag.get(tag);
    must(`FILE-06 ${group.tag}.${tag}`, node !== undefined);
    if (node === undefined || value === undefined) {
      must(`undefined ${tag}`, value !== undefined);
    } else if (node.kind === 'item') {
      must(`FILE-12 ${tag}`, typeof value === 'string' && value !== '');
      must(`FILE-13 ${tag}`, typeof value === 'string' && value.trim() === value);
      must(`VAL-${group.tag}.${tag}`, typeof value === 'string' && node.accepts(value));
    } else {
      const held: unknown[] = Array.isArray(value) ? value : [value];
      must(`FILE-08 ${tag}`, held.length <= node.max && node.repeats === Array.isArray(value));
      for (const child of held) if (typeof child === 'object' && child !== null) checkShape(child, node, must);
    }
  }
}

function checkRequest(request: Requests, case_: Case): void {
  const { must, census, born, year } = case_;
  const {
    ReceivedDate: received,
    RequestOutcome: outcome,
    RequestOutcomeDate: decided,
    Assessment: assessment,
  } = request;
  const historical = outcome === 'H';
  const decision = outcome === 'Y' || outcome === 'N';
  must('REQ-01', historical || received !== undefined);
  must('REQ-02', received === undefined || received <= census);
  must('REQ-03', year < 2026 || historical || request.RequestSource !== undefined);
  must('REQ-04', historical || request.RYA !== undefined);
  must('REQ-05', outcome !== undefined);
  must('REQ-06/07', decision === (decided !== undefined));
  must('REQ-08', decided === undefined || received === undefined || decided >= received);
  must('REQ-09', decided === undefined || decided <= census);
  must('REQ-10', !decision || request.RequestMediation !== undefined);
  must('REQ-11', !decision || request.RequestTribunal !== undefined);
  const overturned = request.RequestMediation === '1' || request.RequestTribunal === '1';
  must('REQ-12', decision || !overturned);
  must('REQ-13', request.Exported !== case_.la);
  const exported = request.Exported !== undefined;
  must('REQ-14', !exported || (assessment?.NamedPlan === undefined && request.ActivePlans === undefined));
  must('REQ-15', exported || !(outcome === 'Y' || historical) || assessment !== undefined);
  const mayHaveOutcome = outcome === 'Y' || historical || (outcome === 'N' && overturned);
  must('REQ-16', assessment === undefined || assessment.AssessmentOutcome === 'A' || mayHaveOutcome);
  must('REQ-17', !decision || overturned || (decided ?? '') >= case_.activityStart);
  must('REQ-18', received === undefined || received >= born);
  must('REQ-21', received === undefined || received < birthday(born, 25));
  if (assessment) checkAssessment(assessment, request, case_);
  const plan = assessment?.NamedPlan;
  if (plan) checkPlan(plan, assessment, request, case_);
  must('ASM-14', request.ActivePlans === undefined || plan !== undefined);
  if (request.ActivePlans) checkActivePlans(request.ActivePlans, plan ?? {}, assessment ?? {}, case_);
}

function checkAssessment(assessment: Assessment, request: Requests, case_: Case): void {
  const { must, census, activityStart } = case_;
  const { AssessmentOutcome: outcome, AssessmentOutcomeDate: assessed, NamedPlan: plan } = assessment;
  const decision = outcome === 'Y' || outcome === 'N';
  must('ASM-01', outcome !== undefined);
  must('ASM-02', outcome !== 'N' || assessed !== undefined);
  must('ASM-03', outcome !== 'Y' || plan === undefined || assessed !== undefined);
  must('ASM-04', decision || assessed === undefined);
  if (assessed !== undefined) {
    must('ASM-05', assessed >= (request.ReceivedDate ?? assessed));
    must('ASM-06', request.RequestOutcome !== 'Y' || assessed >= (request.RequestOutcomeDate ?? assessed));
    must('ASM-07', assessed <= census);
    must('ASM-08', outcome !== 'Y' || assessment.Week20 !== undefined);
    must('ASM-13', outcome !== 'Y' || plan !== undefined);
  }
  must('ASM-09', !decision || assessment.AssessmentMediation !== undefined);
  must('ASM-10', !decision || assessment.AssessmentTribunal !== undefined);
  must('ASM-11', !decision || assessment.OtherMediation !== undefined);
  must('ASM-12', !decision || assessment.OtherTribunal !== undefined);
  const overturned = assessment.AssessmentMediation === '1' || assessment.AssessmentTribunal === '1';
  const mayHavePlan = outcome === 'Y' || outcome === 'H' || (outcome === 'N' && overturned);
  must('ASM-15', plan === undefined || mayHavePlan);
  must('ASM-17', !decision || assessed === undefined || assessed >= activityStart || (outcome === 'N' && overturned));
}

function checkPlan(plan: NamedPlan, assessment: Assessment, request: Requests, case_: Case): void {
  const { must, census, born, age, year } = case_;
  const { StartDate: started = '', CeaseDate: ceased, CeaseReason: reason } = plan;
  must('PER-06', age < 26 || !isOpen(plan));
  must('PLN-01', started !== '');
  must('PLN-02', started <= census);
  must('PLN-03', started >= born);
  must('PLN-04', assessment.AssessmentOutcome !== 'Y' || started >= (assessment.AssessmentOutcomeDate ?? ''));
  must('PLN-05/06', (ceased === undefined) === (reason === undefined));
  if (ceased !== undefined) {
    must('PLN-07', ceased >= started);
    must('PLN-08', ceased <= census);
    must('PLN-09', ceased >= case_.activityStart);
    const sameSummer = makeDate(yearOf(ceased), 8, 31);
    const summer = ceased <= sameSummer ? sameSummer : makeDate(yearOf(ceased) + 1, 8, 31);
    const atMaximum = ageOn(born, summer) >= 25 || (year >= 2024 && ageOn(born, ceased) >= 19);
    must('PLN-10', reason !== '1' || atMaximum);
    must('PLN-11', (reason !== '3' && reason !== '4') || ageOn(born, ceased) >= 16);
  }
  const details = plan.PlanDetail ?? [];
  must('PLN-12', details.length > 0);
  for (const detail of details) checkPlace(detail, ['OTH'], 'PLN', must);
  checkRanks(
    'PLN-15/16',
    details.map((d) => d.PlacementRank),
    must,
  );
  must('PLN-23', plan.PB !== undefined);
  must('PLN-24', plan.PB === '1' || (plan.OA !== '1' && plan.DP === undefined));
  must('PLN-25', plan.PB !== '1' || plan.OA === '1' || plan.DP !== undefined);
  must('PLN-26', plan.PlanWBP === undefined || age >= 15);
  must('PLN-27', !isOpen(plan) || request.ActivePlans !== undefined);
}

/** One way to say where, and what goes with it: PLN-13 to PLN-22, PLC-03, PLC-04, PLC-15, PLC-16 and PLC-18 to PLC-21. */
function checkPlace(place: PlacementDetail, explained: readonly string[], rules: string, must: Case['must']): void {
  const ways = [place.URN, place.UKPRN, place.SENSetting].filter((way) => way !== undefined);
  must(`${rules} place`, ways.length === 1);
  must(`${rules} other`, explained.includes(place.SENSetting ?? '') === (place.SENSettingOther !== undefined));
  must(`${rules} unit`, (place.URN !== undefined) === (place.SENunitIndicator !== undefined));
  must(`${rules} resourced`, (place.URN !== undefined) === (place.ResourcedProvisionIndicator !== undefined));
  must(`${rules} both`, place.SENunitIndicator !== '1' || place.ResourcedProvisionIndicator !== '1');
}

function checkRanks(rule: string, ranks: readonly (string | undefined)[], must: Case['must']): void {
  must(rule, ranks.filter((rank) => rank === '1').length === 1);
  must(rule, ranks.filter((rank) => rank === '2').length <= 1);
  must(rule, !ranks.includes(undefined));
}

function checkActivePlans(active: ActivePlans, plan: NamedPlan, assessment: Assessment, case_: Case): void {
  const { must, census, la, age, year } = case_;
  const open = isOpen(plan);
  must('ASM-16', active.TransferLA === undefined || assessment.AssessmentOutcome === 'H');
  must('PLC-01', active.TransferLA !== la);
  const placements = active.PlacementDetail ?? [];
  must('PLC-02', !open || placements.length > 0);
  for (const placement of placements) checkPlacement(placement, plan, case_);
  const opened = placements.filter((p) => p.LeavingDate === undefined);
  const first = opened.filter((p) => p.PlacementRank === '1').length;
  must('PLC-10', first <= 1);
  must('PLC-11', !open || opened.length > 0);
  must('PLC-12', first === 1 || !opened.some((p) => p.PlacementRank === '2'));
  must('PLC-22', active.WBP === undefined || age >= 15);
  const needs = active.SENneed ?? [];
  must('PLC-24', needs.length > 0);
  must(
    'PLC-25',
    needs.every((n) => n.SENtype !== undefined),
  );
  checkRanks(
    'PLC-26/27',
    needs.map((n) => n.SENtypeRank),
    must,
  );
  must('PLC-28', new Set(needs.map((n) => n.SENtype)).size === needs.length);
  must('sense: types of need', new Set(codesIn('senType', year).keys()).has(needs[0]?.SENtype ?? ''));
  checkReviews(active, plan, census, must);
}

function checkPlacement(placement: PlacementDetail, plan: NamedPlan, case_: Case): void {
  const { must, census, born, age, year } = case_;
  const { EntryDate: entered = '', LeavingDate: left, SENSetting: setting } = placement;
  checkPlace(placement, ['OTH', 'NIEO'], 'PLC', must);
  must('PLC-05', placement.PlacementRank !== undefined);
  must('PLC-06', entered !== '');
  must('PLC-07', entered <= census);
  must('PLC-08', left === undefined || left >= entered);
  must('PLC-09', left === undefined || left <= census);
  must('PLC-13', entered >= born);
  must('PLC-14', plan.CeaseDate === undefined || entered <= plan.CeaseDate);
  const isPresent = left === undefined && isOpen(plan);
  must('PLC-17', !isPresent || setting !== 'NEET' || (age >= 16 && age <= 25));
  must('PLC-22', placement.WBP === undefined || age >= 15);
  must('PLC-23', !isPresent || setting !== 'EYP' || age < 6);
  const lastYear = yearOf(census) - 1;
  const ofSchoolAge = ageOn(born, makeDate(lastYear, 12, 31)) >= 5 && ageOn(born, makeDate(lastYear, 8, 31)) < 16;
  const asked = year === 2023 && placement.URN !== undefined && ofSchoolAge;
  must('PLC-29', !asked || placement.AttendancePattern !== undefined);
}

function checkReviews(active: ActivePlans, plan: NamedPlan, census: string, must: Case['must']): void {
  const { ReviewMeeting: meeting, ReviewOutcome: outcome, LastReview: decided, ReviewDraft: draft } = active;
  const { PhaseTransferDueDate: due, PhaseTransferFinalDate: final } = active;
  must('PLC-30', outcome === undefined || meeting !== undefined);
  if (census > '2023-12-31') must('PLC-31', (outcome === undefined) === (decided === undefined));
  must('PLC-32', decided === undefined || meeting === undefined || decided >= meeting);
  must('PLC-33', meeting === undefined || meeting <= census);
  must('PLC-34', decided === undefined || decided <= census);
  must('PLC-35', draft === undefined || outcome === 'A');
  must('PLC-36', draft === undefined || draft >= (meeting ?? ''));
  must('PLC-37', final === undefined || due !== undefined);
  must('PLC-38', due === undefined || due.endsWith('-02-15') || due.endsWith('-03-31'));
  must('PLC-39', final === undefined || final <= census);
  const end = plan.CeaseDate ?? census;
  const dates = [meeting, decided, draft, final].filter((date) => date !== undefined);
  must(
    'sense: a review is of a plan in force',
    dates.every((date) => date >= (plan.StartDate ?? '') && date <= end),
  );
}
