import type { Establishment, EstablishmentKind, World } from '../scenarios/life/index.js';
import { localAuthorities } from '../src/model/index.js';
import { randomFor } from '../src/random/index.js';
import { algorithmVersion } from './algorithm.js';
import { permutation } from './permutation.js';

/** How many a middling LA places people in: by kind, the first of them primary where a kind has two phases. */
const counts: readonly (readonly [EstablishmentKind | 'ukrlp_provider', primary: number, other: number])[] = [
  ['mainstream_la_maintained', 60, 8],
  ['mainstream_academy', 50, 20],
  ['mainstream_free_school', 4, 4],
  ['mainstream_independent', 5, 7],
  ['special_la_maintained', 0, 6],
  ['special_academy_free', 0, 6],
  ['special_independent', 0, 10],
  ['special_non_maintained', 0, 2],
  ['ap_pru_academy', 0, 2],
  ['ap_pru_free_school', 0, 1],
  ['ap_pru_la_maintained', 0, 2],
  ['general_fe_tertiary_colleges', 0, 4],
  ['specialist_post_16_institutions', 0, 4],
  ['online_provider', 0, 1],
  ['w_settings', 0, 2],
  ['other_schools', 0, 2],
  ['ukrlp_provider', 0, 10],
];

const perLa = 250;
const firstUrn = 100_000;
const urns = 50_000;
const firstUkprn = 10_000_000;
const ukprns = 100_000;
const secondaryFrom = 11;

/**
 * The made-up register of an LA: whatever the seed and the year, an LA has the same establishments, and no
 * two LAs have one in common. The numbers have the shape of real ones and may be in use.
 * @throws RangeError for an LA number that does not exist.
 */
export function register(la: string): World['establishment'] {
  const place = localAuthorities.findIndex((authority) => authority.code === la);
  if (place < 0) throw new RangeError(`there is no LA ${la}`);
  const random = randomFor(algorithmVersion, 'register');
  const urnOrder = permutation(urns, random);
  const ukprnOrder = permutation(ukprns, random);

  let next = place * perLa;
  const make = (kind: string, count: number): readonly Establishment[] =>
    Array.from({ length: count }, () => {
      const slot = next;
      next += 1;
      return kind === 'ukrlp_provider'
        ? { ukprn: String(firstUkprn + ukprnOrder.at(slot)) }
        : { urn: String(firstUrn + urnOrder.at(slot)) };
    });
  const held = new Map(
    counts.map(([kind, primary, other]) => [kind, { primary: make(kind, primary), other: make(kind, other) }]),
  );

  return (kind, age, draw) => {
    const ofKind = held.get(kind);
    if (!ofKind) throw new RangeError(`no establishment is of kind ${kind}`);
    return draw.pick(age < secondaryFrom && ofKind.primary.length > 0 ? ofKind.primary : ofKind.other);
  };
}
