import {
  compareReturns,
  differenceInWords,
  type Difference,
  type KeptReturn,
  type PlainRecord,
} from '../../../conformance/check/index.js';
import { keptReturn } from './measure.js';
import type { Loose } from './places.js';

const person: Loose = {
  Surname: 'Able',
  Forename: 'Ann',
  PersonBirthDate: '2010-01-02',
  UPN: 'B801200005001',
  Requests: [
    { ReceivedDate: '2019-05-06', RequestOutcome: 'N' },
    {
      ReceivedDate: '2023-11-01',
      RequestOutcome: 'Y',
      Assessment: { AssessmentOutcome: 'Y', NamedPlan: { StartDate: '2024-03-02', PlanDetail: [{ URN: '100001' }] } },
      ActivePlans: {
        PlacementDetail: [
          { URN: '100001', PlacementRank: '1', EntryDate: '2023-09-01' },
          { URN: '100002', PlacementRank: '2', EntryDate: '2024-09-01' },
        ],
        SENneed: [{ SENtype: 'ASD', SENtypeRank: '1' }],
      },
    },
  ],
};

const header: PlainRecord = {
  CollectionDetails: { Collection: 'SEN2', Year: '2026' },
  Source: { LEA: '202', SoftwareCode: 'a', Release: '1', SerialNo: '001', DateTime: '2026-01-20T10:00:00' },
};

function plan(altered: Loose): Loose {
  return (altered['Requests'] as Loose[])[1] as Loose;
}

/** The differences, in words, of a person that was altered. */
function words(alter: (copy: Loose) => void, showValues: boolean): string[] {
  const copy = structuredClone(person);
  alter(copy);
  return differences(keptReturn(2026, [copy])).map((one) => differenceInWords(one, showValues));
}

function differences(actual: KeptReturn, stories = new Map<number, string>()): Difference[] {
  const list: Difference[] = [];
  compareReturns({ ...keptReturn(2026, [person]), header }, { ...actual, header }, stories, (one) => list.push(one));
  return list;
}

const placements = (altered: Loose): Loose[] => (plan(altered)['ActivePlans'] as Loose)['PlacementDetail'] as Loose[];

describe('compareReturns, in the words of the return', () => {
  it('names an item with its plan and its record, and the values where they are shown', () => {
    const alter = (copy: Loose): void => {
      (placements(copy)[1] ?? {})['EntryDate'] = '2024-09-02';
    };
    expect(words(alter, true)).toEqual([
      'Person 1 (UPN ending 5001), plan of 2024-03-02: PlacementDetail 2 EntryDate is 2024-09-02, expected 2024-09-01',
    ]);
    expect(words(alter, false)).toEqual([
      'Person 1 (UPN ending 5001), Requests 2: PlacementDetail 2 EntryDate differs from what is expected',
    ]);
  });

  it('names a request by when it was received', () => {
    expect(words((copy) => void (plan(copy)['RequestOutcome'] = undefined), true)).toEqual([
      'Person 1 (UPN ending 5001), request of 2023-11-01: RequestOutcome is missing, expected Y',
    ]);
    expect(words((copy) => void (plan(copy)['RYA'] = '1'), true)).toEqual([
      'Person 1 (UPN ending 5001), request of 2023-11-01: RYA is 1, though not expected',
    ]);
  });

  it('tells what is empty from what is missing', () => {
    expect(words((copy) => void (plan(copy)['RequestOutcome'] = ''), false)).toEqual([
      'Person 1 (UPN ending 5001), Requests 2: RequestOutcome is empty',
    ]);
    expect(words((copy) => void (copy['PostCode'] = ''), false)).toEqual([
      'Person 1 (UPN ending 5001): PostCode is there, empty, though not expected',
    ]);
  });

  it('names a record that is missing, or not expected, alone', () => {
    expect(words((copy) => void (plan(copy)['ActivePlans'] = undefined), false)).toEqual([
      'Person 1 (UPN ending 5001), Requests 2: ActivePlans is missing',
    ]);
    expect(words((copy) => void placements(copy).shift(), false)).toEqual([
      'Person 1 (UPN ending 5001), Requests 2: PlacementDetail 1 is missing',
    ]);
    expect(words((copy) => void placements(copy).unshift({ URN: '100003', EntryDate: '2025-01-01' }), false)).toEqual([
      'Person 1 (UPN ending 5001), Requests 2: PlacementDetail 1 of the export is not expected',
    ]);
  });

  it('tells a request that has nothing to do with the one that is expected as two things', () => {
    const other = {
      ReceivedDate: '2001-01-01',
      RequestSource: '4',
      RYA: '1',
      RequestOutcomeDate: '2001-02-02',
      RequestOutcome: 'W',
      RequestMediation: '1',
    };
    const mine = {
      ReceivedDate: '2002-01-01',
      RequestSource: '1',
      RYA: '0',
      RequestOutcomeDate: '2002-02-02',
      RequestOutcome: 'N',
      RequestMediation: '1',
    };
    const list: Difference[] = [];
    compareReturns(
      keptReturn(2026, [{ ...person, Requests: [mine] }]),
      keptReturn(2026, [{ ...person, Requests: [other] }]),
      new Map(),
      (one) => list.push(one),
    );
    expect(list.map(({ kind, of, expectedPath }) => `${kind} ${of} ${expectedPath}`)).toEqual([
      'missing record /Message/Persons/Person[1]/Requests[1]',
      'unexpected record /Message/Persons/Person[1]/Requests[+]',
    ]);
  });

  it('takes the order of repeats for nothing', () => {
    expect(words((copy) => void placements(copy).reverse(), true)).toEqual([]);
    expect(words((copy) => void (copy['Requests'] as Loose[]).reverse(), true)).toEqual([]);
  });

  it('has the paths in both returns', () => {
    const copy = structuredClone(person);
    placements(copy).reverse();
    (placements(copy)[0] ?? {})['EntryDate'] = '2024-09-02';
    expect(differences(keptReturn(2026, [copy]))).toMatchObject([
      {
        expectedPath: '/Message/Persons/Person[1]/Requests[2]/ActivePlans/PlacementDetail[2]/EntryDate',
        exportPath: '/Message/Persons/Person[1]/Requests[2]/ActivePlans/PlacementDetail[1]/EntryDate',
        expected: '2024-09-01',
        actual: '2024-09-02',
      },
    ]);
  });

  it('names the story that a person tells', () => {
    const [one] = differences(keptReturn(2026, []), new Map([[1, 'refused-then-overturned']]));
    expect(one && differenceInWords(one, false)).toBe(
      'Person 1 (UPN ending 5001, story refused-then-overturned) is missing',
    );
  });

  it('tells a value that would not be seen, and one that a terminal would obey', () => {
    expect(words((copy) => void (copy['Surname'] = 'Able '), true)).toEqual([
      'Person 1 (UPN ending 5001): Surname is "Able ", expected Able',
    ]);
    expect(words((copy) => void (copy['Surname'] = 'A\u001b[2J'), true)[0]).not.toContain('\u001b');
  });
});

describe('compareReturns, on the header', () => {
  const told = (altered: PlainRecord): string[] => {
    const list: string[] = [];
    compareReturns(
      { ...keptReturn(2026, [person]), header },
      { ...keptReturn(2026, [person]), header: altered },
      new Map(),
      (one) => list.push(differenceInWords(one, true)),
    );
    return list;
  };

  it('leaves alone what is of the system that made the return', () => {
    const source = { LEA: '202', SoftwareCode: 'MIS', SerialNo: '007', DateTime: '2026-02-02T00:00:00' };
    expect(told({ ...header, Source: source })).toEqual([]);
  });

  it('compares the rest', () => {
    expect(told({ ...header, Source: { LEA: '203', DMO: 'Y' } })).toEqual([
      'The header: LEA is 203, expected 202',
      'The header: DMO is Y, though not expected',
    ]);
    expect(told({ Source: { LEA: '202' } })).toEqual(['The header: CollectionDetails is missing']);
  });
});
