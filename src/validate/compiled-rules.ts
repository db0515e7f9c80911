import { inForce, yearModel, type YearModel } from '../model/index.js';
import type { RecordTag } from '../return/index.js';
import {
  definitions,
  recordOf,
  tagOf,
  type AnyRule,
  type ItemRule,
  type KeyRule,
  type PersonRule,
  type Phase,
  type RecordRule,
  type Ref,
  type ShareRule,
} from '../rules/index.js';

/** Items of one kind of record that must be usable, as bits. */
export interface Gate {
  readonly tag: RecordTag;
  readonly mask: number;
}

export interface CompiledRule {
  readonly rule: RecordRule;
  readonly gates: readonly Gate[];
  readonly tags: readonly string[];
  /** Another rule asks whether this one fired. */
  readonly isAskedFor: boolean;
}

/** The rules of one collection year, laid out for the order they are looked at in. */
export interface CompiledRules {
  readonly model: YearModel;
  readonly byPhase: Readonly<Record<Phase, ReadonlyMap<string, readonly CompiledRule[]>>>;
  readonly itemRules: ReadonlyMap<string, readonly ItemRule[]>;
  readonly keyRules: readonly KeyRule[];
  readonly shareRules: readonly ShareRule[];
  readonly personRules: readonly PersonRule[];
}

/** One rule changed: for validators that are wrong on purpose. */
export interface Alteration {
  readonly rule: string;
  readonly alter: (rule: AnyRule) => AnyRule;
}

const cache = new Map<number, CompiledRules>();
const altered = new WeakMap<Alteration, Map<number, CompiledRules>>();

/** @throws RangeError for a year the kit does not know. */
export function compiledRules(year: number, alteration?: Alteration): CompiledRules {
  let byYear = cache;
  if (alteration) {
    byYear = altered.get(alteration) ?? new Map<number, CompiledRules>();
    altered.set(alteration, byYear);
  }
  let compiled = byYear.get(year);
  if (!compiled) byYear.set(year, (compiled = compile(year, alteration)));
  return compiled;
}

function compile(year: number, alteration: Alteration | undefined): CompiledRules {
  const model = yearModel(year);
  const current = definitions
    .filter((rule) => inForce(rule, year))
    .map((rule) => (rule.id === alteration?.rule ? alteration.alter(rule) : rule));
  const recordRules = current.filter((rule) => rule.kind === 'record');
  const askedFor = new Set(recordRules.flatMap((rule) => rule.unless));
  const inPhase = (phase: Phase): ReadonlyMap<string, readonly CompiledRule[]> =>
    groupByRecord(
      recordRules.filter((rule) => rule.phase === phase),
      (rule) => ({
        rule,
        gates: gatesOf([...rule.items, ...rule.uses], model),
        tags: rule.items.map(tagOf),
        isAskedFor: askedFor.has(rule.id),
      }),
    );
  return {
    model,
    byPhase: { presence: inPhase('presence'), conditional: inPhase('conditional'), check: inPhase('check') },
    itemRules: groupByRecord(current.filter(isKind('item')), (rule) => rule),
    keyRules: current.filter(isKind('key')),
    shareRules: current.filter(isKind('share')),
    personRules: current.filter(isKind('person')),
  };
}

function isKind<K extends AnyRule['kind']>(kind: K): (rule: AnyRule) => rule is Extract<AnyRule, { kind: K }> {
  return (rule): rule is Extract<AnyRule, { kind: K }> => rule.kind === kind;
}

function groupByRecord<R extends { readonly on: RecordTag }, C>(
  rules: readonly R[],
  compileOne: (rule: R) => C,
): ReadonlyMap<string, readonly C[]> {
  const byRecord = new Map<string, C[]>();
  for (const rule of rules) {
    const list = byRecord.get(rule.on) ?? [];
    list.push(compileOne(rule));
    byRecord.set(rule.on, list);
  }
  return byRecord;
}

function gatesOf(refs: readonly Ref[], model: YearModel): readonly Gate[] {
  const masks = new Map<RecordTag, number>();
  for (const ref of refs) {
    const tag = recordOf(ref);
    masks.set(tag, (masks.get(tag) ?? 0) | bitOf(ref, model));
  }
  return [...masks].filter(([, mask]) => mask !== 0).map(([tag, mask]) => ({ tag, mask }));
}

/** The bit of a child in its container, 0 where the year does not have it. */
export function bitOf(ref: Ref, model: YearModel): number {
  const child = model.group(recordOf(ref)).byTag.get(tagOf(ref));
  return child ? 1 << child.index : 0;
}
