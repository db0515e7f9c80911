import { generateReturn, headerFor } from '../../generators/index.js';
import { collectionYear, inForce, yearModel } from '../../src/model/index.js';
import { markedCopy } from '../../src/reading/index.js';
import type { Header, Person, Return } from '../../src/return/index.js';
import { definitions } from '../../src/rules/index.js';
import { coverOf, exerciseOf, notExercised, type Feature, type FeatureId } from '../exercise/index.js';
import { giveEthnicities } from './ethnicities.js';

import { tellingsIn, type Telling } from './telling.js';

/** What a case pack is made from. The same key gives the same pack. */
export interface PackKey {
  /** A collection year the kit knows. */
  readonly year: number;
  /** Number of the LA that makes the return, in force that year. */
  readonly la: string;
  readonly seed: string;
}

/** One person of a case pack, and the story they tell. */
export interface PackStory {
  /** 1-based position in the return. */
  readonly person: number;
  readonly name: string;
  /** The story of the catalogue that it is told from; `sen2kit generate --scenario` tells it too. */
  readonly story: string;
  readonly description: string;
  /** What the person exercises, were they alone in the return; sorted. */
  readonly covers: readonly FeatureId[];
}

/** A few dozen persons who between them exercise all that a return of the year can, and the return that they make. */
export interface CasePack extends PackKey {
  readonly ret: Return;
  readonly stories: readonly PackStory[];
  /** What the header exercises, or the persons together only, such as a rule on a share of them; sorted. */
  readonly together: readonly FeatureId[];
  /** What could be exercised and is not; nothing, save where the LA itself stands in the way. */
  readonly missing: readonly Feature[];
  /** What no return can exercise, with the reason in `cannot`. */
  readonly cannot: readonly Feature[];
}

interface Candidate {
  readonly telling: Telling;
  readonly person: Person;
  readonly covers: ReadonlySet<FeatureId>;
}

/**
 * Makes a case pack: of all stories of the year, and some told with more, as few as exercise every item, value, shape,
 * rule and difference that can be.
 * @throws RangeError for a year, or an LA of that year, that the kit does not know.
 */
export function buildPack(key: PackKey): CasePack {
  const { year } = key;
  const header = headerFor(key);
  const byHeader = exerciseOfAll(year, header, []);
  const candidates = candidatesOf(key, header, byHeader);
  const chosen = new Set(coverOf(candidates.map(({ covers }) => covers)));
  enoughForShares(year, candidates, chosen);
  const told = [...chosen].sort((a, b) => a - b).flatMap((place) => candidates[place] ?? []);

  const persons = giveEthnicities(
    told.map(({ person }) => person),
    year,
  );
  const all = exerciseOfAll(year, header, persons);
  const stories = told.map(({ telling }, index): PackStory => {
    const person = persons[index];
    const covers = exerciseOfAll(year, header, person ? [person] : []);
    return {
      person: index + 1,
      name: telling.name,
      story: telling.story.name,
      description: telling.description,
      covers: [...covers].filter((id) => !byHeader.has(id)).sort(),
    };
  });
  const alone = new Set(stories.flatMap(({ covers }) => covers));
  const { groups, cannot } = notExercised(year, all);
  return {
    ...key,
    ret: { Header: header, Persons: { Person: [...persons] } },
    stories,
    together: [...all].filter((id) => !alone.has(id)).sort(),
    missing: groups.flatMap(({ missing }) => missing),
    cannot,
  };
}

function exerciseOfAll(year: number, header: Header, persons: readonly Person[]): ReadonlySet<FeatureId> {
  const exercise = exerciseOf(year);
  exercise.header(header);
  for (const person of persons) exercise.person(person);
  return exercise.result();
}

/** Every telling with a person of its own, and what that person exercises that counts for the choice. */
function candidatesOf(
  { year, la, seed }: PackKey,
  header: Header,
  byHeader: ReadonlySet<FeatureId>,
): readonly Candidate[] {
  const tellings = tellingsIn(year, la);
  const scenario = tellings.map(({ story }) => story.name);
  const made = generateReturn({ year, la, seed: `${seed}/cases`, persons: tellings.length, scenario });
  return tellings.flatMap((telling, index) => {
    const person = made.Persons?.Person?.[index];
    if (!person) return [];
    telling.vary?.(person, collectionYear(year));
    const covers = exerciseOfAll(year, header, [person]);
    // Any case may be told of a person of any ethnicity: it is given once the persons are chosen.
    const counts = [...covers].filter((id) => !byHeader.has(id) && !id.startsWith('code:Person.Ethnicity'));
    return [{ telling, person, covers: new Set(counts) }];
  });
}

/**
 * Adds further tellings until there are as many as the rules on shares look at, and so many that none of them is broken:
 * the first that count and are not of the part that is watched.
 */
function enoughForShares(year: number, candidates: readonly Candidate[], chosen: Set<number>): void {
  const group = yearModel(year).group('Person');
  const shares = definitions.filter((rule) => rule.kind === 'share').filter((rule) => inForce(rule, year));
  for (const rule of shares) {
    const countsOf = ({ person }: Candidate): readonly boolean[] => {
      const counts: boolean[] = [];
      rule.count(markedCopy(person, group), (isOfPart) => counts.push(isOfPart));
      return counts;
    };
    const inAll = [...chosen].flatMap((place) => candidates.slice(place, place + 1).flatMap(countsOf));
    const part = inAll.filter(Boolean).length;
    let whole = inAll.length;
    for (const [place, candidate] of candidates.entries()) {
      if (whole >= rule.atLeast && !rule.exceeds(part, whole)) break;
      const counts = chosen.has(place) ? [] : countsOf(candidate);
      if (counts.length === 0 || counts.includes(true)) continue;
      chosen.add(place);
      whole += counts.length;
    }
  }
}
