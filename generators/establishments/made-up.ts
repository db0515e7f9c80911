import { localAuthorities } from '../../src/model/index.js';
import { randomFor, type Random } from '../../src/random/index.js';
import { algorithmVersion } from '../algorithm.js';
import { permutation } from '../permutation.js';
import { postcodeSource } from '../postcodes.js';
import { finder, type Register, type RegisterEntry, type RegisterKind } from './register.js';

/** How many establishments of a kind and phase a middling LA places people in, for what ages, and what they are called. */
interface Group {
  readonly kind: RegisterKind;
  readonly count: number;
  readonly ages: readonly [low: number, high: number];
  readonly name: string;
  /** Range that its establishment number is taken from; absent where it gives out no UPNs. */
  readonly numbers?: keyof typeof numberRanges;
}

/** Establishment numbers by type: DfE's ranges. */
const numberRanges = {
  pupilReferral: [1100, 1150],
  primary: [2000, 4000],
  secondary: [4000, 5000],
  independent: [6000, 6900],
  special: [7000, 7900],
} as const;

const groups: readonly Group[] = [
  { kind: 'mainstream_la_maintained', count: 60, ages: [0, 10], name: 'Primary School', numbers: 'primary' },
  { kind: 'mainstream_la_maintained', count: 8, ages: [11, 19], name: 'High School', numbers: 'secondary' },
  { kind: 'mainstream_academy', count: 50, ages: [0, 10], name: 'Primary Academy', numbers: 'primary' },
  { kind: 'mainstream_academy', count: 20, ages: [11, 19], name: 'Academy', numbers: 'secondary' },
  { kind: 'mainstream_free_school', count: 4, ages: [0, 10], name: 'Free Primary School', numbers: 'primary' },
  { kind: 'mainstream_free_school', count: 4, ages: [11, 19], name: 'Free School', numbers: 'secondary' },
  { kind: 'mainstream_independent', count: 5, ages: [0, 10], name: 'Preparatory School', numbers: 'independent' },
  { kind: 'mainstream_independent', count: 7, ages: [11, 19], name: 'Independent School', numbers: 'independent' },
  { kind: 'special_la_maintained', count: 6, ages: [2, 19], name: 'Special School', numbers: 'special' },
  { kind: 'special_academy_free', count: 6, ages: [2, 19], name: 'Special Academy', numbers: 'special' },
  { kind: 'special_independent', count: 10, ages: [2, 25], name: 'Independent Special School', numbers: 'independent' },
  { kind: 'special_non_maintained', count: 2, ages: [2, 25], name: 'School for Special Needs', numbers: 'special' },
  { kind: 'ap_pru_academy', count: 2, ages: [5, 16], name: 'Alternative Provision Academy', numbers: 'pupilReferral' },
  { kind: 'ap_pru_free_school', count: 1, ages: [5, 16], name: 'AP Free School', numbers: 'pupilReferral' },
  { kind: 'ap_pru_la_maintained', count: 2, ages: [5, 16], name: 'Pupil Referral Unit', numbers: 'pupilReferral' },
  { kind: 'general_fe_tertiary_colleges', count: 4, ages: [14, 99], name: 'College' },
  { kind: 'specialist_post_16_institutions', count: 4, ages: [14, 99], name: 'Specialist College' },
  { kind: 'online_provider', count: 1, ages: [5, 19], name: 'Online School' },
  { kind: 'w_settings', count: 2, ages: [2, 25], name: 'School (Wales)' },
  { kind: 'other_schools', count: 2, ages: [0, 25], name: 'Education Centre' },
  { kind: 'ukrlp_provider', count: 10, ages: [5, 99], name: 'Training' },
];

const perLa = 250;
const firstUrn = 100_000;
const urns = 50_000;
const firstUkprn = 10_000_000;
const ukprns = 100_000;

const firstWords =
  'Abbey Alder Ash Beech Birch Bramble Bridge Brook Cedar Chestnut Church Copper Elm Fern Field Forest Grange Green Hazel Heath Hill Holly Ivy Lake Larch Laurel Lime Maple Meadow Mill Moor Oak Orchard Park River Rowan Spring Stone Thorn Willow';
const secondWords =
  'bank bourne brook combe croft dale field ford gate ham hurst ley mead side stead ton vale view well wood';
const [starts, ends] = [firstWords.split(' '), secondWords.split(' ')];

const made = new Map<string, Register>();

/**
 * The made-up register of an LA: whatever the seed and the year, an LA has the same establishments, and no
 * two LAs have one in common. The numbers have the shape of real ones and may be in use; names and postcodes are
 * made up, the latter in the LA's districts.
 * @throws RangeError for an LA number that does not exist.
 */
export function madeUpRegister(la: string): Register {
  let register = made.get(la);
  if (!register) {
    const entries = madeUpEntries(la);
    register = {
      entries,
      establishment: finder([{ entries, chance: 1 }]),
      upnNumbers: (code) => (code === la ? numbersOf(entries) : numbersElsewhere(code)),
    };
    made.set(la, register);
  }
  return register;
}

const isLa = (code: string): boolean => localAuthorities.some((authority) => authority.code === code);
const numbersElsewhere = (code: string): readonly string[] => (isLa(code) ? numbersOf(madeUpEntries(code)) : []);

/** Establishment numbers of a list, each once, in its order. */
export function numbersOf(entries: readonly RegisterEntry[]): readonly string[] {
  return [...new Set(entries.flatMap(({ number }) => (number === undefined ? [] : [number])))];
}

function madeUpEntries(la: string): RegisterEntry[] {
  const place = localAuthorities.findIndex((authority) => authority.code === la);
  if (place < 0) throw new RangeError(`there is no LA ${la}`);
  const random = randomFor(algorithmVersion, 'register');
  const urnOrder = permutation(urns, random);
  const ukprnOrder = permutation(ukprns, random);
  const own = randomFor(algorithmVersion, 'register', la);
  const name = names(own);
  const number = numbering(own);
  const postcode = postcodeSource(la);

  return groups
    .flatMap((group) => Array.from({ length: group.count }, () => group))
    .map((group, i): RegisterEntry => {
      const slot = place * perLa + i;
      const id =
        group.kind === 'ukrlp_provider'
          ? { ukprn: String(firstUkprn + ukprnOrder.at(slot)) }
          : { urn: String(firstUrn + urnOrder.at(slot)) };
      const [lowAge, highAge] = group.ages;
      return {
        ...id,
        kind: group.kind,
        name: `${name()} ${group.name}`,
        la,
        ...(group.numbers && { number: number(group.numbers) }),
        lowAge,
        highAge,
        postcode: postcode(own),
      };
    });
}

/** Names of places, none twice. */
function names(random: Random): () => string {
  const order = permutation(starts.length * ends.length, random);
  let next = 0;
  return () => {
    const at = order.at(next);
    next += 1;
    return `${starts[at % starts.length] ?? ''}${ends[Math.floor(at / starts.length)] ?? ''}`;
  };
}

/** Establishment numbers in the range of a type, none twice. */
function numbering(random: Random): (range: keyof typeof numberRanges) => string {
  const given = new Map<string, { readonly order: ReturnType<typeof permutation>; next: number }>();
  return (range) => {
    const [from, to] = numberRanges[range];
    const state = given.get(range) ?? { order: permutation(to - from, random), next: 0 };
    given.set(range, state);
    state.next += 1;
    return String(from + state.order.at(state.next - 1));
  };
}
