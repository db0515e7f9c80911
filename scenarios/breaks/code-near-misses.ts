import { allCodes, codesIn } from '../../src/model/index.js';
import type { NearMiss } from './break.js';
import { nearMiss } from './near-miss.js';

/** The LAs of one list that another lacks, by collection year: what comes and goes as areas change. */
function lasOnlyIn(year: number, other: number): readonly string[] {
  const elsewhere = codesIn('laOrUnknown', other);
  return [...codesIn('laOrUnknown', year).keys()].filter((code) => !elsewhere.has(code));
}

const years = [2023, 2024, 2025] as const;

/** Codes in force in a year that the year before or after does not have, in the items that take another LA. */
const otherLas: readonly NearMiss[] = years.flatMap((year) =>
  [year - 1, year + 1]
    .filter((other) => other >= 2023)
    .flatMap((other) => {
      const [code] = lasOnlyIn(year, other);
      if (code === undefined) return [];
      const label = allCodes('laOrUnknown').find((one) => one.code === code)?.label ?? code;
      const name = `la-of-${year}-not-of-${other}`;
      const summary = `The other LA is ${label}, a code of ${year} and not of ${other}.`;
      const only = { from: year, to: year };
      return [
        nearMiss(
          'VAL-Requests.Exported',
          name,
          'exported',
          summary,
          (draft) => {
            draft.request().Exported = code;
            return draft.at.request('Exported');
          },
          only,
        ),
        nearMiss(
          'VAL-ActivePlans.TransferLA',
          name,
          'transferred-in',
          summary,
          (draft) => {
            draft.active().TransferLA = code;
            return draft.at.active('TransferLA');
          },
          only,
        ),
      ];
    }),
);

/** Near misses of the VAL rules: codes that only the year itself takes. */
export const codeNearMisses: readonly NearMiss[] = otherLas;
