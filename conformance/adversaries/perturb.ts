import type { ActivePlans, Assessment, NamedPlan, Person, RecordTag, Requests } from '../../src/return/index.js';
import type { Scope } from '../../src/rules/index.js';

/** Changes one value; undefined stands for an item that is not there. */
export type Change = (value: string | undefined) => string | undefined;

type Fields = Readonly<Record<string, unknown>>;

/** A record and what is around it, with one item changed wherever it stands in the person or header. */
export interface Perturbed {
  readonly record: object;
  readonly scope: Scope;
}

/**
 * Shows a rule a person in which one item has another value. The records are copies; what reading knows of
 * them comes along, so that the rule can still say where it fires.
 */
export function perturb(record: object, scope: Scope, tag: RecordTag, item: string, change: Change): Perturbed {
  const copies = new Map<object, object>();
  const copy = <R extends object>(original: R, recordTag: RecordTag): R => {
    const made = { ...original };
    if (recordTag === tag) setItem(made, item, change);
    copies.set(original, made);
    return made;
  };
  const copyList = <R extends object>(list: readonly R[] | undefined, recordTag: RecordTag): R[] | undefined =>
    list?.map((one) => copy(one, recordTag));

  const plan = (original: NamedPlan): NamedPlan => {
    const made = copy(original, 'NamedPlan');
    const details = copyList(original.PlanDetail, 'PlanDetail');
    return details ? Object.assign(made, { PlanDetail: details }) : made;
  };
  const assessment = (original: Assessment): Assessment => {
    const made = copy(original, 'Assessment');
    return original.NamedPlan ? Object.assign(made, { NamedPlan: plan(original.NamedPlan) }) : made;
  };
  const active = (original: ActivePlans): ActivePlans => {
    const made = copy(original, 'ActivePlans');
    const placements = copyList(original.PlacementDetail, 'PlacementDetail');
    const needs = copyList(original.SENneed, 'SENneed');
    return Object.assign(made, placements && { PlacementDetail: placements }, needs && { SENneed: needs });
  };
  const request = (original: Requests): Requests =>
    Object.assign(
      copy(original, 'Requests'),
      original.Assessment && { Assessment: assessment(original.Assessment) },
      original.ActivePlans && { ActivePlans: active(original.ActivePlans) },
    );
  const person = (original: Person): Person =>
    Object.assign(copy(original, 'Person'), original.Requests && { Requests: original.Requests.map(request) });

  if (scope.person) person(scope.person);
  if (scope.source) copy(scope.source, 'Source');
  if (scope.collectionDetails) copy(scope.collectionDetails, 'CollectionDetails');
  const counterpart = <R extends object>(original: R | undefined): R | undefined =>
    original && ((copies.get(original) as R | undefined) ?? original);
  return {
    record: counterpart(record) ?? record,
    scope: {
      ...scope,
      collectionDetails: counterpart(scope.collectionDetails),
      source: counterpart(scope.source),
      person: counterpart(scope.person),
      request: counterpart(scope.request),
      assessment: counterpart(scope.assessment),
      plan: counterpart(scope.plan),
      planDetail: counterpart(scope.planDetail),
      active: counterpart(scope.active),
      placement: counterpart(scope.placement),
      need: counterpart(scope.need),
    },
  };
}

function setItem(record: object, item: string, change: Change): void {
  const value = (record as Fields)[item];
  const text = typeof value === 'string' ? value : undefined;
  Object.assign(record, { [item]: change(text) });
}
