import { inForce } from '../model/index.js';
import { assessmentRules } from './assessment.js';
import { tagOf } from './words.js';
import type { ItemRule, RecordRule } from './definition.js';
import { fileRules, type FileRule } from './file.js';
import { headerRules } from './header.js';
import { needRules } from './need.js';
import { personRules } from './person.js';
import { placementRules } from './placement.js';
import { planRules } from './plan.js';
import { requestRules } from './request.js';
import { returnRules, type ReturnRule } from './return.js';
import { reviewRules } from './review.js';
import { valueRules, type ValueRule } from './values.js';

export type AnyRule = FileRule | RecordRule | ItemRule | ReturnRule | ValueRule;

/** Every definition, in the order they are looked at within a record. */
export const definitions: readonly AnyRule[] = [
  ...fileRules,
  ...headerRules,
  ...personRules,
  ...requestRules,
  ...assessmentRules,
  ...planRules,
  ...placementRules,
  ...needRules,
  ...reviewRules,
  ...returnRules,
  ...valueRules,
];

/** A rule as the catalogue shows it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly level: 'error' | 'query';
  readonly from: number;
  /** Null while it is in force. */
  readonly to: number | null;
  readonly items: readonly string[];
  readonly basis: string;
  readonly statement: string;
  readonly message: string;
}

const firstYear = 2023;

function tagsOf(rule: AnyRule): readonly string[] {
  switch (rule.kind) {
    case 'value':
      return [rule.tag];
    case 'record':
    case 'item':
      return rule.items.map(tagOf);
    default:
      return rule.tags;
  }
}

function entryOf(rule: AnyRule): CatalogueEntry {
  const { id, level, basis, statement, message, from = firstYear, to = null } = rule;
  return { id, level, from, to, items: tagsOf(rule), basis, statement, message };
}

/** Two definitions of one id, for years in which the item stands elsewhere, are one rule. */
function merge(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  const byId = new Map<string, CatalogueEntry>();
  for (const entry of entries) {
    const known = byId.get(entry.id);
    const merged = known && {
      ...known,
      from: Math.min(known.from, entry.from),
      to: known.to === null || entry.to === null ? null : Math.max(known.to, entry.to),
    };
    byId.set(entry.id, merged ?? entry);
  }
  return [...byId.values()].sort((a, b) => moduleOrder(a.id) - moduleOrder(b.id) || compare(a.id, b.id));
}

const modules = ['FILE', 'HDR', 'PER', 'REQ', 'ASM', 'PLN', 'PLC', 'RET', 'VAL'];

function moduleOrder(id: string): number {
  return modules.indexOf(id.slice(0, id.indexOf('-')));
}

function compare(a: string, b: string): number {
  // VAL rules keep the order of the message; the others go by number.
  return a.startsWith('VAL-') || a === b ? 0 : a < b ? -1 : 1;
}

/** Every rule of every year, by module and number. */
export const catalogue: readonly CatalogueEntry[] = merge(definitions.map(entryOf));

const byId = new Map(catalogue.map((entry) => [entry.id, entry]));

/** The rules in force in a collection year. */
export function rulesIn(year: number): readonly CatalogueEntry[] {
  return catalogue.filter((entry) => inForce({ from: entry.from, to: entry.to ?? Infinity }, year));
}

/** Undefined for an id that no rule has. */
export function ruleById(id: string): CatalogueEntry | undefined {
  return byId.get(id);
}
