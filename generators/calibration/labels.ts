import { ages, flowAges } from '../figures/index.js';
import type { ReleaseRow } from './release-file.js';

/** Main ethnic groups by the label in the release. */
export const ethnicLabels: Readonly<Record<string, string>> = {
  'any other ethnic group': 'OOTH',
  'asian - any other asian background': 'AOTH',
  'asian - bangladeshi': 'ABAN',
  'asian - chinese': 'CHNE',
  'asian - indian': 'AIND',
  'asian - pakistani': 'APKN',
  'black - any other black background': 'BOTH',
  'black - black african': 'BAFR',
  'black - black caribbean': 'BCRB',
  'mixed - any other mixed background': 'MOTH',
  'mixed - white and asian': 'MWAS',
  'mixed - white and black african': 'MWBA',
  'mixed - white and black caribbean': 'MWBC',
  'white - any other white background': 'WOTH',
  'white - gypsy/roma': 'WROM',
  'white - irish': 'WIRI',
  'white - traveller of irish heritage': 'WIRT',
  'white - white british': 'WBRI',
};

/** The breakdown of a row in small letters. */
export const breakdownOf = (row: ReleaseRow): string => (row['breakdown'] ?? '').toLowerCase();

const topicOf = (row: ReleaseRow): string => (row['breakdown_topic'] ?? '').toLowerCase();

/** The row is about all there are. */
export function isTotal(row: ReleaseRow): boolean {
  return /^(all|total|new ehc plans)/.test(breakdownOf(row)) || (breakdownOf(row) === '' && topicOf(row) === '');
}

/** The row is about an age when the plan started. */
export const isAboutStart = (row: ReleaseRow): boolean => /start/.test(topicOf(row));

/** The row is about the years that plans have been in place. */
export const isAboutYears = (row: ReleaseRow): boolean =>
  /years|duration|length|in place/.test(topicOf(row)) && !isAboutStart(row);

/** Place in `ages` of a row by age; -1 for another row. */
export function ageColumn(row: ReleaseRow): number {
  const label = breakdownOf(row);
  if (label === 'under 3') return 0;
  const [, age] = /^age(?:d)? (\d{1,2})(?: or over)?$/.exec(label) ?? [];
  return age === undefined ? -1 : ages.indexOf(Number(age));
}

/** Place in `flowAges` of a row by age; -1 for another row. */
export function flowAgeColumn(row: ReleaseRow): number {
  const [, age] = /^age(?:d)? (\d{1,2})( and under| and over)?$/.exec(breakdownOf(row)) ?? [];
  return age === undefined ? -1 : flowAges.indexOf(Number(age));
}

/** Place in the years in place of a row; -1 for another row. */
export function yearsColumn(row: ReleaseRow): number {
  const label = breakdownOf(row);
  if (label === 'less than a year') return 0;
  const [, years] = /^(\d{1,2})(?: years?)?(?: or more)?$/.exec(label) ?? [];
  return years !== undefined && Number(years) <= 12 ? Number(years) : -1;
}
