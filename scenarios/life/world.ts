import { codesIn, collectionYear } from '../../src/model/index.js';
import type { EstablishmentKind, World } from './traits.js';

/** LAs that a case may go to or come from in a collection year: all in force but this one, and XXX (unknown or abroad). */
export function otherLas(year: number, la: string): readonly string[] {
  return [...codesIn('laOrUnknown', year).keys()].filter((code) => code !== la);
}

/** Every kind of establishment that has a URN. */
export const establishmentKinds: readonly EstablishmentKind[] = [
  'mainstream_la_maintained',
  'mainstream_academy',
  'mainstream_free_school',
  'mainstream_independent',
  'special_la_maintained',
  'special_academy_free',
  'special_independent',
  'special_non_maintained',
  'ap_pru_academy',
  'ap_pru_free_school',
  'ap_pru_la_maintained',
  'general_fe_tertiary_colleges',
  'specialist_post_16_institutions',
  'online_provider',
  'w_settings',
  'other_schools',
];

const perKind = 4;

/**
 * A world with a small made-up register, the same for every LA: four establishments of each kind for every age.
 * Good enough to tell a story in; a return as large as a real one needs a larger register.
 * @throws RangeError for a year the kit does not know.
 */
export function plainWorld(year: number, la: string): World {
  return {
    facts: collectionYear(year),
    la,
    otherLas: otherLas(year, la),
    establishment: (kind, _age, random) => {
      const number = random.int(1, perKind);
      if (kind === 'ukrlp_provider') return { ukprn: String(10_090_000 + number) };
      return { urn: String(900_000 + establishmentKinds.indexOf(kind) * 100 + number) };
    },
  };
}
