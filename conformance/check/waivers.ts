import { KnownListError, parseKnownEntry, parseKnownList, type KnownEntry } from '../known/index.js';
import { globMatcher } from '../suite/glob.js';

/** A difference, or a finding, that is known and does not count until its day. */
export interface Waiver extends KnownEntry {
  /**
   * Glob over places in the expected return, such as `Person[14]/Requests[1]/ReceivedDate`, with positions or without,
   * and with the name of the story in place of `Person[14]`; or over rules, such as `PLC-07` or `PLC-07@Person[14]`.
   */
  readonly select: string;
}

/** A file of waivers makes no sense; the message is one line that names the file and the entry. */
export class WaiverError extends Error {
  override readonly name = 'WaiverError';
}

/** @param name what errors call the text @throws WaiverError */
export function parseWaivers(text: string, name: string): readonly Waiver[] {
  try {
    return parseKnownList(text, name, [], parseKnownEntry);
  } catch (error) {
    if (error instanceof KnownListError) throw new WaiverError(error.message);
    throw error;
  }
}

/** Waivers held against what a check tells. */
export interface OpenWaivers {
  /** The first that fits any of the names of a thing; one that has ended fits nothing. */
  of(names: readonly string[]): Waiver | undefined;
  /** What is wrong with the list, a line each, once all has been told: entries that have ended, or fitted nothing. */
  faults(): readonly string[];
}

/** @param today ccyy-mm-dd */
export function openWaivers(waivers: readonly Waiver[], today: string): OpenWaivers {
  const current = waivers
    .filter(({ until }) => until >= today)
    .map((waiver) => ({ waiver, fits: globMatcher(waiver.select) }));
  const used = new Set<Waiver>();
  return {
    of: (names) => {
      // Every one that fits is of use, though the first alone is told.
      const fitting = current.filter(({ fits }) => names.some(fits)).map(({ waiver }) => waiver);
      for (const waiver of fitting) used.add(waiver);
      return fitting[0];
    },
    faults: () =>
      waivers.flatMap((waiver) => {
        const entry = `waivers: the entry ${waiver.select} (${waiver.owner})`;
        if (waiver.until < today)
          return [`${entry} ended on ${waiver.until}; see to it, or give it a new end with a reason`];
        return used.has(waiver) ? [] : [`${entry} fits nothing that is told; take it off the list`];
      }),
  };
}
