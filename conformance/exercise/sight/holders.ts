import type { Person, RecordTag, Requests } from '../../../src/return/index.js';
import type { Scope } from '../../../src/rules/index.js';

/**
 * The records of a kind that a rule on some record sees: the one that is looked at, or, where the rule looks at a record
 * further out, all of them in it.
 */
export function holdersIn(scope: Scope, tag: RecordTag): readonly object[] {
  switch (tag) {
    case 'CollectionDetails':
      return listOf(scope.collectionDetails);
    case 'Source':
      return listOf(scope.source);
    case 'Person':
      return listOf(scope.person);
    case 'PlanDetail':
      return scope.planDetail ? [scope.planDetail] : plansIn(scope).flatMap((plan) => plan.PlanDetail ?? []);
    case 'PlacementDetail':
      return scope.placement ? [scope.placement] : activeIn(scope).flatMap((active) => active.PlacementDetail ?? []);
    case 'SENneed':
      return scope.need ? [scope.need] : activeIn(scope).flatMap((active) => active.SENneed ?? []);
    case 'Requests':
      return requestsIn(scope);
    case 'Assessment':
      return requestsIn(scope).flatMap((request) => listOf(request.Assessment));
    case 'NamedPlan':
      return plansIn(scope);
    case 'ActivePlans':
      return activeIn(scope);
    default:
      return [];
  }
}

function listOf<R extends object>(record: R | undefined): readonly R[] {
  return record ? [record] : [];
}

function requestsIn({ request, person }: Scope): readonly Requests[] {
  return request ? [request] : (person?.Requests ?? []);
}

function plansIn(scope: Scope) {
  return requestsIn(scope).flatMap((request) => listOf(request.Assessment?.NamedPlan));
}

function activeIn(scope: Scope) {
  return requestsIn(scope).flatMap((request) => listOf(request.ActivePlans));
}

type Visit = (tag: RecordTag, record: object) => void;

/** Goes through the records of a person, outermost first, with the scope as a rule on each of them has it. */
export function visitPerson(person: Person, scope: Scope, visit: Visit): void {
  scope.person = person;
  visit('Person', person);
  for (const request of person.Requests ?? []) visitRequest(request, scope, visit);
  scope.person = scope.request = scope.assessment = scope.plan = scope.active = undefined;
}

function visitRequest(request: Requests, scope: Scope, visit: Visit): void {
  const { Assessment: assessment, ActivePlans: active } = request;
  const plan = assessment?.NamedPlan;
  Object.assign(scope, { request, assessment, plan, active });
  visit('Requests', request);
  if (assessment) visit('Assessment', assessment);
  if (plan) visit('NamedPlan', plan);
  for (const detail of plan?.PlanDetail ?? []) visit('PlanDetail', (scope.planDetail = detail));
  scope.planDetail = undefined;
  if (active) visit('ActivePlans', active);
  for (const placement of active?.PlacementDetail ?? []) visit('PlacementDetail', (scope.placement = placement));
  scope.placement = undefined;
  for (const need of active?.SENneed ?? []) visit('SENneed', (scope.need = need));
  scope.need = undefined;
}
