import { otherLas, simulateCase, type CaseTraits, type World } from '../scenarios/life/index.js';
import { codesIn, collectionYear, type CollectionYear } from '../src/model/index.js';
import { randomFor, type Random } from '../src/random/index.js';
import type { Person } from '../src/return/index.js';
import { algorithmVersion } from './algorithm.js';
import { nationalFigures, type Figures } from './figures/index.js';
import { mixOf } from './mix.js';
import { nameLists, nameSource, type Name } from './names.js';
import { postcodeSource } from './postcodes.js';
import { giasRegister, madeUpRegister, type RegisterEntry } from './establishments/index.js';
import { strataFor } from './strata.js';
import { storyTraits } from './told-stories.js';
import { drawTraits } from './traits.js';
import { ulnSource } from './uln.js';
import { upnEntryYear, upnSource } from './upn.js';

/** The most persons a return can be generated with. */
export const maxPersons = 10_000_000;

/** Which return a person belongs to, in plain data that may be sent to another thread. */
export interface ReturnKey {
  /** A collection year the kit knows. */
  readonly year: number;
  /** Number of the LA that makes the return, in force that year. */
  readonly la: string;
  readonly seed: string;
  /** Names of stories to tell in turn, in place of the national mix. */
  readonly scenario?: readonly string[];
  /** Figures that the persons follow; those of England where absent. */
  readonly figures?: Figures;
  /** Establishments of a real register to place people in; made up where absent. */
  readonly establishments?: readonly RegisterEntry[];
}

export interface PersonSource {
  /**
   * Person `k`, from 0 to 9,999,999: the same whatever was asked for before, in any order.
   * @throws RangeError for any other `k`.
   */
  person(k: number): Person;
}

/**
 * Makes the persons of a return, each from the algorithm version, the seed, the year, the LA and its index
 * alone. What is unique in a return - UPN, ULN, name with birth date - is so by construction.
 * @throws RangeError for a year, an LA of that year, or a story the kit does not know; GiasError where the
 * establishments given have none of the LA.
 */
export function makePersonSource({
  year,
  la,
  seed,
  scenario,
  figures = nationalFigures,
  establishments,
}: ReturnKey): PersonSource {
  const facts = collectionYear(year);
  if (!codesIn('la', year).has(la)) throw new RangeError(`${la} is not the number of an LA in ${year}`);
  const key = [algorithmVersion, seed, year, la] as const;
  const { establishment, upnNumbers } = establishments ? giasRegister(la, establishments) : madeUpRegister(la);
  const world: World = { facts, la, otherLas: otherLas(year, la), establishment };

  const mix = mixOf(figures);
  const stratumOf = strataFor(randomFor(...key, 'strata'), mix.plots);
  const names = nameSource(nameLists(), randomFor(...key, 'names'));
  const upns = upnSource(la, randomFor(...key, 'upn'), upnNumbers);
  const ulns = ulnSource(randomFor(...key, 'uln'));
  const postcode = postcodeSource(la);
  const story = scenario && storyTraits(scenario, world);

  return {
    person: (k) => {
      if (!Number.isInteger(k) || k < 0 || k >= maxPersons) throw new RangeError(`there is no person ${k}`);
      const random = randomFor(...key, k);
      const stratum = stratumOf(k);
      const name = story ? names.distinctAt(k) : names.at(k, random);
      const traits = story ? story(k, random) : drawTraits(stratum, name.birthDayClass, facts, mix, random);

      const person: Person = {
        Surname: name.surname,
        Forename: name.forename,
        PersonBirthDate: traits.birthDate,
        Ethnicity: mix.ethnicity(stratum, random),
        PostCode: postcode(random),
      };
      giveSex(person, name, facts, random);
      identify(person, traits.identification, (temporary) =>
        upns.at(k, upnEntryYear(traits.birthDate, facts.activityYear, random), temporary, random),
      );
      if (usesUln(traits.identification)) person.UniqueLearnerNumber = ulns.at(k, random);
      person.Requests = simulateCase(traits, world, random);
      return person;
    },
  };
}

const genderNotKnown = 0.0005;
const genderNotSpecified = 0.0015;

/** Gender was asked for in 2023, sex from 2024. */
function giveSex(person: Person, { sex }: Name, { year }: CollectionYear, random: Random): void {
  const at = random.next();
  if (year >= 2024) person.Sex = sex;
  else if (at < genderNotKnown) person.GenderCurrent = '0';
  else if (at < genderNotSpecified) person.GenderCurrent = '9';
  else person.GenderCurrent = sex === 'M' ? '1' : '2';
}

type Identification = CaseTraits['identification'];

const usesUln = (identification: Identification): boolean =>
  identification === 'uln' || identification === 'upn-and-uln';

/** Gives the UPN, or the reason why there is neither UPN nor ULN. */
function identify(person: Person, identification: Identification, upn: (temporary: boolean) => string): void {
  switch (identification) {
    case 'upn':
    case 'upn-and-uln':
      person.UPN = upn(false);
      return;
    case 'temporary-upn':
      person.UPN = upn(true);
      return;
    case 'uln':
      return;
    default:
      person.UPNunknown = identification;
  }
}
