import { codesIn } from '../../src/model/index.js';
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
      const codes = lasOnlyIn(year, other);
      if (codes.length === 0) return [];
      // The parent may name one of them already.
      const another = (than: string | undefined): string => codes.find((code) => code !== than) ?? codes[0] ?? '';
      const name = `la-of-${year}-not-of-${other}`;
      const summary = `The other LA is one of ${year} that ${other} does not have.`;
      const only = { from: year, to: year };
      return [
        nearMiss(
          'VAL-Requests.Exported',
          name,
          'exported',
          summary,
          (draft) => {
            draft.request().Exported = another(draft.request().Exported);
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
            draft.active().TransferLA = another(draft.active().TransferLA);
            return draft.at.active('TransferLA');
          },
          only,
        ),
      ];
    }),
);

/** Near misses of the VAL rules: codes that only the year itself takes. */
export const codeNearMisses: readonly NearMiss[] = otherLas;
