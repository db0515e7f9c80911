import { collectionYear, collectionYears, inForce, yearModel, type YearGroup } from '../../../src/model/index.js';

/** The shape of a container: all of it that the structure is made of. */
function shape(group: YearGroup): unknown {
  return group.children.map((child) =>
    child.kind === 'item'
      ? [child.tag, child.node.type, child.number, child.node.min]
      : [child.tag, child.max, shape(child)],
  );
}

const childrenOf = (year: number, tag: string): string =>
  yearModel(year)
    .group(tag)
    .children.map((child) => child.tag)
    .join(' ');

const yearsOf = (parent: string, tag: string): number[] =>
  collectionYears.filter((year) => yearModel(year).item(parent, tag) !== undefined);

describe('the collection years', () => {
  it('have their dates', () => {
    expect(collectionYears).toEqual([2023, 2024, 2025, 2026, 2027]);
    expect(collectionYears.map((year) => collectionYear(year).referenceDate)).toEqual([
      '2023-01-19',
      '2024-01-18',
      '2025-01-16',
      '2026-01-15',
      '2027-01-21',
    ]);
    expect(collectionYears.map((year) => collectionYear(year).deadline)).toEqual([
      undefined,
      '2024-03-14',
      '2025-03-14',
      '2026-03-12',
      '2027-03-11',
    ]);
    for (const year of collectionYears) expect(collectionYear(year).activityYear).toBe(year - 1);
  });

  it('are final, save 2027', () => {
    expect(collectionYears.filter((year) => collectionYear(year).provisional !== undefined)).toEqual([2027]);
    expect(yearModel(2027).facts.provisional).toMatch(/2026/);
  });

  it.each([2022, 2028, NaN, 0])('do not hold %d', (year) => {
    const said = new RangeError(`collection year ${year} is not known; known years: 2023, 2024, 2025, 2026, 2027`);
    expect(() => collectionYear(year)).toThrow(said);
    expect(() => yearModel(year)).toThrow(said);
  });

  it('say what is in force, both ends included', () => {
    expect(collectionYears.filter((year) => inForce({ from: 2024, to: 2025 }, year))).toEqual([2024, 2025]);
    expect(collectionYears.filter((year) => inForce({ to: 2023 }, year))).toEqual([2023]);
    expect(collectionYears.filter((year) => inForce({}, year))).toEqual(collectionYears);
  });
});

describe('the model of a year', () => {
  const latest =
    'TransferLA PlacementDetail SENneed ReviewMeeting ReviewOutcome ReviewDraft PhaseTransferDueDate PhaseTransferFinalDate LastReview';
  it.each([
    [2023, 'TransferLA PlacementDetail Res WBP SENneed LastReview'],
    [2024, 'TransferLA PlacementDetail SENneed ReviewMeeting ReviewOutcome LastReview'],
    [
      2025,
      'TransferLA PlacementDetail SENneed ReviewMeeting LastReview ReviewOutcome ReviewDraft PhaseTransferDueDate PhaseTransferFinalDate',
    ],
    [2026, latest],
    [2027, latest],
  ])('has the active plans of %d in order', (year, order) => {
    expect(childrenOf(year, 'ActivePlans')).toBe(order);
  });

  it.each<[string, string, number[]]>([
    ['Source', 'DSCO', [2025, 2026, 2027]],
    ['Person', 'GenderCurrent', [2023]],
    ['Person', 'Sex', [2024, 2025, 2026, 2027]],
    ['Requests', 'RequestSource', [2025, 2026, 2027]],
    ['PlacementDetail', 'AttendancePattern', [2023]],
    ['PlacementDetail', 'Res', [2024, 2025, 2026, 2027]],
    ['PlacementDetail', 'WBP', [2024, 2025, 2026, 2027]],
    ['ActivePlans', 'Res', [2023]],
    ['ActivePlans', 'WBP', [2023]],
    ['ActivePlans', 'ReviewMeeting', [2024, 2025, 2026, 2027]],
    ['ActivePlans', 'ReviewOutcome', [2024, 2025, 2026, 2027]],
    ['ActivePlans', 'ReviewDraft', [2025, 2026, 2027]],
    ['ActivePlans', 'PhaseTransferDueDate', [2025, 2026, 2027]],
    ['ActivePlans', 'PhaseTransferFinalDate', [2025, 2026, 2027]],
    ['ActivePlans', 'LastReview', [2023, 2024, 2025, 2026, 2027]],
    ['Person', 'Moon', []],
  ])('has %s.%s in %j, and every other item in every year', (parent, tag, years) => {
    expect(yearsOf(parent, tag)).toEqual(years);
  });

  it('has so many items and containers', () => {
    expect(collectionYears.map((year) => yearModel(year).items.length)).toEqual([65, 66, 71, 71, 71]);
    expect(
      collectionYears.map((year) =>
        yearModel(year)
          .groups.map((group) => group.tag)
          .join(' '),
      ),
    ).toEqual(
      collectionYears.map(
        () =>
          'Message Header CollectionDetails Source Persons Person Requests Assessment NamedPlan PlanDetail ActivePlans PlacementDetail SENneed',
      ),
    );
  });

  it('has the persons in the order of the file', () => {
    expect(childrenOf(2023, 'Person')).toBe(
      'Surname Forename PersonBirthDate GenderCurrent Ethnicity PostCode UPN UniqueLearnerNumber UPNunknown Requests',
    );
    expect(childrenOf(2025, 'Requests')).toBe(
      'ReceivedDate RequestSource RYA RequestOutcomeDate RequestOutcome RequestMediation RequestTribunal Exported Assessment ActivePlans',
    );
    expect(childrenOf(2025, 'NamedPlan')).toBe('StartDate PlanDetail PlanRes PlanWBP PB OA DP CeaseDate CeaseReason');
  });

  it('has the numbers of the year', () => {
    const numbers = (parent: string, tag: string): unknown =>
      collectionYears.map((year) => yearModel(year).item(parent, tag)?.number);
    expect(numbers('Requests', 'RYA')).toEqual(['2.2', '2.2', '2.3', '2.3', '2.3']);
    expect(numbers('Requests', 'RequestSource')).toEqual([undefined, undefined, '2.2', '2.2', '2.2']);
    expect(numbers('PlacementDetail', 'URN')).toEqual(['5.5a', '5.7a', '5.7a', '5.7a', '5.7a']);
    expect(numbers('ActivePlans', 'LastReview')).toEqual(['5.4', '5.6', '5.4b', '5.4b', '5.4b']);
    expect(numbers('Person', 'UPN')).toEqual(Array(5).fill('1.7a'));
    expect(numbers('Source', 'LEA')).toEqual(Array(5).fill(undefined));
  });

  it('has in 2027 what it has in 2026', () => {
    expect(shape(yearModel(2027).message)).toEqual(shape(yearModel(2026).message));
    expect(shape(yearModel(2025).message)).not.toEqual(shape(yearModel(2026).message));
  });

  it('says how often a container may stand', () => {
    const model = yearModel(2025);
    const counts = ['Person', 'Requests', 'Assessment', 'PlanDetail', 'ActivePlans', 'PlacementDetail', 'SENneed'].map(
      (tag) => [tag, model.group(tag).repeats, model.group(tag).max],
    );
    expect(counts).toEqual([
      ['Person', true, Infinity],
      ['Requests', true, Infinity],
      ['Assessment', false, 1],
      ['PlanDetail', true, 2],
      ['ActivePlans', false, 1],
      ['PlacementDetail', true, Infinity],
      ['SENneed', true, 2],
    ]);
  });

  it('finds children by tag, and by the other spelling of SENSetting', () => {
    for (const year of collectionYears) {
      for (const tag of ['PlanDetail', 'PlacementDetail']) {
        const { byTag } = yearModel(year).group(tag);
        expect(byTag.get('SENsetting')).toBe(byTag.get('SENSetting'));
        expect(byTag.get('SENsetting')?.tag).toBe('SENSetting');
        expect(byTag.has('sensetting')).toBe(false);
      }
      for (const group of yearModel(year).groups) {
        expect(group.children.map((child) => child.index)).toEqual(group.children.map((_, at) => at));
        expect(group.children.every((child) => child.parent === group && group.byTag.get(child.tag) === child)).toBe(
          true,
        );
        expect([...group.items, ...group.groups].sort((a, b) => a.index - b.index)).toEqual(group.children);
      }
    }
  });

  it('is built once, and knows no other container', () => {
    expect(yearModel(2025)).toBe(yearModel(2025));
    expect(() => yearModel(2025).group('Moon')).toThrow(new RangeError('no container is called Moon'));
    expect(() => yearModel(2025).item('Moon', 'URN')).toThrow(RangeError);
  });

  it('holds values against the codes of the year', () => {
    const accepts = (year: number, parent: string, tag: string, value: string): boolean | undefined =>
      yearModel(year).item(parent, tag)?.accepts(value);
    expect(collectionYears.map((year) => accepts(year, 'SENneed', 'SENtype', 'DS'))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(collectionYears.map((year) => accepts(year, 'Source', 'LEA', '909'))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(collectionYears.map((year) => accepts(year, 'Requests', 'Exported', '909'))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('says which items are text and which have a VAL rule', () => {
    const { items } = yearModel(2025);
    expect(items.filter((item) => item.isText).map((item) => item.tag)).toEqual([
      'SoftwareCode',
      'Release',
      'Surname',
      'Forename',
      'SENSettingOther',
      'SENSettingOther',
    ]);
    expect(items.filter((item) => !item.hasValueRule && !item.isText).map((item) => item.tag)).toEqual([
      'Year',
      'UPN',
      'UniqueLearnerNumber',
    ]);
  });
});
