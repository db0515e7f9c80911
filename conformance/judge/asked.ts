import type { Expectation, ExpectedFinding } from '../suite/index.js';
import type { Capabilities } from './answer.js';
import { listInWords } from './words.js';

/** What a validator is held to in one case. */
export interface Asked {
  /** The sets of findings of which any is right, the expectation's own first. */
  readonly sets: readonly (readonly ExpectedFinding[])[];
  /** Why nothing of what is expected can be asked of it; undefined where something can, or nothing is expected. */
  readonly beyond: string | undefined;
}

/**
 * What is expected, cut down to the rules that a validator can report, at the levels it is to give them. An alternative
 * of which nothing is left is none: a validator that says nothing has not said that.
 */
export function askedOf(expectation: Expectation, capabilities: Capabilities, year: number): Asked {
  const { cannotReport = () => undefined, levelOf = () => undefined } = capabilities;
  const cut = (findings: readonly ExpectedFinding[]): readonly ExpectedFinding[] =>
    findings
      .filter(({ rule }) => cannotReport(rule, year) === undefined)
      .map((finding) => ({ ...finding, level: levelOf(finding.rule, year) ?? finding.level }));

  const own = cut(expectation.findings);
  if (own.length === 0 && expectation.findings.length > 0) {
    const reasons = expectation.findings.map(({ rule }) => cannotReport(rule, year) ?? '');
    return { sets: [], beyond: listInWords([...new Set(reasons)], '; ') };
  }
  const others = expectation.alternatives.filter((set) => set.length === 0 || cut(set).length > 0).map(cut);
  return { sets: [own, ...others], beyond: undefined };
}
