import { findingInWords } from '../judge/index.js';
import { plainText } from '../shape/index.js';
import type { MetamorphicResult, MovedFinding, TransformationResult } from './check-metamorphic.js';

const findingsTold = 5;
const maxWhy = 300;

const words = { held: 'held', broken: 'BROKEN', 'not-done': 'not done', 'could-not-run': 'NO ANSWER' } as const;

/** What came of all transformations, for a terminal; no value of a person is in it. */
export function metamorphicText(result: MetamorphicResult): string {
  const { transformations, validator, year, granularity, persons, findings, calls } = result;
  const broken = transformations.filter(({ verdict }) => verdict === 'broken').map(({ name }) => name);
  const unanswered = transformations.filter(({ verdict }) => verdict === 'could-not-run').length;
  return [
    `${validator}: ${persons} persons of ${year}, ${findings} findings, compared by ${granularity}; asked ${calls} times`,
    ...transformations.flatMap(linesOf),
    ...leftOutLines(transformations),
    broken.length > 0
      ? `What it says does not follow from the return alone: ${broken.join(', ')}`
      : unanswered > 0
        ? `${unanswered} of ${transformations.length} changes gave no answer`
        : 'What it says follows from the return alone',
    '',
  ].join('\n');
}

function linesOf({ name, summary, verdict, why, appeared, gone }: TransformationResult): readonly string[] {
  const told = (list: readonly MovedFinding[], what: string): readonly string[] => [
    ...list.slice(0, findingsTold).map((one) => `             ${what}: ${inWords(one)}`),
    ...(list.length > findingsTold ? [`             ${what}: and ${list.length - findingsTold} more`] : []),
  ];
  return [
    `  ${words[verdict].padEnd(9)}  ${name.padEnd(20)}  ${why === null ? summary : plainText(why, maxWhy)}`,
    ...told(appeared, 'appeared'),
    ...told(gone, 'went'),
  ];
}

function inWords({ rule, level, path, person }: MovedFinding): string {
  const place = findingInWords({ rule, person, ...(path !== null && { path }) });
  return plainText(level === null ? place : `${level} ${place}`, maxWhy);
}

function leftOutLines(transformations: readonly TransformationResult[]): readonly string[] {
  const byWhat = new Map<string, { readonly why: string; readonly names: string[] }>();
  for (const { name, leftOut } of transformations) {
    for (const { what, why } of leftOut) {
      const known = byWhat.get(what);
      if (known) known.names.push(name);
      else byWhat.set(what, { why, names: [name] });
    }
  }
  const lines = [...byWhat].map(([what, { why, names }]) => `    ${names.join(', ')}: ${what}: ${why}`);
  return lines.length === 0 ? [] : ['  Not compared', ...lines];
}
