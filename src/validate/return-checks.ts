import type { CollectionYear } from '../model/index.js';
import { markOf, recordPath, type Mark } from '../reading/index.js';
import type { Person } from '../return/index.js';
import type { KeyRule, PersonRule, ShareRule } from '../rules/index.js';
import type { CompiledRules } from './compiled-rules.js';
import { entryOf } from './entry.js';
import type { Finding, PersonRef } from './finding.js';
import type { FindingLog } from './finding-log.js';
import { KeyTable } from './key-table.js';
import { copy } from './quoted.js';
import { personRef } from './rule-engine.js';

/** A group of persons that seem to share a key: to be confirmed by the keys themselves. */
interface Suspicion {
  readonly rule: KeyRule;
  /** Place of the rule among those on keys. */
  readonly at: number;
  readonly positions: readonly number[];
}

interface SeenPerson {
  readonly ref: PersonRef;
  /** By the place of the rule. */
  readonly keys: readonly (string | undefined)[];
}

interface Share {
  readonly rule: ShareRule;
  part: number;
  whole: number;
}

/** What the rules over all persons keep of some that follow each other, counted from 1. */
export interface ReturnTally {
  /** By the place of the rule on keys; see `KeyTable`. */
  readonly hashes: readonly Float64Array<ArrayBuffer>[];
  /** By the place of the rule on shares. */
  readonly shares: readonly { readonly part: number; readonly whole: number }[];
  /** By the place of the rule on persons: the positions of those who break it. */
  readonly positions: readonly (readonly number[])[];
}

/** Where Persons stands. */
interface PersonsPlace {
  readonly line: number;
  readonly column: number;
  readonly path: string;
}

/**
 * The rules over all persons. Of each person only hashes are kept; where some agree, a second reading
 * of the file fetches who they are.
 */
export class ReturnChecks {
  readonly #facts: CollectionYear;
  readonly #keys: readonly { readonly rule: KeyRule; readonly table: KeyTable }[];
  readonly #shares: readonly Share[];
  readonly #personRules: readonly { readonly rule: PersonRule; readonly positions: number[] }[];
  #persons: PersonsPlace | undefined;

  constructor(rules: CompiledRules) {
    this.#facts = rules.model.facts;
    this.#keys = rules.keyRules.map((rule) => ({ rule, table: new KeyTable() }));
    this.#shares = rules.shareRules.map((rule) => ({ rule, part: 0, whole: 0 }));
    this.#personRules = rules.personRules.map((rule) => ({ rule, positions: [] }));
  }

  person(person: Person, index: number): void {
    for (const { rule, table } of this.#keys) {
      const key = rule.key(person, this.#facts);
      if (key !== undefined) table.add(key, index);
    }
    for (const share of this.#shares) {
      share.rule.count(person, (isOfPart) => {
        share.whole += 1;
        if (isOfPart) share.part += 1;
      });
    }
    for (const { rule, positions } of this.#personRules) {
      if (rule.broken(person)) positions.push(index);
    }
    if (!this.#persons) {
      const parent = markOf(person).parent;
      if (parent) this.persons(parent);
    }
  }

  /** Says where Persons stands, where no person of it is looked at here. */
  persons(mark: Mark): void {
    this.#persons = { line: mark.line, column: mark.column, path: recordPath(mark) };
  }

  /** What is kept of the persons so far. */
  tally(): ReturnTally {
    return {
      hashes: this.#keys.map(({ table }) => table.hashes()),
      shares: this.#shares.map(({ part, whole }) => ({ part, whole })),
      positions: this.#personRules.map(({ positions }) => positions),
    };
  }

  /** Takes in what was kept elsewhere of the persons that follow the first `offset`. */
  take({ hashes, shares, positions }: ReturnTally, offset: number): void {
    this.#keys.forEach(({ table }, at) => {
      const held = hashes[at];
      if (held) table.take(held, offset);
    });
    this.#shares.forEach((share, at) => {
      share.part += shares[at]?.part ?? 0;
      share.whole += shares[at]?.whole ?? 0;
    });
    this.#personRules.forEach((one, at) => {
      for (const position of positions[at] ?? []) one.positions.push(offset + position);
    });
  }

  /**
   * Adds the findings over all persons.
   * @param lookUp reads the return again, telling the persons at some positions
   */
  finish(
    log: FindingLog,
    lookUp: (wanted: ReadonlySet<number>, tell: (person: Person, index: number) => void) => void,
  ): void {
    const suspicions = this.#keys.flatMap(({ rule, table }, at) =>
      table.groups().map((positions) => ({ rule, at, positions })),
    );
    const wanted = new Set([
      ...suspicions.flatMap(({ positions }) => positions),
      ...this.#personRules.flatMap(({ positions }) => positions),
    ]);
    const seen = new Map<number, SeenPerson>();
    if (wanted.size > 0) {
      lookUp(wanted, (person, index) => {
        const keys = this.#keys.map(({ rule }) => {
          const key = rule.key(person, this.#facts);
          return key === undefined ? undefined : copy(key);
        });
        seen.set(index, { ref: personRef(person, index), keys });
      });
    }
    for (const suspicion of suspicions) {
      for (const group of confirmed(suspicion, seen)) this.#tell(log, suspicion.rule.id, group);
    }
    for (const { rule, part, whole } of this.#shares) {
      if (whole >= rule.atLeast && rule.exceeds(part, whole)) this.#tell(log, rule.id, []);
    }
    for (const { rule, positions } of this.#personRules) {
      for (const index of positions) {
        const ref = seen.get(index)?.ref;
        this.#tell(log, rule.id, ref ? [ref] : []);
      }
    }
  }

  #tell(log: FindingLog, id: string, persons: readonly PersonRef[]): void {
    const { path, line, column } = this.#persons ?? { path: '', line: 1, column: 1 };
    const entry = entryOf(id);
    log.add(id, entry.level, (): Finding => {
      const { level, items, message } = entry;
      return { rule: id, level, path, line, column, ...(persons.length > 0 ? { persons } : {}), items, message };
    });
  }
}

/** The groups of persons whose keys are really the same. */
function confirmed({ at, positions }: Suspicion, seen: ReadonlyMap<number, SeenPerson>): PersonRef[][] {
  const groups = new Map<string, PersonRef[]>();
  for (const position of positions) {
    const person = seen.get(position);
    const key = person?.keys[at];
    if (!person || key === undefined) continue;
    const group = groups.get(key) ?? [];
    group.push(person.ref);
    groups.set(key, group);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
