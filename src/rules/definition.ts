import type { CollectionYear } from '../model/index.js';
import type {
  ActivePlans,
  Assessment,
  CollectionDetails,
  NamedPlan,
  Person,
  PlacementDetail,
  PlanDetail,
  Records,
  RecordTag,
  Requests,
  SENneed,
  Source,
} from '../return/index.js';

export type RuleLevel = 'error' | 'query';

/**
 * Where a rule comes from: the message structure, the wording of DfE's guide, the same item's rule in
 * another DfE collection, statute, or good sense (the weakest).
 */
export type Basis = 'structure' | 'guide' | 'shared-item' | 'statute' | 'sense';

/** A child of a record, such as `Requests.ReceivedDate`. */
export type Ref = { [G in RecordTag]: `${G}.${keyof Records[G] & string}` }[RecordTag];

/** What is said of a rule, whatever checks it. */
export interface RuleText {
  readonly id: string;
  readonly level: RuleLevel;
  /** First and last collection year in force; from the first year and open where absent. */
  readonly from?: number;
  readonly to?: number;
  readonly basis: Basis;
  /** What must hold. */
  readonly statement: string;
  /** What is wrong and what to do, for the data officer who gets the finding. */
  readonly message: string;
}

/** The records around the one a rule looks at; those that are not there are undefined. */
export interface Scope {
  readonly facts: CollectionYear;
  /** The first day of the activity year. */
  readonly activityStart: string;
  /** The LA that makes the return; undefined where it is missing or cannot be used. */
  readonly la: string | undefined;
  collectionDetails: CollectionDetails | undefined;
  source: Source | undefined;
  person: Person | undefined;
  request: Requests | undefined;
  assessment: Assessment | undefined;
  plan: NamedPlan | undefined;
  planDetail: PlanDetail | undefined;
  active: ActivePlans | undefined;
  placement: PlacementDetail | undefined;
  need: SENneed | undefined;
}

/** A scope in which no record stands yet. @param la LEA of the header, where it can be used */
export function emptyScope(facts: CollectionYear, la: string | undefined): Scope {
  return {
    facts,
    activityStart: `${facts.activityYear}-01-01`,
    la,
    collectionDetails: undefined,
    source: undefined,
    person: undefined,
    request: undefined,
    assessment: undefined,
    plan: undefined,
    planDetail: undefined,
    active: undefined,
    placement: undefined,
    need: undefined,
  };
}

/** A child of a record that a finding is about. */
export interface Spot {
  readonly record: object;
  readonly tag: string;
}

/**
 * When a rule is looked at. Presence rules come first, since a lack they tell silences the rules that
 * build on the item; those that ask on a condition come second.
 */
export type Phase = 'presence' | 'conditional' | 'check';

/** A rule about one kind of record. */
export interface RecordRule<G extends RecordTag = RecordTag> extends RuleText {
  readonly kind: 'record';
  readonly on: G;
  readonly phase: Phase;
  /** The items the finding names, the first of which it points at. */
  readonly items: readonly Ref[];
  /** Further items its condition names: like the items, they must be usable. */
  readonly uses: readonly Ref[];
  /** Items for whose lack this is a presence rule. */
  readonly lacks: readonly Ref[];
  /** Items that no later rule looks at once this one has fired. */
  readonly blocks: readonly Ref[];
  /** Not looked at where one of these rules has fired. */
  readonly unless: readonly string[];
  /** True where the record breaks the rule. A method, so that rules of every record share a list. */
  broken(record: Records[G], scope: Scope): boolean;
  /** Where the findings point, if not at the first of the items that stands there; one finding each. */
  spots?(record: Records[G], scope: Scope): readonly Spot[];
}

/** A rule that looks at each of its items for itself: one finding an item. */
export interface ItemRule extends RuleText {
  readonly kind: 'item';
  readonly on: RecordTag;
  readonly items: readonly Ref[];
  /** True where a value that is present breaks the rule. */
  broken(value: string): boolean;
}

type Optional = 'phase' | 'uses' | 'lacks' | 'blocks' | 'unless' | 'kind';

/** Defines a rule about one kind of record; what is left out is nothing, and the phase `check`. */
export function rule<G extends RecordTag>(
  definition: Omit<RecordRule<G>, Optional> & Partial<Pick<RecordRule<G>, Exclude<Optional, 'kind'>>>,
): RecordRule<G> {
  return { kind: 'record', phase: 'check', uses: [], lacks: [], blocks: [], unless: [], ...definition };
}
