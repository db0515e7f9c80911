import type { CaseResult } from './results.js';

/** A module of rules: those whose ids begin alike. */
export interface RuleModule {
  /** The beginning of the ids, such as PER; `valid` for valid cases, which are of no rule. */
  readonly id: string;
  /** For people. */
  readonly title: string;
}

/** The modules of the catalogue in its order, and at the end the valid cases. */
export const ruleModules: readonly RuleModule[] = [
  { id: 'FILE', title: 'File' },
  { id: 'HDR', title: 'Header' },
  { id: 'PER', title: 'Person' },
  { id: 'REQ', title: 'Request' },
  { id: 'ASM', title: 'Assessment' },
  { id: 'PLN', title: 'Plan' },
  { id: 'PLC', title: 'Placement' },
  { id: 'RET', title: 'Whole return' },
  { id: 'VAL', title: 'Values' },
  { id: 'valid', title: 'Valid returns' },
];

const otherModule: RuleModule = { id: 'other', title: 'Other' };

const byId = new Map(ruleModules.map((one) => [one.id, one]));

/** The module of a rule id; `other` for an id that is not of the catalogue's form. */
export function moduleOfRule(rule: string): RuleModule {
  return byId.get(/^([A-Z]{3,4})-/.exec(rule)?.[1] ?? '') ?? otherModule;
}

/** The module that a case belongs to. */
export function moduleOfCase({ kind, rule }: Pick<CaseResult, 'kind' | 'rule'>): RuleModule {
  if (rule !== null) return moduleOfRule(rule);
  return (kind === 'valid' ? byId.get('valid') : undefined) ?? otherModule;
}

/** A list by module, in the order of the catalogue, modules without any left out. */
export function byModule<T>(
  list: readonly T[],
  moduleOf: (one: T) => RuleModule,
): readonly (readonly [RuleModule, readonly T[]])[] {
  const groups = new Map<RuleModule, T[]>();
  for (const one of list) {
    const module = moduleOf(one);
    const group = groups.get(module);
    if (group) group.push(one);
    else groups.set(module, [one]);
  }
  return [...ruleModules, otherModule].flatMap((module) => {
    const group = groups.get(module);
    return group ? [[module, group] as const] : [];
  });
}
