import type { RecordRule, Ref } from '../../../src/rules/index.js';

/**
 * Rules that let a value stand under a condition only, such as NEET from 16 to 25. It is the value that must be there for
 * such a rule to have something to look at, so that what it depends on is varied and the value is not.
 */
const onlyWhere: ReadonlySet<string> = new Set([
  'PER-06',
  'PER-21',
  'PLN-10',
  'PLN-11',
  'PLN-26',
  'PLC-17',
  'PLC-22',
  'PLC-23',
  'PLC-35',
]);

/** What is varied of rules for which neither their items nor what else they name will do. */
const others: Readonly<Record<string, readonly Ref[]>> = {
  // UN10 must be there; what it depends on stands in the requests.
  'PER-22': ['Requests.RequestOutcome'],
  // Exported must be there.
  'REQ-14': ['Assessment.NamedPlan', 'Requests.ActivePlans'],
  // TransferLA must be there.
  'ASM-16': ['Assessment.AssessmentOutcome'],
  // A placement of rank 2 must be there beside one of rank 1, which might be left.
  'PLC-12': ['PlacementDetail.LeavingDate'],
};

/** The items of a rule that are varied to see whether it would fire: the ones it is about, mostly. */
export function variedOf({ id, items, uses }: RecordRule): readonly Ref[] {
  return others[id] ?? (onlyWhere.has(id) ? uses : items);
}
