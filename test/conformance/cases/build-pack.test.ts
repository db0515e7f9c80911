import { buildPack, type CasePack } from '../../../conformance/cases/index.js';
import { featuresOf } from '../../../conformance/exercise/index.js';
import { returnToXml } from '../../../output/index.js';
import { collectionYears } from '../../../src/model/index.js';
import { bytesSource, validate } from '../../../src/validate/index.js';
import { exerciseOfFile, exerciseOfReturn } from '../exercise/read-return.js';

const packs = new Map<number, CasePack>(
  collectionYears.map((year) => [year, buildPack({ year, la: '202', seed: '1' })]),
);

function packOf(year: number): CasePack {
  const pack = packs.get(year);
  if (!pack) throw new Error(`there is no pack of ${year}`);
  return pack;
}

const bytesOf = ({ ret, year }: CasePack): Buffer => Buffer.from(returnToXml(ret, year), 'utf8');

/** Why some features are in no return, or in those of a few LAs alone. */
const cannot: Readonly<Record<number, readonly string[]>> = {
  2023: [],
  2024: [
    'year:date:deadline:changed',
    'year:code:la 942:added',
    'year:code:la 943:added',
    'year:rule:PER-08:removed',
    'year:rule:PLC-29:removed',
    'year:rule:VAL-Person.GenderCurrent:removed',
    'year:rule:VAL-PlacementDetail.AttendancePattern:removed',
    'year:rule:VAL-ActivePlans.Res:removed',
    'year:rule:VAL-ActivePlans.WBP:removed',
  ],
  2025: ['year:date:deadline:changed'],
  2026: ['year:date:deadline:changed'],
  2027: ['year:date:deadline:changed'],
};

describe.each(collectionYears)('the case pack of %d', (year) => {
  const pack = packOf(year);

  it('exercises all that a return can, and says why of the rest', () => {
    const exercised = exerciseOfFile(bytesOf(pack), year);
    const missing = featuresOf(year).filter(({ id }) => !exercised.has(id));
    expect(missing.map(({ id }) => id)).toEqual(cannot[year]);
    expect(pack.missing).toEqual([]);
    expect(pack.cannot.map(({ id }) => id)).toEqual(cannot[year]);
    for (const { cannot: why } of pack.cannot) expect(why).toMatch(/\w+ \w+/);
  });

  it('is valid: no error, no query', () => {
    const { summary, persons } = validate(bytesSource(bytesOf(pack)));
    expect(summary).toMatchObject({ errors: 0, queries: 0 });
    expect(persons).toBe(pack.stories.length);
  });

  it('is some dozens of cases', () => {
    expect(pack.stories.length).toBeGreaterThan(30);
    expect(pack.stories.length).toBeLessThan(48);
  });

  it('tells a story of each person, named once, with what it covers', () => {
    const names = pack.stories.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(pack.stories.map(({ person }) => person)).toEqual(names.map((_, index) => index + 1));
    const exercised = exerciseOfReturn(pack.ret, year);
    const told = new Set([...pack.together, ...pack.stories.flatMap(({ covers }) => covers)]);
    expect([...told].sort()).toEqual([...exercised].sort());
  });
});

describe('a case pack', () => {
  it('is the same for the same seed, and of other persons for another', () => {
    const key = { year: 2025, la: '202', seed: '1' };
    expect(buildPack(key)).toEqual(packOf(2025));
    const other = buildPack({ ...key, seed: 'other' });
    expect(other.ret.Persons).not.toEqual(packOf(2025).ret.Persons);
    expect(other.missing).toEqual([]);
    expect(validate(bytesSource(bytesOf(other))).summary).toMatchObject({ errors: 0, queries: 0 });
  });

  it('has no case that could be left out', () => {
    const { ret, stories } = packOf(2026);
    const all = exerciseOfReturn(ret, 2026).size;
    for (const { person } of stories) {
      const others = (ret.Persons?.Person ?? []).filter((_, index) => index + 1 !== person);
      expect(exerciseOfReturn({ ...ret, Persons: { Person: others } }, 2026).size).toBeLessThan(all);
    }
  });

  it('is as good for another LA, save for what that LA cannot say of itself', () => {
    expect(buildPack({ year: 2026, la: '943', seed: '1' }).missing).toEqual([]);
    // In 2024 Cumberland shows its own number in the header, and no case can move to it or come from it.
    const cumberland = buildPack({ year: 2024, la: '942', seed: '1' });
    expect(cumberland.missing.map(({ id }) => id)).toEqual(['year:code:laOrUnknown 942:added']);
    expect(cumberland.cannot.map(({ id }) => id)).not.toContain('year:code:la 942:added');
    expect(validate(bytesSource(bytesOf(cumberland))).summary).toMatchObject({ errors: 0, queries: 0 });
  });

  it('says what the codes of its persons say', () => {
    const { stories, ret } = packOf(2026);
    const planOf = (name: string) => {
      const at = stories.findIndex((story) => story.name === name);
      return ret.Persons?.Person?.[at]?.Requests?.[0]?.Assessment?.NamedPlan;
    };
    expect(planOf('ceased-for-another-reason')?.CeaseReason).toBe('9');
    expect(planOf('transferred-out-with-direct-payment-for-social-care')).toMatchObject({
      CeaseReason: '5',
      PB: '1',
      OA: '0',
      DP: 'S',
    });
  });
});
