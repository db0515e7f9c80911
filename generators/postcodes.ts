import type { Random } from '../src/random/index.js';
import { postcodeDistricts } from './postcode-districts.js';

/** The letters that the end of a postcode may have. */
const letters = 'ABDEFGHJLNPQRSTUWXYZ';

/** Districts of an LA, written out: `NW1-3 WC1A` is NW1, NW2, NW3 and WC1A. */
function districtsOf(la: string): readonly string[] {
  return (postcodeDistricts[la] ?? '').split(' ').flatMap((span) => {
    const [, area = '', from = '', to] = /^([A-Z]+)(\d+)-(\d+)$/.exec(span) ?? [];
    if (to === undefined) return [span];
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${area}${Number(from) + i}`);
  });
}

/** Draws postcodes in the districts of an LA. The end is made up and may not be in use. */
export function postcodeSource(la: string): (random: Random) => string {
  const districts = districtsOf(la);
  return (random) => {
    const letter = (): string => letters.charAt(random.int(0, letters.length - 1));
    return `${random.pick(districts)} ${random.int(1, 9)}${letter()}${letter()}`;
  };
}
