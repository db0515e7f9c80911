import type { SelfCheckRow } from './self-check.js';

/** Counts over all rules. */
export interface SelfCheckCounts {
  readonly killed: number;
  readonly survived: number;
  readonly equivalent: number;
}

export function countsOf(rows: readonly SelfCheckRow[]): SelfCheckCounts {
  return rows.reduce(
    (sum, row) => ({
      killed: sum.killed + row.killed,
      survived: sum.survived + row.survived.length,
      equivalent: sum.equivalent + row.equivalent.length,
    }),
    { killed: 0, survived: 0, equivalent: 0 },
  );
}

/** The self-check for people: by rule killed and survived, then the equivalents by reason. */
export function selfCheckReport(year: number, rows: readonly SelfCheckRow[]): string {
  const counts = countsOf(rows);
  const width = Math.max(...rows.map((row) => row.rule.length));
  const table = rows.map(
    ({ rule, killed, survived, equivalent }) =>
      `${rule.padEnd(width)}  ${String(killed).padStart(6)}  ${String(survived.length).padStart(8)}  ${String(equivalent.length).padStart(10)}`,
  );
  const survivors = rows.flatMap(({ rule, survived }) =>
    survived.map(({ operator, description }) => `  ${rule} ${operator}: ${description}`),
  );
  return [
    `Adversaries of the suite of ${year}: ${counts.killed} killed, ${counts.survived} survived, ${counts.equivalent} equivalent`,
    '',
    `${'Rule'.padEnd(width)}  killed  survived  equivalent`,
    ...table,
    ...(survivors.length > 0 ? ['', 'Survived', ...survivors] : []),
    '',
    'Equivalent to the reference, by reason',
    ...reasons(rows),
    '',
  ].join('\n');
}

const rulesShown = 6;

function reasons(rows: readonly SelfCheckRow[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { rule, equivalent } of rows) {
    for (const { reason } of equivalent) byReason.set(reason, [...(byReason.get(reason) ?? []), rule]);
  }
  return [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, all]) => {
      const rules = [...new Set(all)];
      const more = rules.length > rulesShown ? ` and ${rules.length - rulesShown} more rules` : '';
      return `  ${String(all.length).padStart(4)}  ${reason}: ${rules.slice(0, rulesShown).join(', ')}${more}`;
    });
}
