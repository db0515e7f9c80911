import type { Place } from '../../formats/index.js';
import type { Level } from '../../src/validate/index.js';
import type { ExerciseAccount } from '../exercise/index.js';
import type { PersonAt } from './difference.js';
import type { MatchNote } from './match-note.js';

/** What came of a check, as `--report json` has it. All other reports are made from it. */
export interface CheckDocument {
  readonly format: 1;
  readonly tool: { readonly name: 'sen2kit'; readonly version: string };
  /** When it began, an ISO time in UTC. */
  readonly started: string;
  readonly file: string;
  readonly year: number | null;
  readonly yearFrom: 'header' | 'option' | 'expected' | null;
  /** Persons in the export, as far as it could be read. */
  readonly persons: number;
  /** Whether the export is right: exactly as expected where something is expected, and no error. */
  readonly right: boolean;
  /** What was repaired, guessed at or left out when the export was read, a line each; nothing in XML. */
  readonly reading: readonly string[];
  /** Why reading ended before the end of the export; null where it did not. */
  readonly stopped: string | null;
  /** What the export was held against; null where nothing was expected. */
  readonly expected: CheckedAgainst | null;
  readonly counts: CheckCounts;
  readonly differences: readonly CheckedDifference[];
  readonly notes: readonly MatchNote[];
  readonly findings: readonly CheckedFinding[];
  /** What is wrong with the list of waivers. */
  readonly waiverFaults: readonly string[];
  /** What the export never exercised, as far as it could be read; null where no person of it could. */
  readonly exercise: ExerciseAccount | null;
}

export interface CheckedAgainst {
  readonly name: string;
  readonly year: number;
  readonly persons: number;
  /** Persons of each kind; `notRead` are those not found in an export that could not be read to its end. */
  readonly same: number;
  readonly differing: number;
  readonly missing: number;
  readonly unexpected: number;
  readonly notRead: number;
}

/** All that was told, listed or not. */
export interface CheckCounts {
  readonly differences: number;
  readonly waivedDifferences: number;
  readonly errors: number;
  readonly waivedErrors: number;
  readonly queries: number;
}

/** Who answers for a thing that does not count, why and until when. */
export interface WaivedBy {
  readonly owner: string;
  readonly reason: string;
  readonly until: string;
}

export interface CheckedDifference {
  /** In the words of the return. */
  readonly text: string;
  readonly kind: 'value' | 'missing' | 'unexpected';
  readonly of: 'item' | 'record';
  readonly tag: string;
  readonly expectedPath: string;
  readonly exportPath: string;
  /** Where that is in the terms of a format other than XML. */
  readonly place?: Place;
  /** What a waiver selects it by. */
  readonly select: string;
  readonly person: PersonAt | null;
  /** The values, where they are shown. */
  readonly expected?: string;
  readonly actual?: string;
  readonly waived?: WaivedBy;
}

export interface CheckedFinding {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Where it is in the terms of a format other than XML; `line` and `column` are then as near to that as can be. */
  readonly place?: Place;
  readonly select: string;
  /** The person it is about; null for a finding about the file, the header or several persons. */
  readonly person: PersonAt | null;
  /** Positions in the export of the persons that it is about together. */
  readonly persons?: readonly number[];
  /** The value as given, where values are shown. */
  readonly value?: string;
  readonly waived?: WaivedBy;
}
