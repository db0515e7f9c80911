import { allCodes, codeSetNames, codesIn, collectionYears, localAuthorities } from '../../../src/model/index.js';

/** The collection years in which a set has a code. */
const yearsOf = (set: string, code: string): number[] => collectionYears.filter((year) => codesIn(set, year).has(code));

describe('the code sets', () => {
  it('have the codes of each year, in order, with their labels', () => {
    expect([...codesIn('senType', 2024).keys()].join(' ')).toBe('SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD OTH');
    expect([...codesIn('senType', 2025).keys()].join(' ')).toBe('SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH');
    expect(codesIn('senType', 2025).get('DS')).toBe('Down syndrome');
    expect([...codesIn('sex', 2025)]).toEqual([
      ['M', 'Male'],
      ['F', 'Female'],
    ]);
  });

  it.each<[string, string, number[]]>([
    ['senType', 'DS', [2025, 2026, 2027]],
    ['la', '909', [2023]],
    ['la', '942', [2024, 2025, 2026, 2027]],
    ['la', '943', [2024, 2025, 2026, 2027]],
    ['la', 'XXX', []],
    ['laOrUnknown', '909', [2023, 2024]],
    ['laOrUnknown', '942', [2024, 2025, 2026, 2027]],
    ['laOrUnknown', 'XXX', [2023, 2024, 2025, 2026, 2027]],
    ['senSettingPlacement', 'NEET', [2023, 2024, 2025, 2026, 2027]],
    ['senSettingPlan', 'NEET', []],
    ['requestSource', '6', []],
    ['ceaseReason', '9', [2023, 2024, 2025, 2026, 2027]],
    ['ceaseReason', '0', []],
    ['upnUnknown', 'UN4', []],
    ['upnUnknown', 'UN10', [2023, 2024, 2025, 2026, 2027]],
  ])('%s has %s in %j', (set, code, years) => {
    expect(yearsOf(set, code)).toEqual(years);
  });

  it('are of a size, so that none comes or goes unnoticed', () => {
    const sizes = Object.fromEntries(codeSetNames.map((set) => [set, allCodes(set).length]));
    expect(sizes).toEqual({
      yesNo: 2,
      yesNoRecruiting: 3,
      gender: 4,
      sex: 2,
      upnUnknown: 7,
      requestSource: 5,
      requestOutcome: 5,
      assessmentOutcome: 5,
      residential: 2,
      workBased: 3,
      directPayments: 4,
      ceaseReason: 9,
      senSettingPlan: 5,
      senSettingPlacement: 8,
      rank: 2,
      attendancePattern: 2,
      reviewOutcome: 3,
      senType: 13,
      ethnicity: 108,
      la: 154,
      laOrUnknown: 155,
    });
  });

  it('have no code twice and none without a label', () => {
    for (const set of codeSetNames) {
      const codes = allCodes(set);
      expect([set, new Set(codes.map((one) => one.code)).size]).toEqual([set, codes.length]);
      expect(codes.filter((one) => one.code === '' || one.label === '')).toEqual([]);
    }
  });

  it('give the same map each time, since it is asked for often', () => {
    expect(codesIn('la', 2025)).toBe(codesIn('la', 2025));
    expect(codesIn('la', 2025)).not.toBe(codesIn('la', 2023));
  });

  it('have names, and no other is known', () => {
    expect(() => codesIn('moon', 2025)).toThrow(new RangeError('no code set is called moon'));
    expect(() => allCodes('moon')).toThrow(RangeError);
  });
});

describe('the local authorities', () => {
  it('have three-digit numbers and one of the nine regions', () => {
    expect(localAuthorities.filter(({ code }) => !/^\d{3}$/.test(code))).toEqual([]);
    expect(new Set(localAuthorities.map((one) => one.region)).size).toBe(9);
    expect(codesIn('la', 2023).size).toBe(152);
    expect(codesIn('la', 2024).size).toBe(153);
  });
});
