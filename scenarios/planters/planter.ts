import type { CollectionYear, InForce } from '../../src/model/index.js';
import type {
  ActivePlans,
  Assessment,
  NamedPlan,
  Person,
  PlacementDetail,
  PlanDetail,
  Requests,
  SENneed,
} from '../../src/return/index.js';

/**
 * Plants one fault in any valid person that can have it: one finding of its rule comes of it and nothing else. Written
 * from the statement of the rule, as breaks are, for returns too large to be made from stories.
 */
export interface Planter extends InForce {
  /** Id of the rule that fires. */
  readonly rule: string;
  /**
   * Changes the person and gives the path of the finding from the person on, such as `/UPN`; undefined, with the
   * person as it was, where it cannot be planted there.
   */
  readonly plant: (person: Person, facts: CollectionYear) => string | undefined;
}

/** A record of a person, and where it stands. */
export interface Spot<R> {
  readonly record: R;
  readonly path: string;
}

/** Finds a record of a person to plant a fault in. */
export type Find<R> = (person: Person, facts: CollectionYear) => Spot<R> | undefined;

export const inPerson: Find<Person> = (person) => ({ record: person, path: '' });

/** The first request of which something holds. */
export function requestWhere(is: (request: Requests) => boolean): Find<Requests> {
  return ({ Requests: requests = [] }) => {
    const at = requests.findIndex(is);
    const record = requests[at];
    return record && { record, path: `/Requests[${at + 1}]` };
  };
}

/** A record below another. */
function below<A, B>(find: Find<A>, step: (record: A) => Spot<B> | undefined): Find<B> {
  return (person, facts) => {
    const above = find(person, facts);
    const found = above && step(above.record);
    return above && found && { record: found.record, path: above.path + found.path };
  };
}

const isOpen = ({ Assessment: assessment, ActivePlans: active }: Requests): boolean =>
  active !== undefined && assessment?.NamedPlan !== undefined && assessment.NamedPlan.CeaseDate === undefined;

/** The request of an open plan. */
export const openRequest = requestWhere(isOpen);

export const anAssessment = (is: (assessment: Assessment) => boolean): Find<Assessment> =>
  below(
    requestWhere(({ Assessment: assessment }) => assessment !== undefined && is(assessment)),
    ({ Assessment: record }) => record && { record, path: '/Assessment' },
  );

/** The named plan of an open plan. */
export const openPlan: Find<NamedPlan> = below(openRequest, ({ Assessment: assessment }) => {
  const record = assessment?.NamedPlan;
  return record && { record, path: '/Assessment/NamedPlan' };
});

/** The active plans of an open plan. */
export const openActive: Find<ActivePlans> = below(
  openRequest,
  ({ ActivePlans: record }) => record && { record, path: '/ActivePlans' },
);

/** The first plan detail, of an open plan, of which something holds. */
export const planDetailWhere = (is: (detail: PlanDetail) => boolean): Find<PlanDetail> =>
  below(openPlan, ({ PlanDetail: list }) => firstOf('PlanDetail', list, is));

/** The first placement, of an open plan, of which something holds. */
export const placementWhere = (is: (placement: PlacementDetail) => boolean): Find<PlacementDetail> =>
  below(openActive, ({ PlacementDetail: list }) => firstOf('PlacementDetail', list, is));

/** The first need of an open plan. */
export const firstNeed: Find<SENneed> = below(openActive, ({ SENneed: list }) => firstOf('SENneed', list, () => true));

function firstOf<R>(tag: string, list: readonly R[] = [], is: (record: R) => boolean): Spot<R> | undefined {
  const at = list.findIndex(is);
  const record = list[at];
  return record && { record, path: `/${tag}[${at + 1}]` };
}

/** Leaves an item out that stands there. */
export function leaveOut<R extends object>(
  rule: string,
  find: Find<R>,
  tag: keyof R & string,
  years: InForce = {},
): Planter {
  return {
    rule,
    ...years,
    plant: (person, facts) => {
      const spot = find(person, facts);
      if (!spot || !Reflect.has(spot.record, tag)) return undefined;
      Reflect.deleteProperty(spot.record, tag);
      return `${spot.path}/${tag}`;
    },
  };
}

/** What an item becomes; undefined where it is to stay. */
export type NewValue<R> = (record: R, person: Person, facts: CollectionYear) => string | undefined;

/** Gives an item another value, or one that it did not have. */
export function set<R extends object>(
  rule: string,
  find: Find<R>,
  tag: keyof R & string,
  value: NewValue<R>,
  years: InForce = {},
): Planter {
  return {
    rule,
    ...years,
    plant: (person, facts) => {
      const spot = find(person, facts);
      const given = spot && value(spot.record, person, facts);
      if (!spot || given === undefined) return undefined;
      Object.assign(spot.record, { [tag]: given });
      return `${spot.path}/${tag}`;
    },
  };
}
