import { addMonths, makeDate } from '../../src/model/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';

const parent = 'historical-not-reviewed';

function year(name: string, summary: string, value: (year: number) => string): Break {
  return recordBreak('HDR-02', name, parent, summary, (draft) => {
    draft.collectionDetails.Year = value(draft.year);
    return draft.at.collectionDetails('Year');
  });
}

function referenceDate(name: string, summary: string, value: (draft: Draft) => string): Break {
  return recordBreak('HDR-03', name, parent, summary, (draft) => {
    draft.collectionDetails.ReferenceDate = value(draft);
    return draft.at.collectionDetails('ReferenceDate');
  });
}

/** More breaks of the header: values that look like the right one. */
export const headerMoreBreaks: readonly Break[] = [
  year('five-digits', 'Year has a 0 after it.', (now) => `${now}0`),
  year('starts-with-zero', 'Year has a 0 before it.', (now) => `0${now}`),
  year('trailing-space', 'A space stands after Year.', (now) => `${now} `),
  year('with-decimals', 'Year is written with decimals.', (now) => `${now}.0`),
  year('words', 'Year is a word.', () => 'year'),

  referenceDate(
    'same-day-year-before',
    'ReferenceDate has the day of the right one and the year before.',
    ({ facts }) => addMonths(facts.referenceDate, -12),
  ),
  referenceDate('same-day-month-after', 'ReferenceDate is a month late.', ({ facts }) =>
    addMonths(facts.referenceDate, 1),
  ),
  referenceDate('first-of-year', 'ReferenceDate is 1 January of the collection year.', (draft) =>
    makeDate(draft.year, 1, 1),
  ),
  referenceDate('end-of-activity-year', 'ReferenceDate is 31 December of the activity year.', ({ facts }) =>
    makeDate(facts.activityYear, 12, 31),
  ),

  recordBreak('HDR-10', 'activity-year-ends', parent, 'The return is dated as the activity year ends.', (draft) => {
    draft.source.DateTime = `${makeDate(draft.facts.activityYear, 12, 31)}T23:59:59`;
    return draft.at.source('DateTime');
  }),
];
