import { addDays, codesIn, dayNumber } from '../../../src/model/index.js';
import { randomFor, type Random } from '../../../src/random/index.js';
import { isAlike, laLike, textLike, ulnLike, upnLike } from './alike.js';
import { dayOf, type Originals } from './originals.js';
import type { Slot } from './slot.js';
import { isDated, type Unit } from './units.js';

/** What may stand in place of a value, by the number of the attempt; undefined where that one will not do. */
export interface Replacer {
  valueFor(slot: Slot, unit: Unit, attempt: number): string | undefined;
}

/** Draws before it is given up that one of them is like the value and not like any that stood there. */
const draws = 400;

/**
 * Makes replacements. What is drawn hangs on the seed and on the place of a unit, never on what stood there, so that
 * nobody gets from one to the other by trying values; of dates, who knows the seed knows the shift.
 */
export function makeReplacer(seed: string, year: number, originals: Originals): Replacer {
  const taken = new Map<string, string>();
  const las = new Map<string, string>();

  const laOf = (la: string): string => {
    const known = las.get(la);
    if (known !== undefined) return known;
    const random = randomFor(seed, 'la', las.size);
    const draw = (): string => laLike(la, year, random);
    // A number is a code that everybody knows: where every other LA stood there too, one of those tells nothing of this.
    const made =
      firstOf(draw, (one) => one !== la && !originals.hasValue(one)) ??
      firstOf(draw, (one) => one !== la) ??
      [...codesIn('la', year).keys()].find((one) => one !== la) ??
      '';
    las.set(la, made);
    return made;
  };

  const made = ({ kind, value }: Slot, random: Random): string => {
    switch (kind) {
      case 'upn':
        return upnLike(value, random, laOf);
      case 'uln':
        return ulnLike(value, random);
      default:
        return textLike(value, random);
    }
  };

  return {
    valueFor: (slot, unit, attempt) => {
      const { kind, value } = slot;
      if (isDated(slot)) return shifted(value, shiftFor(seed, unit, attempt), originals);
      if (kind === 'la' && attempt % 2 === 0) return laOf(value) === value ? undefined : laOf(value);
      const random = randomFor(seed, unit.key, attempt);
      const found = firstOf(
        () => made(slot, random),
        (one) =>
          one !== value &&
          !originals.hasValue(one) &&
          isAlike(kind, value, one) &&
          [undefined, unit.key].includes(taken.get(`${kind} ${one}`)),
      );
      if (found !== undefined) taken.set(`${kind} ${found}`, unit.key);
      return found;
    },
  };
}

function firstOf(draw: () => string, is: (one: string) => boolean): string | undefined {
  for (let i = 0; i < draws; i += 1) {
    const one = draw();
    if (is(one)) return one;
  }
  return undefined;
}

/** A day so many days later, at the same time of day where there is one; undefined where it stood there before, or is none. */
function shifted(value: string, days: number, originals: Originals): string | undefined {
  const day = dayOf(value);
  const at = dayNumber(day) + days;
  if (days === 0 || at < 0 || at > lastDay) return undefined;
  const moved = addDays(day, days);
  return originals.hasDay(moved) ? undefined : moved + value.slice(10);
}

const lastDay = dayNumber('9999-12-31');
const year = 365;

/** Days by which the dates of a unit are moved: some weeks at first, then less, then years. */
function shiftFor(seed: string, { key }: Unit, attempt: number): number {
  // Each second attempt moves everybody's by the same, for what hangs on two persons having the same date.
  const random = randomFor(seed, 'shift', attempt % 2 === 0 ? key : '', Math.floor(attempt / 2));
  const sign = random.chance(0.5) ? 1 : -1;
  const round = Math.floor(attempt / 2) % 6;
  if (round === 0 || round === 3) return sign * random.int(20, 80);
  if (round === 1 || round === 4) return sign * random.int(2, 19);
  if (round === 2) return sign * random.int(1, 3);
  return sign * year * random.int(1, 4) + random.int(0, 1);
}
