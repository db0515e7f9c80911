import { yearModel, type YearGroup, type YearModel } from '../../src/model/index.js';
import { markedCopy } from '../../src/reading/index.js';
import type { Header, Person } from '../../src/return/index.js';
import { freeTextTags, rulesIn, valueRuleId } from '../../src/rules/index.js';
import { codeGroupOf, codeSetOf } from './code-groups.js';
import type { FeatureId } from './feature.js';
import { featuresOf } from './features-of.js';
import { shapesIn } from './features/shapes.js';
import { itemKey } from './item-words.js';
import { OverallSight } from './sight/overall-sight.js';
import { RuleSight } from './sight/rule-sight.js';
import { YearSight } from './sight/year-sight.js';

/** What a return exercises, found out while it is read: the header first, then each person. */
export interface Exercise {
  header(header: Header): void;
  person(person: Person): void;
  /** What has been exercised so far; every id is one of `featuresOf` the year. */
  result(): ReadonlySet<FeatureId>;
}

/**
 * Watches what a return of a collection year exercises. Nothing of a person is kept, so that a return of any size can be
 * put to it. Values that are not of their item's type exercise nothing but the rule that says so.
 *
 * The rules on the file and its structure (FILE-01 to FILE-12) have something to look at in any return that can be read.
 * @throws RangeError for a year the kit does not know.
 */
export function exerciseOf(year: number): Exercise {
  const model = yearModel(year);
  const shapes = shapesIn(model);
  const rules = new RuleSight(year);
  const overall = new OverallSight(year);
  const changes = new YearSight(model);
  const seen = new Set<FeatureId>();
  const known = new Set(featuresOf(year).map(({ id }) => id));

  const look = (record: object, group: YearGroup): void => {
    eachRecord(record, group, (one, its) => {
      lookAtItems(one, its, model, seen);
      changes.record(one, its);
    });
  };
  return {
    header: (header) => {
      for (const { id } of rulesIn(year)) if (/^FILE-(?!13)/.test(id)) seen.add(`rule:${id}`);
      look(header, model.group('Header'));
      rules.header(header);
      changes.header(header);
    },
    person: (person) => {
      look(person, model.group('Person'));
      for (const shape of shapes) {
        const id = `shape:${shape.name}`;
        if (!seen.has(id) && shape.stands(person, model)) seen.add(id);
      }
      const marked = markedCopy(person, model.group('Person'));
      rules.person(marked);
      overall.person(marked);
    },
    result: () => {
      const ruleIds = [...rules.seen, ...overall.seen].map((id) => `rule:${id}`);
      const all = new Set([...seen, ...ruleIds]);
      for (const id of changes.seen(all)) all.add(id);
      return new Set([...all].filter((id) => known.has(id)));
    },
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** Goes through a record and all it holds. */
function eachRecord(record: object, group: YearGroup, visit: (record: Fields, group: YearGroup) => void): void {
  const fields = record as Fields;
  visit(fields, group);
  for (const child of group.groups) {
    const held = fields[child.tag];
    const all: readonly unknown[] = Array.isArray(held) ? held : [held];
    for (const one of all) {
      if (typeof one === 'object' && one !== null) eachRecord(one, child, visit);
    }
  }
}

/** The items that stand with a value, their codes, and the rules that look at single values. */
function lookAtItems(record: Fields, group: YearGroup, { year }: YearModel, seen: Set<FeatureId>): void {
  for (const item of group.items) {
    const value = record[item.tag];
    if (typeof value !== 'string' || value === '') continue;
    const key = itemKey(item);
    if (item.hasValueRule) seen.add(`rule:${valueRuleId(group.tag, item.tag)}`);
    if (freeTextTags.includes(item.tag)) seen.add('rule:FILE-13');
    if (item.hasValueRule && !item.accepts(value)) continue;
    seen.add(`item:${key}`);
    if (codeSetOf(item) !== undefined) seen.add(`code:${key}=${codeGroupOf(item, value, year)}`);
  }
}
