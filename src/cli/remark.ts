import { withoutControls } from '../../conformance/shape/index.js';
import { collectionYear } from '../model/index.js';

/** A remark of one line on standard error, where it disturbs no output. Nothing in it is obeyed by a terminal. */
export function remark(text: string): void {
  process.stderr.write(`${withoutControls(text)}\n`);
}

/** Says so where a collection year is not final. */
export function remarkIfProvisional(year: number): void {
  const { provisional } = collectionYear(year);
  if (provisional !== undefined) remark(`${year} is provisional: ${provisional}`);
}
