/** A line of a table: what it counts, how often it stands in the return, and how often in the published figures. */
export interface StatsRow {
  readonly key: string;
  readonly count: number;
  readonly published: number;
}

/** An aggregate of a return beside the published one. */
export interface StatsTable {
  /** Never changes, such as `age-and-placement`. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly StatsRow[];
  /** What the rows count together. */
  readonly total: number;
  /** What belongs in the table and is not recorded, or of a value that it has no row for: in no row. */
  readonly leftOut: number;
  /** Total variation distance of the two distributions, 0 to 1; null where the return has nothing to count. */
  readonly distance: number | null;
  /** The distance that chance alone would give a return of this size drawn from the published figures; null as above. */
  readonly expected: number | null;
}

/** What a table counts by: the rows there are, with the published count of each. */
export interface TableShape {
  readonly id: string;
  readonly title: string;
  readonly published: ReadonlyMap<string, number>;
}

/** Counts for one table. Holds a number for each of its rows and no more, whatever is counted. */
export class TableCounter {
  readonly #counts: Map<string, number>;
  #leftOut = 0;

  constructor(readonly shape: TableShape) {
    this.#counts = new Map([...shape.published.keys()].map((key) => [key, 0]));
  }

  /** Counts one; undefined, and what the table has no row for, is left out. */
  add(key: string | undefined): void {
    const count = key === undefined ? undefined : this.#counts.get(key);
    if (key === undefined || count === undefined) this.#leftOut += 1;
    else this.#counts.set(key, count + 1);
  }

  /** The table as counted so far. */
  result(): StatsTable {
    const { id, title, published } = this.shape;
    const rows = [...published].map(([key, n]): StatsRow => ({
      key,
      count: this.#counts.get(key) ?? 0,
      published: n,
    }));
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    const all = rows.reduce((sum, row) => sum + row.published, 0);
    const isEmpty = total === 0 || all === 0;
    return {
      id,
      title,
      rows,
      total,
      leftOut: this.#leftOut,
      distance: isEmpty ? null : distance(rows, total, all),
      expected: isEmpty ? null : expected(rows, total, all),
    };
  }
}

function distance(rows: readonly StatsRow[], total: number, all: number): number {
  return rows.reduce((sum, { count, published }) => sum + Math.abs(count / total - published / all), 0) / 2;
}

/**
 * Each share is about normally distributed about the published one, and the mean deviation of that is sqrt(2/pi) sigma;
 * where next to nothing falls on a row, it is twice the share.
 */
function expected(rows: readonly StatsRow[], total: number, all: number): number {
  const deviation = rows.reduce((sum, { published }) => {
    const p = published / all;
    return sum + Math.min(Math.sqrt((2 * p * (1 - p)) / (Math.PI * total)), 2 * p * (1 - p));
  }, 0);
  return deviation / 2;
}
