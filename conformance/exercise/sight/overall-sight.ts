import { collectionYear, inForce, type CollectionYear } from '../../../src/model/index.js';
import type { Person } from '../../../src/return/index.js';
import { definitions, type KeyRule, type PersonRule, type ShareRule } from '../../../src/rules/index.js';

/**
 * Which rules over all persons had something to look at: one that a key stands on one person only, where two persons
 * have a key; one on a share, where as many are counted as the share is looked at for; RET-07, where a person with an
 * open plan and ActivePlans has another request that a second plan could stand in.
 */
export class OverallSight {
  readonly seen = new Set<string>();
  readonly #facts: CollectionYear;
  readonly #counts = new Map<string, number>();
  readonly #keys: readonly KeyRule[];
  readonly #shares: readonly ShareRule[];
  readonly #persons: readonly PersonRule[];

  /** @throws RangeError for a year the kit does not know. */
  constructor(year: number) {
    this.#facts = collectionYear(year);
    const current = definitions.filter((rule) => inForce(rule, year));
    this.#keys = current.filter((rule) => rule.kind === 'key');
    this.#shares = current.filter((rule) => rule.kind === 'share');
    this.#persons = current.filter((rule) => rule.kind === 'person');
  }

  /** @param person with the marks of a reading */
  person(person: Person): void {
    for (const rule of this.#keys) if (rule.key(person, this.#facts) !== undefined) this.#count(rule.id, 2);
    for (const rule of this.#shares) {
      rule.count(person, () => {
        this.#count(rule.id, rule.atLeast);
      });
    }
    for (const { id } of this.#persons) if (hasRoomForTwo(person)) this.seen.add(id);
  }

  #count(id: string, enough: number): void {
    const count = (this.#counts.get(id) ?? 0) + 1;
    this.#counts.set(id, count);
    if (count >= enough) this.seen.add(id);
  }
}

function hasRoomForTwo({ Requests: requests = [] }: Person): boolean {
  return requests.length > 1 && requests.some((request) => request.ActivePlans !== undefined);
}
