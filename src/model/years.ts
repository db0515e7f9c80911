/** The collections this kit knows. Source of the dates: DfE SEN2 guides, 2023 to 2027. */
export interface CollectionYear {
  readonly year: number;
  /** Census day, the date that ages and open plans are taken on (ccyy-mm-dd). */
  readonly referenceDate: string;
  /** The calendar year before the census, whose decisions are counted. */
  readonly activityYear: number;
  /** Last day to submit through COLLECT, where it is known. */
  readonly deadline?: string;
  /** Why this year is not final; shown wherever the year is. */
  readonly provisional?: string;
}

const years: readonly CollectionYear[] = [
  { year: 2023, referenceDate: '2023-01-19', activityYear: 2022 },
  { year: 2024, referenceDate: '2024-01-18', activityYear: 2023, deadline: '2024-03-14' },
  { year: 2025, referenceDate: '2025-01-16', activityYear: 2024, deadline: '2025-03-14' },
  { year: 2026, referenceDate: '2026-01-15', activityYear: 2025, deadline: '2026-03-12' },
  {
    year: 2027,
    referenceDate: '2027-01-21',
    activityYear: 2026,
    deadline: '2027-03-11',
    provisional: 'structure and rules as 2026 until the 2027 specification is transcribed',
  },
];

const byYear = new Map(years.map((y) => [y.year, y]));

/** The collection year that a text of four digits names; undefined where it names none that the kit knows. */
export function knownYear(text: string | undefined): number | undefined {
  const year = /^\d{4}$/.test(text ?? '') ? Number(text) : NaN;
  return isCollectionYear(year) ? year : undefined;
}

/** The collection years known, oldest first. */
export const collectionYears: readonly number[] = years.map((y) => y.year);

export function isCollectionYear(year: number): boolean {
  return byYear.has(year);
}

/** @throws RangeError for a year the kit does not know, naming those it does. */
export function collectionYear(year: number): CollectionYear {
  const found = byYear.get(year);
  if (!found) throw new RangeError(`collection year ${year} is not known; known years: ${collectionYears.join(', ')}`);
  return found;
}

/** What is in force from one collection year to another, both included; open where absent. */
export interface InForce {
  readonly from?: number;
  readonly to?: number;
}

export function inForce(span: InForce, year: number): boolean {
  return (span.from ?? 0) <= year && year <= (span.to ?? Infinity);
}
