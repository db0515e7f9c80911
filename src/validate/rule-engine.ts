import type { YearGroup, YearItem } from '../model/index.js';
import { markOf, unusable, type Mark } from '../reading/index.js';
import type { Header, Person, Requests } from '../return/index.js';
import {
  emptyScope,
  freeTextTags,
  isMissingIn,
  recordOf,
  tagOf,
  valueRuleId,
  type ItemRule,
  type Phase,
  type Ref,
  type Scope,
} from '../rules/index.js';
import { bitOf, type CompiledRule, type CompiledRules } from './compiled-rules.js';
import { entryOf } from './entry.js';
import type { Finding, PersonRef } from './finding.js';
import type { FindingLog } from './finding-log.js';
import { placeOf, placeOfRule, recordsIn, type Place } from './places.js';
import { quoted } from './quoted.js';

const edgeSpace = /^[ \t\r\n]|[ \t\r\n]$/;

/**
 * Looks at the records of a header and of one person at a time by all rules of a collection year. What
 * spans persons is not here.
 */
export class RuleEngine {
  readonly #rules: CompiledRules;
  readonly #scope: Scope;
  /** Who the person is; made only once a finding asks. */
  #person: (() => PersonRef) | undefined;
  /** Something in the records around cannot be used or is lacking: without, no rule needs to ask. */
  #isGated = false;

  constructor(
    rules: CompiledRules,
    la: string | undefined,
    private readonly log: FindingLog,
  ) {
    this.#rules = rules;
    const { facts } = this.#rules.model;
    this.#scope = emptyScope(facts, la);
  }

  header(header: Header): void {
    const scope = this.#scope;
    scope.collectionDetails = header.CollectionDetails;
    scope.source = header.Source;
    this.#person = undefined;
    this.#inOrder((visit) => {
      if (header.CollectionDetails) visit(header.CollectionDetails);
      if (header.Source) visit(header.Source);
    });
  }

  person(person: Person, index: number): void {
    const scope = this.#scope;
    scope.person = person;
    scope.request = undefined;
    let ref: PersonRef | undefined;
    this.#person = () => (ref ??= personRef(person, index));
    this.#inOrder((visit) => {
      visit(person);
      for (const request of person.Requests ?? []) this.#visitRequest(request, visit);
      scope.request = scope.assessment = scope.plan = scope.active = undefined;
    });
    scope.person = undefined;
  }

  #visitRequest(request: Requests, visit: (record: object) => void): void {
    const scope = this.#scope;
    scope.request = request;
    scope.assessment = request.Assessment;
    scope.plan = request.Assessment?.NamedPlan;
    scope.active = request.ActivePlans;
    visit(request);
    if (scope.assessment) visit(scope.assessment);
    if (scope.plan) visit(scope.plan);
    for (const detail of scope.plan?.PlanDetail ?? []) visit((scope.planDetail = detail));
    scope.planDetail = undefined;
    if (scope.active) visit(scope.active);
    for (const placement of scope.active?.PlacementDetail ?? []) visit((scope.placement = placement));
    scope.placement = undefined;
    for (const need of scope.active?.SENneed ?? []) visit((scope.need = need));
    scope.need = undefined;
  }

  /** Walks the records once a phase: a later phase asks what an earlier one has found. */
  #inOrder(walk: (visit: (record: object) => void) => void): void {
    this.#isGated = false;
    walk((record) => {
      this.#values(record);
      this.#phase('presence', record);
    });
    walk((record) => {
      this.#phase('conditional', record);
    });
    walk((record) => {
      this.#items(record);
      this.#phase('check', record);
    });
  }

  #values(record: object): void {
    const mark = markOf(record);
    if (unusable(mark) === 0) return;
    this.#isGated = true;
    for (const item of itemsOf(mark, mark.badValue)) {
      this.#tell(valueRuleId(mark.group.tag, item.tag), [item.tag], placeOf({ record, tag: item.tag }));
    }
  }

  #phase(phase: Phase, record: object): void {
    const rules = this.#rules.byPhase[phase].get(markOf(record).group.tag);
    if (!rules) return;
    for (const compiled of rules) {
      if (this.#isGated && this.#isSilenced(compiled)) continue;
      if (compiled.rule.broken(record, this.#scope)) this.#fire(compiled, record);
    }
  }

  /** An item it names cannot be used, its lack is told already, or a rule it yields to has fired. */
  #isSilenced({ rule, gates }: CompiledRule): boolean {
    for (const { tag, mask } of gates) {
      for (const record of recordsIn(this.#scope, tag)) {
        const mark = markOf(record);
        if (((unusable(mark) | mark.lacking) & mask) !== 0) return true;
      }
    }
    return rule.unless.some((id) => this.#hasFired(id));
  }

  #hasFired(id: string): boolean {
    const { person, request, assessment, plan, planDetail, active, placement, need } = this.#scope;
    return [person, request, assessment, plan, planDetail, active, placement, need].some(
      (record) => record !== undefined && (markOf(record).fired?.includes(id) ?? false),
    );
  }

  #fire({ rule, tags, isAskedFor }: CompiledRule, record: object): void {
    const scope = this.#scope;
    const spots = rule.spots?.(record, scope);
    const places = spots ? spots.map(placeOf) : [placeOfRule(rule, record, scope)];
    for (const place of places) this.#tell(rule.id, tags, place);
    for (const ref of rule.lacks) this.#block(ref, true);
    for (const ref of rule.blocks) this.#block(ref, false);
    if (isAskedFor) {
      (markOf(record).fired ??= []).push(rule.id);
      this.#isGated = true;
    }
  }

  /** Keeps later rules from building on an item: on one that is lacking, or whatever its value. */
  #block(ref: Ref, onlyIfMissing: boolean): void {
    const bit = bitOf(ref, this.#rules.model);
    for (const record of recordsIn(this.#scope, recordOf(ref))) {
      if (onlyIfMissing && !isMissingIn(record, tagOf(ref))) continue;
      markOf(record).lacking |= bit;
      this.#isGated = true;
    }
  }

  /** The rules on single items: FILE-12, FILE-13 and those that look at each item for itself. */
  #items(record: object): void {
    const mark = markOf(record);
    const { group } = mark;
    for (const item of itemsOf(mark, mark.empty & ~mark.lacking)) {
      this.#tell('FILE-12', [item.tag], placeOf({ record, tag: item.tag }));
    }
    for (const tag of freeTextTags) {
      const value = usableValue(record, group, tag);
      if (value !== undefined && edgeSpace.test(value)) this.#tell('FILE-13', [tag], placeOf({ record, tag }));
    }
    for (const rule of this.#rules.itemRules.get(group.tag) ?? []) this.#eachItem(rule, record, group);
  }

  #eachItem(rule: ItemRule, record: object, group: YearGroup): void {
    for (const ref of rule.items) {
      const tag = tagOf(ref);
      const value = usableValue(record, group, tag);
      if (value !== undefined && rule.broken(value)) this.#tell(rule.id, [tag], placeOf({ record, tag }));
    }
  }

  #tell(id: string, items: readonly string[], place: Place): void {
    const { level, message } = entryOf(id);
    const person = this.#person;
    this.log.add(id, level, (): Finding => {
      const { path, line, column, value } = place;
      return {
        rule: id,
        level,
        path,
        line,
        column,
        ...(person ? { person: person() } : {}),
        items,
        ...(value === undefined ? {} : { value: quoted(value) }),
        message,
      };
    });
  }
}

/** The value of an item that stands there, is not empty, and whose lack or fault is not told already. */
function usableValue(record: object, group: YearGroup, tag: string): string | undefined {
  const child = group.byTag.get(tag);
  if (child?.kind !== 'item') return undefined;
  const mark = markOf(record);
  if (((unusable(mark) | mark.lacking) & (1 << child.index)) !== 0) return undefined;
  const value: unknown = (record as Readonly<Record<string, unknown>>)[tag];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function itemsOf(mark: Mark, bits: number): readonly YearItem[] {
  return bits === 0 ? [] : mark.group.items.filter((item) => (bits & (1 << item.index)) !== 0);
}

/** Who a person is, as given; see `quoted`. */
export function personRef(person: Person, index: number): PersonRef {
  const { UPN, UniqueLearnerNumber, Surname, Forename, PersonBirthDate } = person;
  return {
    index,
    ...(UPN === undefined ? {} : { upn: quoted(UPN) }),
    ...(UniqueLearnerNumber === undefined ? {} : { uln: quoted(UniqueLearnerNumber) }),
    ...(Surname === undefined ? {} : { surname: quoted(Surname) }),
    ...(Forename === undefined ? {} : { forename: quoted(Forename) }),
    ...(PersonBirthDate === undefined ? {} : { birthDate: quoted(PersonBirthDate) }),
  };
}
