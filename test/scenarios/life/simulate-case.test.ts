import { addDays, birthday, codesIn, collectionYears } from '../../../src/model/index.js';
import { randomFor, type Random } from '../../../src/random/index.js';
import {
  completeTraits,
  establishmentKinds,
  phaseMove,
  plainWorld,
  settingFits,
  simulateCase,
  usualSetting,
  whyNot,
  type CaseTraits,
  type Plot,
  type Setting,
  type SettingCode,
  type World,
} from '../../../scenarios/life/index.js';
import { faultsOf } from './invariants.js';

const plots: readonly Plot[] = [
  'awaiting-decision',
  'withdrawn',
  'refused',
  'refused-mediated',
  'refused-appealed',
  'assessing',
  'assessment-withdrawn',
  'not-issued',
  'not-issued-mediated',
  'not-issued-appealed',
  'decided-not-yet-issued',
  'issued',
  'issued-on-old-request',
  'historical',
  'transferred-in',
  'exported',
  'second-request',
];
const codes: readonly SettingCode[] = ['OLA', 'OPA', 'EHE', 'EYP', 'OTH', 'NEET', 'NIEC', 'NIEO'];

function anySetting(random: Random): Setting {
  if (random.chance(0.4)) return { by: 'code', code: random.pick(codes) };
  if (random.chance(0.2)) return { by: 'ukprn' };
  const kind = random.pick(establishmentKinds);
  if (random.chance(0.5)) return { by: 'urn', kind };
  return { by: 'urn', kind, provision: random.chance(0.5) ? 'sen-unit' : 'resourced' };
}

/** Traits without regard to whether they can go together; birthdays anywhere in the year, days around 29 February often. */
function anyTraits(world: World, random: Random): CaseTraits {
  const { year, referenceDate } = world.facts;
  const daysOld = random.int(0, 27 * 366);
  const leapDay = random.pick(['2000-02-29', '2004-02-29', '2008-02-29', '2012-02-29', '2016-02-29', '2020-02-29']);
  const onCensusDay = birthday(referenceDate, -random.int(0, 27));
  const birthDate = random.weighted([
    [addDays(referenceDate, -daysOld), 8],
    [leapDay, 1],
    [onCensusDay, 1],
    [addDays(onCensusDay, 1), 1],
  ]);
  const types = [...codesIn('senType', year).keys()];
  const maybe = <T>(p: number, of: () => T): T | undefined => (random.chance(p) ? of() : undefined);
  const direct = maybe(0.2, () => random.pick(['E', 'S', 'H', 'I'] as const));
  const secondSetting = maybe(0.2, () => anySetting(random));
  const earlierSetting = maybe(0.3, () => anySetting(random));
  const residential = maybe(0.1, () => random.pick(['A', 'B'] as const));
  const workBased = maybe(0.1, () => random.pick(['A', 'T', 'S'] as const));
  const ceased = maybe(0.3, () => random.pick(['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const));
  const source = maybe(0.9, () => random.pick(['1', '2', '3', '4', '5'] as const));
  const pace = maybe(0.3, () => random.pick(['on-time', 'late', 'very-late'] as const));
  const otherLa = maybe(0.1, () => random.pick(world.otherLas));
  const need = random.pick(types);
  return {
    plot: random.chance(0.4) ? random.pick(['historical', 'transferred-in'] as const) : random.pick(plots),
    birthDate,
    identification: random.pick(['upn', 'upn', 'uln', 'UN1', 'UN10', 'UN8'] as const),
    setting: anySetting(random),
    budget: { organised: random.chance(0.1), ...(direct !== undefined && { direct }) },
    needs: random.chance(0.4) ? [need] : [need, random.pick(types)],
    review: random.pick(['none', 'none', 'met', 'maintain', 'amend', 'amend-drafted', 'cease'] as const),
    phaseTransfer: random.pick(['none', 'none', 'none', 'due', 'finalised'] as const),
    rya: random.chance(0.02),
    exception: random.chance(0.1),
    yearsInPlace: random.int(0, 12),
    keepsActivePlans: random.chance(0.5),
    ...(secondSetting && { secondSetting }),
    ...(earlierSetting && { earlierSetting }),
    ...(residential && { residential }),
    ...(workBased && { workBased }),
    ...(ceased && { ceased }),
    ...(source && { source }),
    ...(pace && { pace }),
    ...(otherLa !== undefined && { otherLa }),
  };
}

/** The message with which a case is refused; expect().toThrow is too slow to be asked thousands of times. */
function refusalOf(traits: CaseTraits, world: World, random: Random): string | undefined {
  try {
    simulateCase(traits, world, random);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  return undefined;
}

describe.each(collectionYears)('any case of %i', (year) => {
  it('breaks no rule or is refused with the reason that whyNot gives', () => {
    const world = plainWorld(year, '330');
    const ran = new Set<string>();
    let count = 0;
    for (let i = 0; i < 12_000; i++) {
      const random = randomFor('any case', year, i);
      const traits = anyTraits(world, random);
      const reason = whyNot(traits, world);
      if (reason !== undefined) {
        if (refusalOf(traits, world, random) !== `this case cannot have happened: ${reason}`)
          throw new Error(`case ${i} is not refused: ${reason}`);
        continue;
      }
      const requests = simulateCase(traits, world, random);
      const faults = faultsOf(requests, traits, world);
      if (faults.length > 0)
        throw new Error(`case ${i}: ${faults.join(', ')}\n${JSON.stringify({ traits, requests }, null, 1)}`);
      ran.add(traits.plot);
      count += 1;
    }
    expect([...ran].sort()).toEqual([...plots].sort());
    expect(count).toBeGreaterThan(2_000);
  });

  it('can be run at every age and seed that whyNot allows', () => {
    const world = plainWorld(year, '330');
    const ages = new Map<Plot, number[]>(plots.map((plot) => [plot, []]));
    for (const plot of plots) {
      for (let age = 1; age <= 26; age++) {
        for (let seed = 0; seed < 6; seed++) {
          const random = randomFor('every age', year, plot, age, seed);
          // The youngest and the oldest of an age, and one between.
          const born = birthday(world.facts.referenceDate, -age);
          const birthDate =
            [born, addDays(birthday(world.facts.referenceDate, -age - 1), 1)][seed] ?? addDays(born, -100);
          const ceased = age >= 25 ? { ceased: '1' as const } : {};
          const traits = completeTraits({ plot, birthDate, ...ceased }, age, world, random);
          const possible = { ...traits, ...(traits.yearsInPlace === 0 && { review: 'none' as const }) };
          if (whyNot(possible, world) !== undefined) continue;
          const faults = faultsOf(simulateCase(possible, world, random), possible, world);
          if (faults.length > 0) throw new Error(`${plot} at ${age}, seed ${seed}: ${faults.join(', ')}`);
          ages.get(plot)?.push(age);
        }
      }
    }
    for (const [plot, run] of ages) {
      const inherited = plot === 'historical' || plot === 'transferred-in';
      const twoYears = ['historical', 'refused-appealed', 'not-issued-appealed', 'issued-on-old-request'];
      expect([plot, Math.min(...run), Math.max(...run)]).toEqual([
        plot,
        twoYears.includes(plot) ? 2 : 1,
        inherited ? 26 : 24,
      ]);
    }
  });
});

describe('what cannot have happened', () => {
  const world = plainWorld(2026, '801');
  const why = (age: number, partial: Partial<CaseTraits>, in_: World = world): string | undefined =>
    whyNot(completeTraits(partial, age, in_, randomFor('why not')), in_);
  const at26 = completeTraits({}, 25, world, randomFor(1)).birthDate.replace(/^\d+/, '1999');

  it.each<[string, number, Partial<CaseTraits>]>([
    ['a person aged 27', 27, {}],
    ['an open plan at 26', 26, {}],
    ['a request at 25', 25, { plot: 'issued' }],
    ['a plan at 0', 0, { plot: 'issued' }],
    ['an appeal at 1', 1, { plot: 'refused-appealed' }],
    ['a historical plan that began this year', 8, { yearsInPlace: 0 }],
    ['a plan older than the person', 5, { yearsInPlace: 5 }],
    ['half a year in place', 5, { yearsInPlace: 1.5 }],
    ['NEET at 12', 12, { setting: { by: 'code', code: 'NEET' } }],
    ['NEET at 15', 15, { setting: { by: 'code', code: 'NEET' } }],
    ['early years at 6', 6, { setting: { by: 'code', code: 'EYP' } }],
    ['a second placement out of education', 18, { secondSetting: { by: 'code', code: 'NIEO' } }],
    ['an apprentice of 14', 14, { workBased: 'A' }],
    ['ceased without a plan', 9, { plot: 'refused', ceased: '5' }],
    ['maximum age at 18', 18, { ceased: '1' }],
    ['university at 10', 10, { ceased: '3' }],
    ['paid work at 15', 15, { ceased: '4' }],
    ['one need twice', 9, { needs: ['ASD', 'ASD'] }],
    ['a need that has no code', 9, { needs: ['ADHD'] }],
    ['a review of a new plan', 9, { plot: 'issued', review: 'maintain' }],
    ['a phase transfer at 8', 8, { phaseTransfer: 'due' }],
    ['a phase transfer of a ceased plan', 10, { phaseTransfer: 'due', ceased: '5' }],
    ['UN1 at 6', 6, { identification: 'UN1' }],
    ['UN10 with a plan', 9, { identification: 'UN10' }],
    ['over a year within one', 9, { plot: 'issued', pace: 'very-late' }],
    ['moving to the same LA', 9, { plot: 'exported', otherLa: '801' }],
  ])('%s', (_, age, partial) => {
    expect(why(age, partial)).toEqual(expect.any(String));
    const random = randomFor('refused');
    expect(() => simulateCase(completeTraits(partial, age, world, random), world, random)).toThrow(RangeError);
  });

  it.each<[string, number, Partial<CaseTraits>]>([
    ['a ceased plan at 26', 26, { birthDate: at26, ceased: '6' }],
    ['NEET at 16', 16, { setting: { by: 'code', code: 'NEET' } }],
    ['early years at 5', 5, { setting: { by: 'code', code: 'EYP' } }],
    ['an early years placement long left', 12, { earlierSetting: { by: 'code', code: 'EYP' } }],
    ['an apprentice of 15', 15, { workBased: 'A' }],
    ['maximum age at 19 from 2024', 19, { ceased: '1' }],
    ['paid work at 16', 16, { ceased: '4' }],
    ['UN10 with a refusal', 9, { plot: 'refused', identification: 'UN10' }],
    ['a request at 24', 24, { plot: 'issued' }],
    ['a new plan at 1', 1, { plot: 'issued', identification: 'UN1' }],
  ])('but %s can', (_, age, partial) => {
    expect(why(age, partial)).toBeUndefined();
  });

  it('hangs on the year where a code or a rule does', () => {
    const in2023 = plainWorld(2023, '801');
    expect(why(19, { ceased: '1' }, in2023)).toBe('the maximum age has not been reached');
    expect(why(25, { ceased: '1' }, in2023)).toBeUndefined();
    expect(why(9, { needs: ['DS'] }, plainWorld(2024, '801'))).toBe('DS is no type of need in 2024');
    const withoutSource = (year: number): string | undefined => {
      const there = plainWorld(year, '801');
      const traits = completeTraits({ plot: 'issued' }, 9, there, randomFor(2));
      return whyNot(Object.assign({}, traits, { source: undefined }), there);
    };
    expect(withoutSource(2025)).toBeUndefined();
    expect(withoutSource(2026)).toMatch(/compulsory/);
  });

  it('is told where the world lacks an establishment', () => {
    const empty: World = { ...world, establishment: () => ({}) };
    const traits = completeTraits({}, 9, world, randomFor(3));
    expect(() => simulateCase(traits, empty, randomFor(3))).toThrow(/no URN for mainstream_la_maintained/);
    const byUkprn: CaseTraits = { ...traits, setting: { by: 'ukprn' } };
    expect(() => simulateCase(byUkprn, empty, randomFor(3))).toThrow(/no UKPRN/);
  });
});

describe('ages and settings', () => {
  it('every usual setting fits its age', () => {
    for (const year of collectionYears)
      for (let age = 0; age <= 26; age++) expect(settingFits(usualSetting(age), age, year)).toBe(true);
  });

  it('a change of phase is due in the school years that end one', () => {
    const { facts } = plainWorld(2026, '801');
    const due = (birthDate: string): unknown => phaseMove(birthDate, facts);
    // Year 6 and the eldest and youngest in it; then year 7, year 5, year 11 and year 12.
    expect(due('2014-09-01')).toEqual({ next: '2026-02-15' });
    expect(due('2015-08-31')).toEqual({ next: '2026-02-15' });
    expect(due('2014-08-31')).toEqual({ last: '2025-02-15' });
    expect(due('2015-09-01')).toEqual({});
    expect(due('2010-03-01')).toEqual({ next: '2026-03-31' });
    expect(due('2009-03-01')).toEqual({ next: '2026-03-31', last: '2025-03-31' });
  });
});

describe('a plan of earlier years', () => {
  it('has been in place for the completed years asked for, in one calendar year', () => {
    for (const year of collectionYears) {
      const world = plainWorld(year, '801');
      for (let years = 1; years <= 12; years++) {
        for (let seed = 0; seed < 30; seed++) {
          const random = randomFor('years in place', year, years, seed);
          const traits = completeTraits({ yearsInPlace: years }, 17, world, random);
          const started = simulateCase(traits, world, random)[0]?.Assessment?.NamedPlan?.StartDate ?? '';
          expect(Number(started.slice(0, 4))).toBe(year - 1 - years);
          expect(addDays(birthday(started, years), 0) <= world.facts.referenceDate).toBe(true);
          expect(birthday(started, years + 1) > world.facts.referenceDate).toBe(true);
        }
      }
    }
  });
});

describe('plainWorld', () => {
  it('has every other LA and no home', () => {
    const { otherLas } = plainWorld(2024, '801');
    expect(otherLas).toContain('XXX');
    expect(otherLas).toContain('942');
    expect(otherLas).not.toContain('801');
  });

  it('gives valid and different numbers to each kind', () => {
    const world = plainWorld(2024, '801');
    const random = randomFor('register');
    const kindOf = new Map<string, string>();
    for (const kind of establishmentKinds) {
      for (let i = 0; i < 40; i++) {
        const { urn = '' } = world.establishment(kind, 9, random);
        expect(urn).toMatch(/^[0-9]{6}$/);
        expect(kindOf.get(urn) ?? kind).toBe(kind);
        kindOf.set(urn, kind);
      }
    }
    expect(world.establishment('ukrlp_provider', 17, random).ukprn).toMatch(/^[0-9]{8}$/);
  });
});
