import { makeUpn, monthOf, upnAlphabet, upnLaCodes, yearOf } from '../src/model/index.js';
import { randomFor, type Random } from '../src/random/index.js';
import { algorithmVersion } from './algorithm.js';
import { permutation } from './permutation.js';

/** Gives person `k` (from 0) a UPN that no other index gets, permanent or temporary. */
export interface UpnSource {
  at(k: number, entryYear: number, temporary: boolean, random: Random): string;
}

/** Establishments of an LA that give out UPNs: mostly first schools, and some special schools. */
const establishments = 400;
const specialEvery = 10;
const serials = 999;
const slots = establishments * serials;

/**
 * LA code, establishment and serial are a one-to-one function of the index: floor(k / slots) chooses the LA
 * code, the own LA first, and a permutation of the rest chooses establishment and serial. With about 190
 * codes that reaches past 70 million. The year of entry and the check letter follow from the person and
 * take no part in it.
 *
 * A temporary UPN has a letter in place of the last digit d of the serial: the alphabet turned by the
 * establishment number gives 2d or 2d + 1, so the letter still tells d, and two temporary UPNs that share
 * LA, establishment and letters would share the whole slot. A permanent one ends in a digit, so the two
 * kinds never meet.
 */
export function upnSource(la: string, keys: Random): UpnSource {
  const order = permutation(slots, keys);
  const codes = [la, ...[...upnLaCodes].filter((code) => code !== la && code > '200').sort()];
  const numbersOf = new Map<string, readonly string[]>();
  const numbers = (code: string): readonly string[] => {
    let found = numbersOf.get(code);
    if (!found) {
      found = establishmentNumbers(code);
      numbersOf.set(code, found);
    }
    return found;
  };
  return {
    at: (k, entryYear, temporary, random) => {
      const code = codes[Math.floor(k / slots)];
      if (code === undefined) throw new RangeError(`no UPN is left for person ${k}`);
      const slot = order.at(k % slots);
      const establishment = numbers(code)[slot % establishments] ?? '';
      const serial = String(1 + Math.floor(slot / establishments)).padStart(3, '0');
      const start = code + establishment + String(entryYear % 100).padStart(2, '0');
      if (!temporary) return makeUpn(start + serial);
      const turned = Number(serial.charAt(2)) * 2 + random.int(0, 1) + Number(establishment);
      return makeUpn(start + serial.slice(0, 2) + upnAlphabet.charAt(turned % upnAlphabet.length));
    },
  };
}

/** Made-up establishment numbers of an LA, all different: the same for every seed and year. */
function establishmentNumbers(code: string): readonly string[] {
  const random = randomFor(algorithmVersion, 'upn establishments', code);
  const schools = permutation(2000, random);
  const special = permutation(1000, random);
  return Array.from({ length: establishments }, (_, i) =>
    String(i % specialEvery === specialEvery - 1 ? 7000 + special.at(i) : 2000 + schools.at(i)),
  );
}

/**
 * The year a child would be given a UPN: the autumn they start reception, in the school year of their
 * fifth birthday, or the one before at a nursery; never later than the last autumn before the census.
 */
export function upnEntryYear(birthDate: string, activityYear: number, random: Random): number {
  const reception = yearOf(birthDate) + (monthOf(birthDate) >= 9 ? 5 : 4);
  return Math.min(random.chance(0.3) ? reception - 1 : reception, activityYear);
}
