import type { Establishment, EstablishmentKind, World } from '../../scenarios/life/index.js';
import type { Random } from '../../src/random/index.js';

/** What an establishment can be; the last has a UKPRN and no URN. */
export type RegisterKind = EstablishmentKind | 'ukrlp_provider';

/** An establishment of a register. */
export interface RegisterEntry extends Establishment {
  readonly kind: RegisterKind;
  readonly name: string;
  /** Number of the LA it lies in. */
  readonly la: string;
  /** Four digits; absent where the establishment gives out no UPNs. */
  readonly number?: string;
  /** Ages it is for, in completed years, both included. */
  readonly lowAge: number;
  readonly highAge: number;
  readonly postcode: string;
}

/** Establishments that an LA places people in. */
export interface Register {
  /** Those of the LA and, in a real register, its neighbours. */
  readonly entries: readonly RegisterEntry[];
  readonly establishment: World['establishment'];
  /** Numbers of the establishments of an LA that give out UPNs, each once; none where the register does not know. */
  readonly upnNumbers: (la: string) => readonly string[];
}

/** Where an establishment is looked for, nearest first: its own LA mostly. */
export interface Ring {
  readonly entries: readonly RegisterEntry[];
  /** Chance of being placed here rather than further away, where there is one that fits. */
  readonly chance: number;
}

/**
 * Finds establishments by kind that are for an age, in the nearest ring that has one; where none is for the age, one
 * of the kind.
 */
export function finder(rings: readonly Ring[]): World['establishment'] {
  const made = new Map<RegisterKind, Choices[]>();
  const fitting = (kind: RegisterKind, age: number): Choices => {
    const ofKind = rings.map(({ entries }) => entries.filter((entry) => entry.kind === kind));
    const ofAge = ofKind.map((entries) => entries.filter(({ lowAge, highAge }) => lowAge <= age && age <= highAge));
    return (ofAge.some((entries) => entries.length > 0) ? ofAge : ofKind)
      .map((entries, at) => ({ entries, chance: rings[at]?.chance ?? 1 }))
      .filter(({ entries }) => entries.length > 0);
  };
  return (kind, age, random) => {
    let byAge = made.get(kind);
    if (!byAge) made.set(kind, (byAge = []));
    return pickFrom((byAge[age] ??= fitting(kind, age)), kind, random);
  };
}

/** The rings that have an establishment that fits. */
type Choices = readonly Ring[];

function pickFrom(choices: Choices, kind: RegisterKind, random: Random): Establishment {
  for (let at = 0; at < choices.length; at++) {
    const ring = choices[at];
    if (ring && (at === choices.length - 1 || random.chance(ring.chance))) return idOf(random.pick(ring.entries), kind);
  }
  throw new RangeError(`no establishment is of kind ${kind}`);
}

/** The number that it is known by in a return. */
function idOf({ urn, ukprn }: RegisterEntry, kind: RegisterKind): Establishment {
  return kind === 'ukrlp_provider' ? { urn: undefined, ukprn } : { urn, ukprn: undefined };
}
