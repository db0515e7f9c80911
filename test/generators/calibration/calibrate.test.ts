import { calibrate, CalibrationError } from '../../../generators/calibration/index.js';
import { generateReturn, headerFor, makePersonSource, nationalFigures } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { StatsCounter } from '../../../conformance/stats/index.js';
import { bytesSource, validate } from '../../../src/validate/index.js';

const head = 'time_period,time_identifier,geographic_level,old_la_code,new_la_code,la_name,breakdown_topic,breakdown';
const la = (topic: string, breakdown: string, ...counts: (number | string)[]): string =>
  ['202425', 'Calendar year', 'Local authority', '202', 'E09000007', 'Camden', topic, breakdown, ...counts].join(',');
const file = (name: string, columns: string, ...rows: string[]) => ({
  name,
  text: `\uFEFF${[`${head},${columns}`, ...rows].join('\r\n')}\r\n`,
});

const ages = ['under 3', ...Array.from({ length: 23 }, (_, i) => `age ${i + 3}`)];
const needs = file(
  'needs.csv',
  'ehc_plans,number_asd,number_semh,number_slcn',
  ['202324,Calendar year,Local authority,202,E09000007,Camden,Total,Total,9,9,9,9', ''].join(''),
  '202425,Calendar year,National,,,,Total,Total,5,5,5,5',
  '202425,Calendar year,Local authority,203,E09000011,Greenwich,Total,Total,7,7,7,7',
  la('Total', 'Total', 1000, 900, 'c', 'low'),
);
const plans = file('plans.csv', 'ehcplans', ...ages.map((age) => la('Age', age, age === 'age 12' ? 500 : 20)));
const ceased = file(
  'ceased.csv',
  'total_ceased,transfer,max_age,needs_met,he,employ,no_engage,moved_outside_eng,deceased,other',
  la('Total', 'All ceased EHC plans', 120, 100, 5, 5, 'low', 'low', 5, 'z', 'low', 'c'),
);

describe('calibrate', () => {
  it('takes the rows of the LA in the latest year, and says which files and tables it used', () => {
    const rest = [
      { name: 'notes.csv', text: 'a,b\n1,2\n' },
      file('other.csv', 'something', la('Total', 'Total', 3)),
      file('elsewhere.csv', 'ehcplans', '202425,x,National,,,,Total,Total,1'),
    ];
    const { figures, used, unused, lacking } = calibrate([needs, plans, ceased, ...rest], '202');
    expect(used).toEqual([
      { file: 'plans.csv', tables: [expect.stringMatching(/^open plans/)], period: '202425' },
      { file: 'needs.csv', tables: ['primary need'], period: '202425' },
      { file: 'ceased.csv', tables: ['ceased plans'], period: '202425' },
    ]);
    expect(unused).toEqual([
      { file: 'notes.csv', why: expect.stringMatching(/^has no column time_period/) as string },
      { file: 'elsewhere.csv', why: 'has no row of LA 202' },
      { file: 'other.csv', why: expect.stringMatching(/^has no table/) as string },
    ]);
    expect(lacking).toContain('requests');
    expect(lacking).not.toContain('primary need');
    expect(figures.openPlans[10]).toBeGreaterThan(400);
    expect(figures.openPlans[9]).toBeLessThan(40);
  });

  it('fills what is suppressed as in England, and takes low for next to nothing', () => {
    const { primaryNeeds } = calibrate([needs], '202').figures;
    const total = (need: keyof typeof primaryNeeds): number => primaryNeeds[need].reduce((sum, n) => sum + n, 0);
    expect(total('SEMH')).toBeGreaterThan(50);
    expect(total('SLCN')).toBeLessThan(total('ASD') / 50);
  });

  it('brings what stays national to the size of the LA', () => {
    const { figures } = calibrate([plans], '202');
    const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
    const ratio = sum(figures.openPlans) / sum(nationalFigures.openPlans);
    expect(sum(figures.newPlans) / sum(nationalFigures.newPlans)).toBeCloseTo(ratio);
    expect(sum(figures.ceasedPlans[5]) / sum(nationalFigures.ceasedPlans[5])).toBeCloseTo(ratio);
  });

  it('gives England back from files that hold the figures of England', () => {
    const { placements, openPlans } = nationalFigures;
    const columnOf = ({ setting }: (typeof placements)[number]): string => {
      if (setting.by === 'ukprn') return 'ukrlp_provider';
      if (setting.by === 'urn')
        return `${setting.kind}${{ 'sen-unit': '_senunit', resourced: '_resourced_provision', '': '' }[setting.provision ?? '']}`;
      return setting.code === 'NIEO' ? 'neet_other' : (codes[setting.code] ?? '');
    };
    const codes: Readonly<Record<string, string>> = {
      EHE: 'elective_home_education',
      OLA: 'other_arrangements_la',
      OPA: 'other_arrangements_parents',
      OTH: 'other_placement_settings',
      NEET: 'neet',
      NIEC: 'neet_ntci',
      EYP: 'nm_early_years',
    };
    const columns = ['ehcplans', ...placements.map(columnOf)].join(',');
    const rows = ages.map((age, i) => la('Age', age, openPlans[i] ?? 0, ...placements.map(({ open }) => open[i] ?? 0)));
    const { figures } = calibrate([file('placement.csv', columns, ...rows)], '202');
    placements.forEach(({ open }, i) => {
      open.forEach((n, age) => {
        expect(figures.placements[i]?.open[age]).toBeCloseTo(n, 6);
      });
    });
  });

  it.each([
    [[], /holds no CSV file/],
    [[{ name: 'x.csv', text: '"' }], /x\.csv is not CSV/],
    [[file('x.csv', 'ehcplans')], /x\.csv has no rows/],
  ])('refuses a folder with nothing to use', (files, message) => {
    expect(() => calibrate(files, '202')).toThrow(message);
    expect(() => calibrate(files, '202')).toThrow(CalibrationError);
  });
});

describe('a calibrated return', () => {
  const { figures } = calibrate([needs, plans, ceased], '202');

  it.each([2023, 2026])('of %d is clean', (year) => {
    const ret = generateReturn({ year, la: '202', seed: 'calibrated', persons: 1500, figures });
    const { findings } = validate(bytesSource(new TextEncoder().encode(returnToXml(ret, year))));
    expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([]);
    expect(headerFor({ year, la: '202' }).Source?.LEA).toBe('202');
  });

  it('follows the figures of the LA', () => {
    const counter = new StatsCounter({ year: 2026 });
    const source = makePersonSource({ year: 2026, la: '202', seed: 'calibrated', figures });
    for (let k = 0; k < 2000; k++) counter.person(source.person(k));
    const share = (id: string, key: string): number => {
      const found = counter.result().tables.find((one) => one.id === id);
      return (found?.rows.find((row) => row.key === key)?.count ?? 0) / (found?.total ?? 1);
    };
    // The tables that stayed national pull at the one age that stands out.
    expect(share('age', '12')).toBeGreaterThan(0.4);
    expect(share('primary-need', 'ASD')).toBeGreaterThan(0.45);
    expect(share('cease-reason', '5')).toBeGreaterThan(0.5);
  });
});
