import { makeUpn, monthOf, upnAlphabet, upnLaCodes, yearOf } from '../src/model/index.js';
import { randomFor, type Random } from '../src/random/index.js';
import { algorithmVersion } from './algorithm.js';
import { permutation, type Permutation } from './permutation.js';

/** Gives person `k` (from 0) a UPN that no other index gets, permanent or temporary. */
export interface UpnSource {
  at(k: number, entryYear: number, temporary: boolean, random: Random): string;
}

/** Establishments that give out UPNs in an LA of which no register tells, such as a former one. */
const madeUpEstablishments = 120;
const serials = 999;

/** The UPNs of one LA code: as many as its establishments have serials. */
interface Block {
  readonly code: string;
  readonly numbers: readonly string[];
  readonly order: Permutation;
  /** The first index that it serves. */
  readonly from: number;
}

/**
 * LA code, establishment and serial are a one-to-one function of the index: the LA codes, the own LA first, share the
 * indices out in blocks as large as they have establishments and serials, and a permutation of a block chooses both.
 * With about 190 codes that reaches past ten million. The year of entry and the check letter follow from the person
 * and take no part in it. `numbersOf` gives the establishments of an LA, which is asked once for each LA that is
 * reached; where it has none they are made up.
 *
 * A temporary UPN has a letter in place of the last digit d of the serial: the alphabet turned by the
 * establishment number gives 2d or 2d + 1, so the letter still tells d, and two temporary UPNs that share
 * LA, establishment and letters would share the whole slot. A permanent one ends in a digit, so the two
 * kinds never meet.
 */
export function upnSource(la: string, keys: Random, numbersOf: (la: string) => readonly string[]): UpnSource {
  const codes = [la, ...[...upnLaCodes].filter((code) => code !== la && code > '200').sort()];
  const seed = keys.int(0, 2 ** 31 - 1);
  const blocks: Block[] = [];
  let reach = 0;
  const blockOf = (k: number): Block => {
    while (k >= reach) {
      const code = codes[blocks.length];
      if (code === undefined) throw new RangeError(`no UPN is left for person ${k}`);
      const known = numbersOf(code);
      const numbers = known.length > 0 ? known : establishmentNumbers(code);
      const size = numbers.length * serials;
      blocks.push({
        code,
        numbers,
        order: permutation(size, randomFor(algorithmVersion, 'upn', seed, code)),
        from: reach,
      });
      reach += size;
    }
    const block = blocks.findLast(({ from }) => from <= k);
    if (!block) throw new RangeError(`no UPN is left for person ${k}`);
    return block;
  };
  return {
    at: (k, entryYear, temporary, random) => {
      const { code, numbers, order, from } = blockOf(k);
      const slot = order.at(k - from);
      const establishment = numbers[slot % numbers.length] ?? '';
      const serial = String(1 + Math.floor(slot / numbers.length)).padStart(3, '0');
      const start = code + establishment + String(entryYear % 100).padStart(2, '0');
      if (!temporary) return makeUpn(start + serial);
      const turned = Number(serial.charAt(2)) * 2 + random.int(0, 1) + Number(establishment);
      return makeUpn(start + serial.slice(0, 2) + upnAlphabet.charAt(turned % upnAlphabet.length));
    },
  };
}

/** Made-up establishment numbers of an LA, all different: the same for every seed and year. */
function establishmentNumbers(code: string): readonly string[] {
  const schools = permutation(2000, randomFor(algorithmVersion, 'upn establishments', code));
  return Array.from({ length: madeUpEstablishments }, (_, i) => String(2000 + schools.at(i)));
}

/**
 * The year a child would be given a UPN: the autumn they start reception, in the school year of their
 * fifth birthday, or the one before at a nursery; never later than the last autumn before the census.
 */
export function upnEntryYear(birthDate: string, activityYear: number, random: Random): number {
  const reception = yearOf(birthDate) + (monthOf(birthDate) >= 9 ? 5 : 4);
  return Math.min(random.chance(0.3) ? reception - 1 : reception, activityYear);
}
