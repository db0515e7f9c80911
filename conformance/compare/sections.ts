import { ruleLabel } from '../report/index.js';
import type { CaseChange, Comparison, RuleChange, Side, YearCase } from './comparison.js';

/** Something to tell in a table. Its cells may be from elsewhere and are still to be escaped; title and head are not. */
export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  readonly head: readonly string[];
}

/** What came of the comparison in a sentence. */
export function verdictInWords({ worse, year, ...lists }: Comparison): string {
  const parts = [
    [lists.new.length, 'new'],
    [year?.failing ?? 0, `failing by the rules of ${year?.to ?? ''}`],
    [lists.noLongerJudged.length, 'no longer judged'],
    [lists.gone.length, 'gone'],
    [lists.nowJudged.length, 'now judged'],
    [lists.changed.length, 'changed'],
  ] as const;
  const told = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
  return [worse ? 'Something is worse' : 'Nothing is worse', ...(told.length > 0 ? [told.join(', ')] : [])].join(': ');
}

/** One side of the comparison: its parts that are from elsewhere apart, so that they can be escaped. */
export function sideInWords({ validator, suite, cases, started }: Side, escape: (text: string) => string): string {
  const version = validator.version === null ? '' : ` ${escape(validator.version)}`;
  return (
    `${escape(validator.name)}${version}, ${cases} cases of suite ${suite.year} ` +
    `${escape(suite.digest.slice(0, 12))} (seed ${escape(suite.seed)}), begun ${escape(started)}`
  );
}

/** Everything there is to tell beside the head, in order; sections without a row are left out. */
export function sectionsOf(comparison: Comparison): readonly Section[] {
  const { year } = comparison;
  const cases = (title: string, list: readonly CaseChange[]): Section => ({
    title,
    head: ['Case', 'before', 'now', 'why'],
    rows: list.map((one) => [one.id, verdict(one.before), verdict(one.now), one.why ?? '']),
  });
  const sections = [
    {
      title: 'By rule',
      head: [
        'Rule',
        ...['new', 'gone', 'changed', 'no longer judged', 'now judged'],
        ...['caught', 'missed', 'false alarms'],
      ],
      rows: comparison.rules.map((one) => ruleRow(one, comparison)),
    },
    cases('New: failing now, and was right, not judged or not there', comparison.new),
    cases('No longer judged', comparison.noLongerJudged),
    cases('Gone: right now, and was failing', comparison.gone),
    cases('Now judged, and right', comparison.nowJudged),
    cases('Changed: another verdict', comparison.changed),
    cases('Only in OLD', comparison.onlyInOld),
    cases('Only in NEW', comparison.onlyInNew),
  ];
  if (year) {
    sections.push(
      {
        title: `Because the rules changed from ${year.from} to ${year.to}: cases`,
        head: ['Case', 'because', 'before', 'now', 'why'],
        rows: year.cases.map((one) => [
          one.id,
          becauseInWords(one.because, year.from, year.to),
          verdict(one.before),
          verdict(one.now),
          one.why ?? '',
        ]),
      },
      {
        title: `What changed in the rules from ${year.from} to ${year.to}`,
        head: ['Kind', 'change', 'what', 'more'],
        rows: (year.differences ?? []).map((one) => [one.kind, one.change, one.what, one.detail ?? '']),
      },
    );
  }
  return sections.filter(({ rows }) => rows.length > 0);
}

function verdict(given: string | null): string {
  return given ?? 'not there';
}

function ruleRow({ rule, before, now, ...counts }: RuleChange, { codes }: Comparison): readonly string[] {
  const moved = (figure: 'caught' | 'missed' | 'falseAlarms'): string => {
    const [was, is] = [before?.[figure] ?? 0, now?.[figure] ?? 0];
    return was === is ? String(is) : `${was} to ${is}`;
  };
  return [
    rule === null ? '(valid cases)' : ruleLabel({ ...(codes && { codes }) }, rule),
    ...[counts.new, counts.gone, counts.changed, counts.noLongerJudged, counts.nowJudged].map(String),
    ...(rule === null ? ['', '', ''] : [moved('caught'), moved('missed'), moved('falseAlarms')]),
  ];
}

function becauseInWords(because: YearCase['because'], from: number, to: number): string {
  switch (because) {
    case 'only-in-old-year':
      return `not in ${to}`;
    case 'only-in-new-year':
      return `not in ${from}`;
    case 'expected-differs':
      return 'another answer is right';
  }
}
