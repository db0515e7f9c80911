import { withoutControls } from '../shape/index.js';
import { accountLines } from '../exercise/index.js';
import type { CheckDocument, CheckedFinding, WaivedBy } from './check-document.js';
import {
  againstInWords,
  findingInWords,
  findingsInWords,
  outcomeInWords,
  sumInWords,
  waivedInWords,
} from './check-words.js';
import { placeOfFinding } from './placed-check.js';

/** Lines of each kind that are shown; the other reports list more. */
const shownAtMost = 100;

/** A check for the console: a line a thing, the outcome last. */
export function checkText(document: CheckDocument): string {
  const { file, year, persons, findings, differences, notes, waiverFaults, counts, stopped } = document;
  const against = againstInWords(document);
  const sum = sumInWords(document);
  const lines = [
    `${file}: return${year === null ? '' : ` of ${year}`}, ${persons} persons`,
    ...(document.reading.length === 0
      ? []
      : ['', 'How it was read', ...shown(document.reading, document.reading.length)]),
    '',
    findingsInWords(document),
    ...shown(
      findings.map((one) => `${at(file, one)}: ${findingInWords(one)}${waived(one.waived)}`),
      counts.errors + counts.queries,
    ),
    ...(against === undefined
      ? []
      : [
          '',
          against,
          ...(sum === undefined ? [] : [`  ${sum}`]),
          ...shown(
            differences.map((one) => one.text + waived(one.waived)),
            counts.differences,
          ),
        ]),
    ...(stopped === null ? [] : ['', `Not all of the export was looked at: ${stopped}`]),
    ...(notes.length === 0
      ? []
      : [
          '',
          'How persons were matched',
          ...shown(
            notes.map(({ text }) => text),
            notes.length,
          ),
        ]),
    ...(waiverFaults.length === 0 ? [] : ['', ...waiverFaults]),
    ...(document.exercise === null ? [] : ['', ...accountLines(document.exercise)]),
    '',
    outcomeInWords(document),
  ];
  return `${lines.map(withoutControls).join('\n')}\n`;
}

function at(file: string, finding: CheckedFinding): string {
  const { place, line, column } = finding;
  return place && place.kind !== 'line' ? `${file}: ${placeOfFinding(finding)}` : `${file}:${line}:${column}`;
}

function waived(by: WaivedBy | undefined): string {
  return by ? ` - ${waivedInWords(by)}` : '';
}

function shown(lines: readonly string[], count: number): readonly string[] {
  const first = lines.slice(0, shownAtMost).map((line) => `  ${line}`);
  return count > first.length
    ? [
        ...first,
        `  ... and ${count - first.length} more; --report json=FILE and html=FILE list as many as --max-listed says`,
      ]
    : first;
}
