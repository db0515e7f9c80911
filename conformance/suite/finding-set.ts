import type { Finding } from '../../src/validate/index.js';
import type { ExpectedFinding } from './case.js';

/** What tells a finding from another: its rule, level and path. */
export type Told = Pick<Finding, 'rule' | 'level' | 'path'>;

/** A finding as it may be expected; its person is told by its path. */
export function toExpected({ rule, level, path }: Told): ExpectedFinding {
  const person = /^\/Message\/Persons\/Person\[(\d+)\]/.exec(path)?.[1];
  return { rule, level, path, person: person === undefined ? null : Number(person) };
}

function keyOf({ rule, level, path }: Told): string {
  return `${rule} ${level} ${path}`;
}

/** The same for two lists of the same findings, in whatever order, and for no others. */
export function setKey(findings: readonly Told[]): string {
  return findings.map(keyOf).sort().join('\n');
}

/** What is in the first list and not in the second, each as many times as it is there more often. */
export function withoutFindings(list: readonly Told[], others: readonly Told[]): readonly ExpectedFinding[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  return list
    .filter((one) => {
      const left = counts.get(keyOf(one)) ?? 0;
      counts.set(keyOf(one), left - 1);
      return left <= 0;
    })
    .map(toExpected);
}
