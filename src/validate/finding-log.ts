import type { Finding, Level } from './finding.js';

export interface Summary {
  readonly errors: number;
  readonly queries: number;
  readonly byRule: Readonly<Record<string, number>>;
  /** How many findings are listed; fewer than counted where the limit was reached. */
  readonly stored: number;
  /** Why reading ended before the end of the file, if it did. */
  readonly stopped: string | null;
}

/** What a log took in, in the order in which it came. */
export interface Logged {
  readonly findings: readonly Finding[];
  readonly errors: number;
  readonly queries: number;
  readonly byRule: ReadonlyMap<string, number>;
}

/** Takes findings in: lists the first of them, up to a limit, and counts all. */
export class FindingLog {
  readonly #findings: Finding[] = [];
  readonly #byRule = new Map<string, number>();
  #errors = 0;
  #queries = 0;

  constructor(private readonly limit: number) {}

  /** Counts a finding; it is made only where there is room to list it. */
  add(rule: string, level: Level, make: () => Finding): void {
    this.count(rule, level);
    if (this.#findings.length < this.limit) this.#findings.push(make());
  }

  /** Counts a finding that is not to be listed. */
  count(rule: string, level: Level): void {
    this.#byRule.set(rule, (this.#byRule.get(rule) ?? 0) + 1);
    if (level === 'error') this.#errors += 1;
    else this.#queries += 1;
  }

  /** What has been taken in so far. */
  logged(): Logged {
    return { findings: this.#findings, errors: this.#errors, queries: this.#queries, byRule: this.#byRule };
  }

  /** Takes in what another log did, after what is here; that one had at least the room that is left here. */
  take({ findings, errors, queries, byRule }: Logged): void {
    for (const [rule, count] of byRule) this.#byRule.set(rule, (this.#byRule.get(rule) ?? 0) + count);
    this.#errors += errors;
    this.#queries += queries;
    for (const finding of findings.slice(0, this.room())) this.#findings.push(finding);
  }

  /** How many findings can still be listed. */
  room(): number {
    return Math.max(0, this.limit - this.#findings.length);
  }

  /** The findings in the order of the file, and the counts. */
  result(stopped: string | null): { readonly findings: readonly Finding[]; readonly summary: Summary } {
    const findings = [...this.#findings].sort(
      (a, b) => a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
    );
    const byRule = Object.fromEntries([...this.#byRule].sort(([a], [b]) => (a < b ? -1 : 1)));
    return {
      findings,
      summary: { errors: this.#errors, queries: this.#queries, byRule, stored: findings.length, stopped },
    };
  }
}
