import type { RecordDifference } from './compare-records.js';

/** The person that a difference is in: positions from 1, null on the side that does not have it. */
export interface PersonAt {
  readonly expected: number | null;
  readonly actual: number | null;
  /** The last four characters of its UPN, where it has a whole one. */
  readonly upnEnding: string | null;
  /** The story of the case pack that it tells. */
  readonly story: string | null;
}

/** One thing in which an export is not as expected; `person` is null for the header. */
export interface Difference extends RecordDifference {
  readonly person: PersonAt | null;
}

/** The longest end of a UPN that is told. */
const shownOfUpn = 4;
const lengthOfUpn = 13;

/** The last four characters of a UPN; null where it is none. */
export function upnEnding(upn: string | undefined): string | null {
  return upn?.length === lengthOfUpn ? upn.slice(-shownOfUpn) : null;
}
