import { ageOn } from '../model/index.js';
import type { NamedPlan, Person, PlacementDetail, RecordTag, Records } from '../return/index.js';
import { childIndex, markOf, unusable } from '../reading/index.js';
import { rule, type Basis, type RecordRule, type Ref, type RuleLevel, type Scope } from './definition.js';

/** The words the rules are written in, so that each rule reads like its statement. */

/** Absent or empty. Of free text, white space alone is missing too: see missingText. */
export function missing(value: string | undefined): boolean {
  return value === undefined || value === '';
}

export function missingText(value: string | undefined): boolean {
  return value === undefined || !/[^ \t\r\n]/.test(value);
}

export function present(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

/** Both dates are there and the first is before the second. */
export function before(first: string | undefined, second: string | undefined): boolean {
  return present(first) && present(second) && first < second;
}

export function isOneOf(value: string | undefined, ...codes: readonly string[]): boolean {
  return value !== undefined && codes.includes(value);
}

/** A plan is open when it has neither a date nor a reason of ceasing, else ceased. */
export function isOpenPlan(plan: NamedPlan | undefined): boolean {
  return plan !== undefined && lacks(plan, 'CeaseDate') && lacks(plan, 'CeaseReason');
}

export function isOpenPlacement(placement: PlacementDetail): boolean {
  return lacks(placement, 'LeavingDate');
}

/** Completed years on census day, or undefined where the birth date is not known. */
export function ageAtCensus(person: Person | undefined, scope: Scope): number | undefined {
  const birthDate = person?.PersonBirthDate;
  return present(birthDate) ? ageOn(birthDate, scope.facts.referenceDate) : undefined;
}

/** False for an item that failed its VAL rule or FILE-10; rules over several records leave its record out. */
export function isUsable<G extends object>(record: G, tag: keyof G & string): boolean {
  const mark = markOf(record);
  return (unusable(mark) & (1 << childIndex(mark, tag))) === 0;
}

/** Missing, where an item that holds elements in place of a value is not: it stands there, though it cannot be used. */
function lacks(record: object, tag: string): boolean {
  const mark = markOf(record);
  return isMissingIn(record, tag) && (mark.holdsElements & (1 << childIndex(mark, tag))) === 0;
}

/** How many of URN, UKPRN and SENSetting are given. */
export function settingsGiven(record: {
  readonly URN?: string;
  readonly UKPRN?: string;
  readonly SENSetting?: string;
}): number {
  return [record.URN, record.UKPRN, record.SENSetting].filter(present).length;
}

type ItemRef<G extends RecordTag> = Extract<Ref, `${G}.${string}`>;

interface PresenceText {
  readonly level?: RuleLevel;
  readonly basis?: Basis;
  readonly from?: number;
  readonly to?: number;
}

interface PresenceCondition<G extends RecordTag> {
  /** The condition in words, to follow "X is present". */
  readonly when: string;
  readonly uses: readonly Ref[];
  readonly applies: (record: Records[G], scope: Scope) => boolean;
}

/**
 * A rule that one item is present, of level error on the guide's word unless said otherwise; always, or
 * where a condition applies.
 */
export function presence<G extends RecordTag>(
  id: string,
  on: G,
  ref: ItemRef<G>,
  text: PresenceText = {},
  condition?: PresenceCondition<G>,
): RecordRule<G> {
  const tag = tagOf(ref);
  const { level = 'error', basis = 'guide', ...years } = text;
  return rule<G>({
    id,
    level,
    basis,
    ...years,
    statement: `${tag} is present${condition ? ` ${condition.when}` : ''}.`,
    message: `${tag} is missing${condition ? `: it is required ${condition.when}` : ''}.`,
    on,
    phase: condition ? 'conditional' : 'presence',
    items: [ref],
    uses: condition?.uses ?? [],
    lacks: [ref],
    broken: (record, scope) => isMissingIn(record, tag) && (!condition || condition.applies(record, scope)),
  });
}

/** True where a record lacks a child: an item with no value, or a container that is not there. */
export function isMissingIn(record: object, tag: string): boolean {
  const value: unknown = (record as Readonly<Record<string, unknown>>)[tag];
  if (typeof value !== 'string') return value === undefined;
  return freeText.has(tag) ? missingText(value) : value === '';
}

const freeText: ReadonlySet<string> = new Set(['Surname', 'Forename', 'SENSettingOther', 'SoftwareCode', 'Release']);

/** The tag of the child in a reference, such as ReceivedDate in `Requests.ReceivedDate`. */
export function tagOf(ref: Ref): string {
  return ref.slice(ref.indexOf('.') + 1);
}

/** The tag of the record in a reference. */
export function recordOf(ref: Ref): RecordTag {
  return ref.slice(0, ref.indexOf('.')) as RecordTag;
}
