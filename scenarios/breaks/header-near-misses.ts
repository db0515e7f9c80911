import { addDays, addMonths, makeDate } from '../../src/model/index.js';
import type { ItemTag } from '../../src/return/index.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';

const parent = 'historical-not-reviewed';

type Item = ItemTag<'Source'>;

function source(rule: string, tag: Item, name: string, summary: string, value: (draft: Draft) => string): NearMiss {
  return nearMiss(rule, name, parent, summary, (draft) => {
    draft.source[tag] = value(draft);
    return draft.at.source(tag);
  });
}

const posts = ['Y', 'N', 'R'];

/** The item with the two codes that it does not have; the valid case has the third. */
function otherCodes(rule: string, tag: Item): readonly NearMiss[] {
  return [1, 2].map((places) =>
    source(rule, tag, `code-${places}-on`, `${tag} is the code ${places} on from the one it was.`, (draft) => {
      const now = posts.indexOf(draft.source[tag] ?? '');
      return posts[(now + places) % posts.length] ?? '';
    }),
  );
}

/** The shortest texts, and some that look like none. */
function shortTexts(rule: string, tag: Item): readonly NearMiss[] {
  return [
    source(rule, tag, 'one-letter', `${tag} is one letter.`, () => 'x'),
    source(rule, tag, 'zero', `${tag} is 0, which is a value.`, () => '0'),
    source(rule, tag, 'hyphen', `${tag} is a hyphen.`, () => '-'),
  ];
}

const censusDayAt =
  (time: string) =>
  (draft: Draft): string =>
    `${draft.facts.referenceDate}T${time}`;

/** Near misses of the header. Of Collection, Year, ReferenceDate and SourceLevel one value alone is right. */
export const headerNearMisses: readonly NearMiss[] = [
  source('HDR-05', 'LEA', 'other-la', 'LEA is another LA, of which no case speaks.', ({ la }) =>
    la === '202' ? '203' : '202',
  ),
  ...shortTexts('HDR-06', 'SoftwareCode'),
  ...shortTexts('HDR-07', 'Release'),
  source('HDR-08', 'SerialNo', 'all-zeros', 'SerialNo is 000.', () => '000'),
  source('HDR-08', 'SerialNo', 'all-nines', 'SerialNo is 999.', () => '999'),
  source('HDR-09', 'DateTime', 'last-second-of-leap-day', 'DateTime is the last second of a 29 February.', () => {
    return `${makeDate(2028, 2, 29)}T23:59:59`;
  }),
  source(
    'HDR-10',
    'DateTime',
    'first-second-of-census-day',
    'The return is dated the first second of census day.',
    censusDayAt('00:00:00'),
  ),
  source(
    'HDR-10',
    'DateTime',
    'last-second-of-census-day',
    'The return is dated the last second of census day.',
    censusDayAt('23:59:59'),
  ),
  source('HDR-10', 'DateTime', 'day-after', 'The return is dated the day after census day.', ({ facts }) => {
    return `${addDays(facts.referenceDate, 1)}T00:00:00`;
  }),
  source('HDR-10', 'DateTime', 'two-years-after', 'The return is dated two years after census day.', ({ facts }) => {
    return `${addMonths(facts.referenceDate, 24)}T10:00:00`;
  }),
  source('HDR-10', 'DateTime', 'new-year-after', 'The return is dated the New Year after census day.', ({ year }) => {
    return `${makeDate(year + 1, 1, 1)}T00:00:00`;
  }),
  ...otherCodes('HDR-11', 'DMO'),
  ...otherCodes('HDR-12', 'DCO'),
  ...otherCodes('HDR-13', 'DSCO'),
];
