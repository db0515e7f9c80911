import { collectionYear } from '../model/index.js';

/** A remark on standard error, where it disturbs no output. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Says so where a collection year is not final. */
export function remarkIfProvisional(year: number): void {
  const { provisional } = collectionYear(year);
  if (provisional !== undefined) remark(`${year} is provisional: ${provisional}`);
}
