import { nationalFigures, type Figures } from '../figures/index.js';
import { toScale } from './scale.js';
import { laRows, type ReleaseFile } from './release-file.js';
import { releaseTables } from './tables.js';

/** The figures of an LA, and what became of each file. */
export interface Calibration {
  readonly figures: Figures;
  /** Tables that were used, by file. */
  readonly used: readonly { readonly file: string; readonly tables: readonly string[]; readonly period: string }[];
  /** Files of which nothing was used, and why. */
  readonly unused: readonly { readonly file: string; readonly why: string }[];
  /** Tables that no file had: the national figures stand in for them. */
  readonly lacking: readonly string[];
}

/** No file had anything to calibrate to; the message says why, file by file. */
export class CalibrationError extends Error {
  override readonly name = 'CalibrationError';
}

/**
 * Figures of an LA from the files of DfE's release as published: long rows by `geographic_level`, `old_la_code`,
 * `breakdown_topic` and `breakdown`, with counts in columns. Of each file the latest year is taken. What is suppressed
 * is filled as the national figures are.
 * @throws CalibrationError where no table is found.
 */
export function calibrate(files: readonly ReleaseFile[], la: string): Calibration {
  let figures = nationalFigures;
  const used = new Map<string, { readonly tables: string[]; readonly period: string }>();
  const unused: { file: string; why: string }[] = [];
  const read = files.flatMap((file) => {
    const rows = laRows(file, la);
    if (!('why' in rows)) return [{ file: file.name, ...rows }];
    unused.push({ file: file.name, why: rows.why });
    return [];
  });
  const found = new Set<string>();
  for (const { name, columns, take } of releaseTables) {
    for (const one of read) {
      if (!columns.every((column) => one.columns.has(column))) continue;
      const taken = take(one.rows, figures);
      if (!taken) continue;
      figures = taken;
      found.add(name);
      const of = used.get(one.file) ?? { tables: [], period: one.period };
      of.tables.push(name);
      used.set(one.file, of);
    }
  }
  for (const { file } of read)
    if (!used.has(file)) unused.push({ file, why: 'has no table that the kit knows, by its columns and breakdowns' });
  if (used.size === 0) {
    const reasons = unused.map(({ file, why }) => `${file} ${why}`).join('; ');
    throw new CalibrationError(files.length === 0 ? 'holds no CSV file' : `no table of LA ${la} is found: ${reasons}`);
  }
  return {
    figures: toScale(figures),
    used: [...used].map(([file, of]) => ({ file, ...of })),
    unused,
    lacking: releaseTables.map(({ name }) => name).filter((name) => !found.has(name)),
  };
}
