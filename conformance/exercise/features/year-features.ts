import { collectionYears, type YearModel } from '../../../src/model/index.js';
import { yearDifferences, type Difference } from '../../../src/rules/index.js';
import type { Feature } from '../feature.js';

/** The year that a collection year is compared with; undefined for the first. */
export function yearBefore(year: number): number | undefined {
  return collectionYears.filter((one) => one < year).at(-1);
}

/** Names a difference. */
export function differenceId({ kind, what, change }: Difference): string {
  return `year:${kind}:${what}:${change}`;
}

/** Every difference between a year and the one before, as `yearDifferences` tells them. None for the first year. */
export function yearFeatures(model: YearModel): readonly Feature[] {
  const before = yearBefore(model.year);
  if (before === undefined) return [];
  return yearDifferences(before, model.year).map((difference): Feature => {
    const { kind, what, change, detail } = difference;
    const words = `${kind} ${what} ${change} since ${before}${detail === null ? '' : `: ${detail}`}`;
    const cannot = whyNot(difference);
    return {
      id: differenceId(difference),
      kind: 'year',
      words,
      never: `nothing shows that ${kind} ${what} was ${change} since ${before}`,
      ...(cannot !== undefined && { cannot }),
    };
  });
}

function whyNot({ kind, what, change }: Difference): string | undefined {
  if (kind === 'date' && what === 'deadline') return 'the last day to submit is not in the return';
  if (kind === 'rule' && change === 'removed') return 'a rule that has gone looks at nothing';
  if (kind === 'code' && change === 'added' && what.startsWith('la '))
    return 'only the return of that LA itself has its number in the header';
  return undefined;
}
