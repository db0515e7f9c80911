import { yearModel, yearOf, type YearGroup, type YearModel } from '../../../src/model/index.js';
import type { Header } from '../../../src/return/index.js';
import { yearDifferences, type Difference } from '../../../src/rules/index.js';
import { codeSetOf } from '../code-groups.js';
import type { FeatureId } from '../feature.js';
import { differenceId, yearBefore } from '../features/year-features.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Which differences from the year before a return shows:
 * - a date of the collection: the header gives it, or something was decided in the new activity year;
 * - an item that came, or that DfE numbers otherwise: it is given; one that went: its record stands without it;
 * - another order: two that changed places stand in one record;
 * - a code that came: it is given; one that went: an item of its list is given;
 * - a rule that came: it had something to look at.
 */
export class YearSight {
  readonly #differences: readonly Difference[];
  readonly #seen = new Set<FeatureId>();
  readonly #records = new Set<string>();
  readonly #codes = new Set<string>();
  readonly #model: YearModel;
  readonly #before: YearModel | undefined;

  constructor(model: YearModel) {
    const before = yearBefore(model.year);
    this.#model = model;
    this.#before = before === undefined ? undefined : yearModel(before);
    this.#differences = before === undefined ? [] : yearDifferences(before, model.year);
  }

  header(header: Header): void {
    if (header.CollectionDetails?.ReferenceDate === this.#model.facts.referenceDate)
      this.#seen.add('year:date:referenceDate:changed');
  }

  record(record: Fields, group: YearGroup): void {
    if (!this.#before) return;
    this.#records.add(group.tag);
    for (const item of group.items) {
      const value = record[item.tag];
      if (typeof value !== 'string' || value === '') continue;
      const set = codeSetOf(item);
      if (set !== undefined && item.accepts(value)) this.#codes.add(set).add(`${set} ${value}`);
      const isDecision = item.tag === 'RequestOutcomeDate' || item.tag === 'AssessmentOutcomeDate';
      if (isDecision && item.accepts(value) && yearOf(value) === this.#model.facts.activityYear)
        this.#seen.add('year:date:activityYear:changed');
    }
    if (this.#isReordered(record, group, this.#before)) this.#seen.add(`year:order:${group.tag}:changed`);
  }

  /** Two children that stand here stood the other way round before. */
  #isReordered(record: Fields, group: YearGroup, before: YearModel): boolean {
    const formerly = before.group(group.tag).children.map((child) => child.tag);
    const places = group.children
      .map((child) => child.tag)
      .filter((tag) => record[tag] !== undefined && record[tag] !== '')
      .map((tag) => formerly.indexOf(tag))
      .filter((place) => place >= 0);
    return places.some((place, index) => place < (places[index - 1] ?? 0));
  }

  /** @param exercised what the return exercises besides */
  seen(exercised: ReadonlySet<FeatureId>): readonly FeatureId[] {
    const shown = this.#differences.filter((difference) => this.#isShown(difference, exercised)).map(differenceId);
    return [...this.#seen, ...shown];
  }

  #isShown({ kind, what, change }: Difference, exercised: ReadonlySet<FeatureId>): boolean {
    switch (kind) {
      case 'item':
        return change === 'removed'
          ? this.#records.has(what.slice(0, what.indexOf('.')))
          : exercised.has(`item:${what}`);
      case 'code':
        return this.#codes.has(change === 'removed' ? what.slice(0, what.indexOf(' ')) : what);
      case 'rule':
        return change === 'added' && exercised.has(`rule:${what}`);
      default:
        return false;
    }
  }
}
