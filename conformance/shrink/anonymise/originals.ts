import type { Element } from '../../tree/index.js';
import { slotsOf, slotsOfPerson, type Slot } from './slot.js';
import { isDated } from './units.js';

/** What stood in the return as it was, so that none of it comes back. */
export class Originals {
  readonly #values = new Set<string>();
  readonly #dates = new Set<string>();
  readonly #datesOfKept = new Set<string>();

  /** Adds the values of a person, as the file is read. */
  addPerson(person: Element): void {
    for (const slot of slotsOfPerson(person)) this.#add(slot, this.#dates);
  }

  /** Adds those of a document, whose folded persons are left out: the header, or the persons that are kept. */
  addKept(root: Element): void {
    for (const slot of slotsOf(root)) {
      this.#add(slot, this.#dates);
      if (isDated(slot)) this.#datesOfKept.add(dayOf(slot.value));
    }
  }

  #add(slot: Slot, dates: Set<string>): void {
    if (isDated(slot)) dates.add(dayOf(slot.value));
    else this.#values.add(slot.value);
  }

  /** Whether a value stood anywhere in the return. */
  hasValue(value: string): boolean {
    return this.#values.has(value);
  }

  /**
   * Whether a day must not come back. In a small return that is any day that stood anywhere; in a large one, where nearly
   * every day of some years is somebody's, one of the persons that are kept.
   */
  hasDay(day: string): boolean {
    return this.#datesOfKept.has(day) || (this.#dates.size <= mostDays && this.#dates.has(day));
  }

  /** The first value that stands in a text, whole or as a part of it that cannot be there by chance. */
  isIn(text: string): boolean {
    if (this.#values.has(text)) return true;
    for (const value of this.#values) if (value.length >= longEnough && text.includes(value)) return true;
    return false;
  }
}

const mostDays = 400;
/** Characters that do not stand in a made-up value by chance. */
const longEnough = 6;

/** The day of a date or a time. */
export function dayOf(value: string): string {
  return value.slice(0, 10);
}
