import { makePersonSource, type PersonSource } from '../../generators/index.js';
import { personToXml } from '../../output/index.js';
import type { SuiteKey } from './make-case.js';
import type { NamePool } from './pack-identity.js';

/** Persons with nothing to find, put beside the cases of a packed return. */
export interface Fillers {
  /** Each call gives another person, from `<Person>` to `</Person>`; with `ceased`, one whose plan ceased. */
  next(kind: FillerKind): string;
  readonly names: NamePool;
}

export type FillerKind = 'refused' | 'ceased';

// Both give all that a share is counted of: an ethnicity, and a ceased plan or (from 2025) a request with its source.
const stories: Readonly<Record<FillerKind, string>> = { refused: 'request-refused', ceased: 'ceased-needs-met' };

const namesInPool = 150;

/** The fillers of a packed suite: the same for the same key, in the same order of calls. */
export function makeFillers({ year, la, seed }: SuiteKey): Fillers {
  const sourceOf = (kind: FillerKind): PersonSource =>
    makePersonSource({ year, la, seed: `${seed}/packed/${kind}`, scenario: [stories[kind]] });
  const sources = { refused: sourceOf('refused'), ceased: sourceOf('ceased') };
  const given = { refused: 0, ceased: 0 };
  const named = Array.from({ length: namesInPool }, (_, k) => sources.refused.person(k));
  const distinct = (names: readonly (string | undefined)[]): string[] => [
    ...new Set(names.flatMap((name) => (name === undefined || name.includes('-') ? [] : [name]))),
  ];
  return {
    next: (kind) => {
      const person = sources[kind].person(given[kind]);
      given[kind] += 1;
      return personToXml(person, year).trim();
    },
    names: {
      surnames: distinct(named.map(({ Surname }) => Surname)),
      forenames: distinct(named.map(({ Forename }) => Forename)),
    },
  };
}

interface Share {
  readonly part: RegExp;
  readonly whole: RegExp;
  readonly kind: FillerKind;
}

/**
 * What RET-04, RET-05 and RET-06 count, told by the text: the part as widely as it might be read, the whole as
 * narrowly. How many must be counted before a share is looked at plays no part, since that differs by reader.
 */
const shares: readonly Share[] = [
  { part: /<Ethnicity>\s*nobt\s*</gi, whole: /<Ethnicity>[A-Z]{4}</g, kind: 'refused' },
  { part: /<CeaseReason>\s*9\s*</g, whole: /<CeaseReason>\d</g, kind: 'ceased' },
  { part: /<RequestSource>\s*5\s*</g, whole: /<RequestSource>\d</g, kind: 'refused' },
];

/** Further persons, so that no share of these and the others together is more than one in ten. */
export function evenedOut(persons: readonly string[], fillers: Fillers): readonly string[] {
  const counts = shares.map((share) => ({ share, part: 0, whole: 0 }));
  const count = (text: string): void => {
    for (const one of counts) {
      one.part += text.match(one.share.part)?.length ?? 0;
      one.whole += text.match(one.share.whole)?.length ?? 0;
    }
  };
  persons.forEach(count);
  const added: string[] = [];
  for (;;) {
    const over = counts.find(({ part, whole }) => part * 10 > whole);
    if (!over) return added;
    const text = fillers.next(over.share.kind);
    count(text);
    added.push(text);
  }
}
