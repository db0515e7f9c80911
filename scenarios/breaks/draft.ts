import { noOffsets, type Offsets } from '../company.js';
import { collectionYear, type CollectionYear } from '../../src/model/index.js';
import type {
  ActivePlans,
  Assessment,
  CollectionDetails,
  NamedPlan,
  Person,
  PlacementDetail,
  PlanDetail,
  Requests,
  Return,
  SENneed,
  Source,
} from '../../src/return/index.js';

/**
 * The valid return a break starts from, copied so that it may be changed freely, with short names for
 * its records and for their paths. "The" request, plan and so on are those of the person whose story
 * the parent tells, in the request that `requestNumber` says.
 *
 * Getting a record that the parent does not have throws: the break names the wrong parent.
 */
export class Draft {
  readonly facts: CollectionYear;

  constructor(
    readonly year: number,
    readonly la: string,
    readonly ret: Return,
    /** 1-based position of the person whose story the parent tells. */
    readonly position: number,
    /** Records that stand before those of the story; numbers and paths count from the story's own. */
    readonly offsets: Offsets = noOffsets,
  ) {
    this.facts = collectionYear(year);
  }

  get persons(): Person[] {
    return there(this.ret.Persons?.Person, 'persons');
  }

  get person(): Person {
    return there(this.persons[this.position - 1], 'person');
  }

  get collectionDetails(): CollectionDetails {
    return there(this.ret.Header?.CollectionDetails, 'CollectionDetails');
  }

  get source(): Source {
    return there(this.ret.Header?.Source, 'Source');
  }

  /** The requests of the person. */
  get requests(): Requests[] {
    return there(this.person.Requests, 'Requests');
  }

  request(number = 1): Requests {
    return there(this.requests[number - 1 + this.offsets.request], `Requests[${number}]`);
  }

  assessment(request = 1): Assessment {
    return there(this.request(request).Assessment, 'Assessment');
  }

  plan(request = 1): NamedPlan {
    return there(this.assessment(request).NamedPlan, 'NamedPlan');
  }

  planDetail(number = 1, request = 1): PlanDetail {
    return there(this.plan(request).PlanDetail?.[number - 1 + this.offsets.planDetail], `PlanDetail[${number}]`);
  }

  active(request = 1): ActivePlans {
    return there(this.request(request).ActivePlans, 'ActivePlans');
  }

  placement(number = 1, request = 1): PlacementDetail {
    return there(
      this.active(request).PlacementDetail?.[number - 1 + this.offsets.placement],
      `PlacementDetail[${number}]`,
    );
  }

  need(number = 1, request = 1): SENneed {
    return there(this.active(request).SENneed?.[number - 1 + this.offsets.need], `SENneed[${number}]`);
  }

  /** Paths of the records, or of an item in them. */
  readonly at = {
    return: (): string => '/Message/Persons',
    collectionDetails: (tag: keyof CollectionDetails): string => `/Message/Header/CollectionDetails/${tag}`,
    source: (tag: keyof Source): string => `/Message/Header/Source/${tag}`,
    person: (tag?: keyof Person): string => join(`/Message/Persons/Person[${this.position}]`, tag),
    request: (tag?: keyof Requests, request = 1): string =>
      join(`${this.at.person()}/Requests[${request + this.offsets.request}]`, tag),
    assessment: (tag?: keyof Assessment, request = 1): string =>
      join(`${this.at.request(undefined, request)}/Assessment`, tag),
    plan: (tag?: keyof NamedPlan, request = 1): string =>
      join(`${this.at.assessment(undefined, request)}/NamedPlan`, tag),
    planDetail: (tag?: keyof PlanDetail, number = 1, request = 1): string =>
      join(`${this.at.plan(undefined, request)}/PlanDetail[${number + this.offsets.planDetail}]`, tag),
    active: (tag?: keyof ActivePlans, request = 1): string =>
      join(`${this.at.request(undefined, request)}/ActivePlans`, tag),
    placement: (tag?: keyof PlacementDetail, number = 1, request = 1): string =>
      join(`${this.at.active(undefined, request)}/PlacementDetail[${number + this.offsets.placement}]`, tag),
    need: (tag?: keyof SENneed, number = 1, request = 1): string =>
      join(`${this.at.active(undefined, request)}/SENneed[${number + this.offsets.need}]`, tag),
  };
}

function join(path: string, tag: string | undefined): string {
  return tag === undefined ? path : `${path}/${tag}`;
}

function there<T>(record: T | undefined, name: string): T {
  if (record === undefined) throw new RangeError(`the parent of the break has no ${name}`);
  return record;
}
