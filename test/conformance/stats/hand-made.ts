import { headerFor } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import type { Person } from '../../../src/return/index.js';
import { bytesSource, type ByteSource } from '../../../src/validate/index.js';

/** A return of 2025 that holds these persons, as bytes. */
export function returnOf(persons: readonly Person[]): ByteSource {
  const ret = { Header: headerFor({ year: 2025, la: '202' }), Persons: { Person: [...persons] } };
  return bytesSource(new TextEncoder().encode(returnToXml(ret, 2025)));
}

/** A boy of 9 on the 31 August before, with an open plan since 2021, in a mainstream school with a resourced provision. */
export const boyOfNine: Person = {
  PersonBirthDate: '2015-03-01',
  Sex: 'M',
  Ethnicity: 'BSOM',
  Requests: [
    {
      RequestOutcome: 'H',
      Assessment: { AssessmentOutcome: 'H', NamedPlan: { StartDate: '2021-05-04', PB: '1', OA: '1', DP: 'S' } },
      ActivePlans: {
        PlacementDetail: [
          { SENSetting: 'EHE', PlacementRank: '1', LeavingDate: '2023-01-01' },
          { URN: '100001', ResourcedProvisionIndicator: '1', SENunitIndicator: '0', PlacementRank: '1', Res: 'A' },
        ],
        SENneed: [
          { SENtype: 'SLCN', SENtypeRank: '2' },
          { SENtype: 'DS', SENtypeRank: '1' },
        ],
        ReviewMeeting: '2024-06-03',
        LastReview: '2024-07-01',
        ReviewOutcome: 'M',
      },
    },
  ],
};

/** A girl of 4 with a new plan, 19 weeks after the request, which was decided in 43 days. */
export const girlOfFour: Person = {
  PersonBirthDate: '2019-11-30',
  Sex: 'F',
  Ethnicity: 'NOBT',
  Requests: [
    {
      ReceivedDate: '2024-03-01',
      RequestOutcome: 'Y',
      RequestOutcomeDate: '2024-04-13',
      Assessment: {
        AssessmentOutcome: 'Y',
        AssessmentOutcomeDate: '2024-07-12',
        Week20: '1',
        NamedPlan: { StartDate: '2024-07-12', PB: '0' },
      },
      ActivePlans: {
        PlacementDetail: [{ SENSetting: 'EYP', PlacementRank: '1' }],
        SENneed: [{ SENtype: 'ASD', SENtypeRank: '1' }],
      },
    },
  ],
};

/** A man of 19 whose plan ceased, with a request refused in 42 days before, and one that was received too early to count. */
export const ceasedAtNineteen: Person = {
  PersonBirthDate: '2004-12-01',
  Sex: 'M',
  Ethnicity: 'WBRI',
  Requests: [
    { ReceivedDate: '2023-12-31', RequestOutcome: 'W' },
    { ReceivedDate: '2024-01-02', RequestOutcome: 'N', RequestOutcomeDate: '2024-02-13' },
    {
      RequestOutcome: 'H',
      Assessment: {
        AssessmentOutcome: 'H',
        NamedPlan: { StartDate: '2015-05-04', PB: '0', CeaseDate: '2024-08-01', CeaseReason: '6' },
      },
    },
  ],
};
