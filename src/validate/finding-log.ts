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
