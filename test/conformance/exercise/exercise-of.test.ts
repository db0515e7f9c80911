import { exerciseOf, featureKinds, featuresOf, notExercised } from '../../../conformance/exercise/index.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { codesIn, collectionYears, yearModel } from '../../../src/model/index.js';
import { rulesIn, yearDifferences } from '../../../src/rules/index.js';
import type { Person } from '../../../src/return/index.js';
import { exerciseOfFile, exerciseOfReturn } from './read-return.js';

const year = 2026;
const ret = generateReturn({ year, la: '202', seed: 'exercise', persons: 60 });

const idsOf = (of: number): string[] => featuresOf(of).map(({ id }) => id);

describe('the features of a year', () => {
  it.each(collectionYears)('are every item, rule and difference of %d, each once', (of) => {
    const ids = idsOf(of);
    expect(new Set(ids).size).toBe(ids.length);
    const items = yearModel(of).items.map((item) => `item:${item.parent.tag}.${item.tag}`);
    const rules = rulesIn(of).map(({ id }) => `rule:${id}`);
    expect(ids).toEqual(expect.arrayContaining([...items, ...rules]));
    const before = collectionYears.filter((one) => one < of).at(-1);
    const differences = before === undefined ? [] : yearDifferences(before, of);
    expect(ids.filter((id) => id.startsWith('year:')).length).toBe(differences.length);
  });

  it('are every code of a list of the year, and the groups of a long one', () => {
    const of = (item: string, inYear = year): string[] =>
      idsOf(inYear)
        .filter((id) => id.startsWith(`code:${item}=`))
        .map((id) => id.slice(id.indexOf('=') + 1));
    expect(of('SENneed.SENtype')).toEqual([...codesIn('senType', year).keys()]);
    expect(of('SENneed.SENtype', 2024)).not.toContain('DS');
    expect(of('PlanDetail.SENSetting')).toEqual(['OLA', 'OPA', 'EHE', 'EYP', 'OTH']);
    expect(of('Person.Ethnicity').length).toBe(20);
    expect(of('Requests.Exported')).toEqual(['LA', 'XXX']);
    expect(of('Requests.Exported', 2024)).toEqual(['LA', 'ended LA', 'XXX']);
    expect(of('Source.DMO')).toEqual(['any']);
  });
});

describe('exerciseOf', () => {
  it('tells nothing that is no feature of the year, and nothing before anything was read', () => {
    expect(exerciseOf(year).result()).toEqual(new Set());
    const known = new Set(idsOf(year));
    const result = exerciseOfReturn(ret, year);
    expect(result.size).toBeGreaterThan(300);
    expect([...result].filter((id) => !known.has(id))).toEqual([]);
  });

  it('says the same of records that were read from a file and of those that were not, and leaves them as they are', () => {
    const before = JSON.stringify(ret);
    const result = exerciseOfReturn(ret, year);
    expect(exerciseOfFile(Buffer.from(returnToXml(ret, year)), year)).toEqual(result);
    expect(JSON.stringify(ret)).toBe(before);
  });

  it('does not hang on the order of the persons, and can be asked on the way', () => {
    const backwards = { ...ret, Persons: { Person: [...(ret.Persons?.Person ?? [])].reverse() } };
    expect(exerciseOfReturn(backwards, year)).toEqual(exerciseOfReturn(ret, year));

    const exercise = exerciseOf(year);
    const persons = ret.Persons?.Person ?? [];
    let size = 0;
    for (const person of persons) {
      exercise.person(person);
      expect(exercise.result().size).toBeGreaterThanOrEqual(size);
      size = exercise.result().size;
    }
  });

  const exercised = (person: Person, of = year): ReadonlySet<string> => {
    const exercise = exerciseOf(of);
    exercise.person(person);
    return exercise.result();
  };

  it('takes an empty item as none, and a value that is not of its type for nothing but the rule that says so', () => {
    const result = exercised({ Surname: '', Sex: 'X', Ethnicity: 'WENG', PersonBirthDate: '2015-02-30' });
    expect(result.has('item:Person.Surname')).toBe(false);
    expect(result.has('item:Person.Sex')).toBe(false);
    expect(result.has('item:Person.PersonBirthDate')).toBe(false);
    expect([...result].filter((id) => id.startsWith('code:'))).toEqual(['code:Person.Ethnicity=WBRI']);
    expect(result.has('rule:VAL-Person.Sex')).toBe(true);
    expect(result.has('rule:PER-07')).toBe(false);
    expect(exercised({ PersonBirthDate: '2015-02-28' }).has('rule:PER-07')).toBe(true);
  });

  it('tells another order of the year before where two that changed places stand in one record', () => {
    const withReview = (active: object): Person => ({ Requests: [{ ActivePlans: active }] });
    const id = 'year:order:ActivePlans:changed';
    expect(exercised(withReview({ ReviewMeeting: '2025-01-01', LastReview: '2025-01-02' })).has(id)).toBe(false);
    expect(exercised(withReview({ ReviewOutcome: 'M', LastReview: '2025-01-02' })).has(id)).toBe(true);
  });

  it('tells a code that came by its value and an item that went by its record', () => {
    const need = { Requests: [{ ActivePlans: { SENneed: [{ SENtype: 'DS' }] } }] };
    expect(exercised(need, 2025).has('year:code:senType DS:added')).toBe(true);
    const other = { Requests: [{ ActivePlans: { SENneed: [{ SENtype: 'ASD' }] } }] };
    expect(exercised(other, 2025).has('year:code:senType DS:added')).toBe(false);
    expect(exercised({}, 2024).has('year:item:Person.GenderCurrent:removed')).toBe(true);
    expect(exercised({}, 2024).has('year:item:PlacementDetail.AttendancePattern:removed')).toBe(false);
  });

  it('refuses a year that is not known', () => {
    expect(() => exerciseOf(2022)).toThrow(RangeError);
    expect(() => featuresOf(2022)).toThrow(RangeError);
  });
});

describe('notExercised', () => {
  it('tells by kind what is missing, and apart what no return can show', () => {
    const { groups, cannot } = notExercised(2024, new Set());
    expect(groups.map(({ kind }) => kind)).toEqual([...featureKinds]);
    for (const { of, missing } of groups) expect(missing.length).toBe(of);
    const all = groups.reduce((sum, { of }) => sum + of, 0);
    expect(all + cannot.length).toBe(featuresOf(2024).length);
    expect(cannot.map(({ id }) => id)).toContain('year:code:la 942:added');
    // The return of that LA shows it all the same.
    const shown = notExercised(2024, new Set(['year:code:la 942:added']));
    expect(shown.cannot.length).toBe(cannot.length - 1);
  });
});
