import { inForce, yearModel, type YearModel } from '../../../src/model/index.js';
import { childIndex, markedCopy, markOf, unusable } from '../../../src/reading/index.js';
import type { Header, Person, RecordTag } from '../../../src/return/index.js';
import {
  emptyScope,
  definitions,
  isMissingIn,
  recordOf,
  tagOf,
  type ItemRule,
  type RecordRule,
  type Ref,
  type Scope,
} from '../../../src/rules/index.js';
import { holdersIn, visitPerson } from './holders.js';
import { insteadOf, inTheGap, type Other } from './other-values.js';
import { variedOf } from './varied.js';

/**
 * Which rules on records had something to look at in a return.
 *
 * A rule had something to look at in a record where its verdict hangs on what the return gives there: it fires, or it is
 * quiet and would fire if one of the things it is about were otherwise. That is found out by asking the rule itself. What
 * it is about is varied, an item at a time, and where there are several records, in one of them or in all:
 * - of a rule that an item be there, the item is taken away. So one that asks for it on a condition had something to look
 *   at where the condition holds and the item is there, or fires where it is not;
 * - of any other rule, a value that is there is changed (a date to one long ago or far ahead, a code to each other code of
 *   its list, anything else to nonsense) or taken away, and one that is not there is added. An added date must make the
 *   rule fire whenever it is, or the rule is about dates and had none to look at;
 * - of a rule that lets a value stand only under a condition, such as NEET from 16 to 25, the value must be there, and
 *   what it depends on is varied instead: see `variedOf`.
 *
 * As in validation, a rule does not look at a record where an item it names cannot be used, nor where one it yields to
 * has fired on the same record.
 */
export class RuleSight {
  /** Ids of the rules that had something to look at so far. */
  readonly seen = new Set<string>();
  readonly #model: YearModel;
  readonly #scope: Scope;
  readonly #rules: ReadonlyMap<RecordTag, readonly RecordRule[]>;
  readonly #itemRules: readonly ItemRule[];
  readonly #byId: ReadonlyMap<string, RecordRule>;

  /** @throws RangeError for a year the kit does not know. */
  constructor(year: number) {
    this.#model = yearModel(year);
    const current = definitions.filter((rule) => inForce(rule, year));
    const onRecords = current.filter((rule) => rule.kind === 'record');
    this.#itemRules = current.filter((rule) => rule.kind === 'item');
    this.#byId = new Map(onRecords.map((rule) => [rule.id, rule]));
    const tags = [...new Set(onRecords.map((rule) => rule.on))];
    this.#rules = new Map(tags.map((tag) => [tag, onRecords.filter((rule) => rule.on === tag)]));
    const { facts } = this.#model;
    this.#scope = emptyScope(facts, undefined);
  }

  header(header: Header): void {
    const { CollectionDetails: details, Source: source } = markedCopy(header, this.#model.group('Header'));
    const la = source?.LEA;
    const isLa = la !== undefined && this.#model.item('Source', 'LEA')?.accepts(la) === true;
    Object.assign(this.#scope, { collectionDetails: details, source, la: isLa ? la : undefined });
    if (details) this.#look('CollectionDetails', details);
    if (source) this.#look('Source', source);
  }

  /** @param person with the marks of a reading; nobody else may have it */
  person(person: Person): void {
    visitPerson(person, this.#scope, (tag, record) => {
      this.#look(tag, record);
    });
  }

  #look(tag: RecordTag, record: object): void {
    for (const rule of this.#rules.get(tag) ?? []) {
      if (!this.seen.has(rule.id) && this.#hangsOn(rule, record)) this.seen.add(rule.id);
    }
    for (const rule of this.#itemRules) {
      if (rule.on === tag && rule.items.some((ref) => isGiven(record, tagOf(ref)))) this.seen.add(rule.id);
    }
  }

  #hangsOn(rule: RecordRule, record: object): boolean {
    const scope = this.#scope;
    if (![...rule.items, ...rule.uses].every((ref) => this.#isUsable(ref))) return false;
    const yields = rule.unless.some((id) => {
      const other = this.#byId.get(id);
      return other?.on === rule.on && other.broken(record, scope);
    });
    if (yields) return false;
    const fires = (): boolean => rule.broken(record, scope);
    if (fires()) return true;
    return rule.lacks.length > 0 ? this.#firesWithout(rule.lacks, fires) : this.#firesVaried(variedOf(rule), fires);
  }

  #isUsable(ref: Ref): boolean {
    const tag = tagOf(ref);
    return holdersIn(this.#scope, recordOf(ref)).every((holder) => {
      const mark = markOf(holder);
      return (unusable(mark) & (1 << childIndex(mark, tag))) === 0;
    });
  }

  /** One of the items taken away, or all of them. */
  #firesWithout(lacks: readonly Ref[], fires: () => boolean): boolean {
    const spots = lacks.map((ref) => this.#spots(ref));
    return [...spots, spots.flat()].some((some) => withOthers(some, undefined, fires));
  }

  #firesVaried(refs: readonly Ref[], fires: () => boolean): boolean {
    return refs.some((ref) => {
      const node = this.#model.group(recordOf(ref)).byTag.get(tagOf(ref));
      if (!node) return false;
      const spots = this.#spots(ref);
      const taken = spots.filter(({ record, tag }) => !isMissingIn(record, tag));
      const free = spots.filter(({ record, tag }) => isMissingIn(record, tag));
      const { la } = this.#scope;
      const given: unknown = taken[0] && (taken[0].record as Fields)[taken[0].tag];
      const { year } = this.#model;
      const others = insteadOf(node, typeof given === 'string' ? given : '', la, year);
      const alone = spots.length > 1 ? taken.slice(0, mostAlone).map((spot) => [spot]) : [];
      return (
        [taken, ...alone].some((some) => others.some((other) => withOthers(some, other, fires))) ||
        free
          .slice(0, mostAlone)
          .some((spot) =>
            inTheGap(node, year).some((group) => group.every((other) => withOthers([spot], other, fires))),
          )
      );
    });
  }

  #spots(ref: Ref): readonly Spot[] {
    const tag = tagOf(ref);
    return holdersIn(this.#scope, recordOf(ref)).map((record) => ({ record, tag }));
  }
}

/** Of how many records each is varied alone: far more than a case has, and few enough for a file that has any number. */
const mostAlone = 50;

type Fields = Record<string, unknown>;

interface Spot {
  readonly record: object;
  readonly tag: string;
}

function isGiven(record: object, tag: string): boolean {
  return !isMissingIn(record, tag);
}

/** Asks with something else in some places, and puts back what stood there. */
function withOthers(spots: readonly Spot[], other: Other, fires: () => boolean): boolean {
  if (spots.length === 0) return false;
  // The records are copies that nobody else has.
  const before = spots.map(({ record, tag }) => (record as Fields)[tag]);
  for (const { record, tag } of spots) (record as Fields)[tag] = other;
  const answer = fires();
  spots.forEach(({ record, tag }, index) => {
    (record as Fields)[tag] = before[index];
  });
  return answer;
}
