import { addDays, addMonths, collectionYears, isCollectionYear, collectionYear } from '../../src/model/index.js';
import type { ItemTag } from '../../src/return/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { blank, missing, recordBreak, type Holder } from './record-break.js';

/** Of the bystanders and of this story no date lies near census day, so that no reading of a wrong header moves them. */
const parent = 'historical-not-reviewed';

const inDetails: Holder<ItemTag<'CollectionDetails'>> = (draft, tag) => ({
  record: draft.collectionDetails,
  at: draft.at.collectionDetails(tag),
});

const inSource: Holder<ItemTag<'Source'>> = (draft, tag) => ({ record: draft.source, at: draft.at.source(tag) });

type Text = (draft: Draft) => string;

function wrongYear(name: string, summary: string, value: Text): Break {
  return recordBreak('HDR-02', name, parent, summary, (draft) => {
    draft.collectionDetails.Year = value(draft);
    return draft.at.collectionDetails('Year');
  });
}

function wrongReferenceDate(name: string, summary: string, value: Text): Break {
  return recordBreak('HDR-03', name, parent, summary, (draft) => {
    draft.collectionDetails.ReferenceDate = value(draft);
    return draft.at.collectionDetails('ReferenceDate');
  });
}

function earlyDateTime(name: string, summary: string, value: Text): Break {
  return recordBreak('HDR-10', name, parent, summary, (draft) => {
    draft.source.DateTime = value(draft);
    return draft.at.source('DateTime');
  });
}

/** Census day of the collection before or after; a year away where that collection is not known. */
function censusDayBeside({ year, facts }: Draft, step: -1 | 1): string {
  const beside = year + step;
  return isCollectionYear(beside) ? collectionYear(beside).referenceDate : addMonths(facts.referenceDate, 12 * step);
}

/** Breaks of the header (HDR-01 to HDR-13). */
export const headerBreaks: readonly Break[] = [
  ...missing('HDR-01', 'Collection', parent, inDetails),

  ...missing('HDR-02', 'Year', parent, inDetails),
  wrongYear('year-before', 'Year is the year before.', ({ year }) => String(year - 1)),
  wrongYear('year-after', 'Year is the year after.', ({ year }) => String(year + 1)),
  wrongYear('two-digits', 'Year has its last two digits only.', ({ year }) => String(year).slice(2)),
  wrongYear('school-year', 'Year is written as a school year.', ({ year }) => `${year - 1}/${String(year).slice(2)}`),
  wrongYear('unknown-year', 'Year is one of no SEN2 collection of persons.', () =>
    String((collectionYears[0] ?? 0) - 10),
  ),

  ...missing('HDR-03', 'ReferenceDate', parent, inDetails),
  wrongReferenceDate('day-before', 'ReferenceDate is the day before census day.', ({ facts }) =>
    addDays(facts.referenceDate, -1),
  ),
  wrongReferenceDate('day-after', 'ReferenceDate is the day after census day.', ({ facts }) =>
    addDays(facts.referenceDate, 1),
  ),
  wrongReferenceDate('census-before', 'ReferenceDate is census day of the year before.', (draft) =>
    censusDayBeside(draft, -1),
  ),
  wrongReferenceDate('census-after', 'ReferenceDate is census day of the year after.', (draft) =>
    censusDayBeside(draft, 1),
  ),

  ...missing('HDR-04', 'SourceLevel', parent, inSource),
  ...missing('HDR-05', 'LEA', parent, inSource),
  ...missing('HDR-06', 'SoftwareCode', parent, inSource),
  blank('HDR-06', 'SoftwareCode', parent, inSource),
  ...missing('HDR-07', 'Release', parent, inSource),
  blank('HDR-07', 'Release', parent, inSource),
  ...missing('HDR-08', 'SerialNo', parent, inSource),
  ...missing('HDR-09', 'DateTime', parent, inSource),

  earlyDateTime('second-before', 'The return is dated the last second before census day.', ({ facts }) => {
    return `${addDays(facts.referenceDate, -1)}T23:59:59`;
  }),
  earlyDateTime('month-before', 'The return is dated a month before census day.', ({ facts }) => {
    return `${addMonths(facts.referenceDate, -1)}T10:00:00`;
  }),
  earlyDateTime('year-before', 'The return is dated a year before census day, later in the day.', ({ facts }) => {
    return `${addMonths(facts.referenceDate, -12)}T23:30:00`;
  }),

  ...missing('HDR-11', 'DMO', parent, inSource),
  ...missing('HDR-12', 'DCO', parent, inSource),
  ...missing('HDR-13', 'DSCO', parent, inSource),
];
