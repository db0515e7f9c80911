import { returnToXml } from '../../../output/index.js';
import { collectionYear } from '../../../src/model/index.js';
import type {
  ActivePlans,
  Assessment,
  Header,
  NamedPlan,
  Person,
  PlacementDetail,
  PlanDetail,
  Requests,
  Return,
} from '../../../src/return/index.js';
import { bytesSource, validate, type Finding } from '../../../src/validate/index.js';

/** A return of one person, with short names for its records. */
export interface Sample {
  readonly ret: Return;
  readonly header: Required<Pick<Header, 'CollectionDetails' | 'Source'>>;
  readonly persons: Person[];
  readonly person: Person;
  readonly request: Requests;
  readonly assessment: Assessment;
  readonly plan: NamedPlan;
  readonly detail: PlanDetail;
  readonly active: ActivePlans;
  readonly placement: PlacementDetail;
}

/** Text that is not a value of any type. */
export const wrong = '?';
/** Text that `toXml` writes as an element, so that the item holds one. */
export const element = '[element]';

/** A return without a finding: one person of 12 with a plan issued in the activity year and open on census day. */
export function sample(year: number): Sample {
  const { referenceDate, activityYear } = collectionYear(year);
  const detail: PlanDetail = {
    URN: '123456',
    PlacementRank: '1',
    SENunitIndicator: '0',
    ResourcedProvisionIndicator: '0',
  };
  const placement: PlacementDetail = {
    ...detail,
    EntryDate: `${activityYear}-09-01`,
    ...(year === 2023 && { AttendancePattern: 'FT' }),
  };
  const plan: NamedPlan = { StartDate: `${activityYear}-06-01`, PlanDetail: [detail], PB: '0', OA: '0' };
  const assessment: Assessment = {
    AssessmentOutcome: 'Y',
    AssessmentOutcomeDate: `${activityYear}-06-01`,
    AssessmentMediation: '0',
    AssessmentTribunal: '0',
    OtherMediation: '0',
    OtherTribunal: '0',
    Week20: '0',
    NamedPlan: plan,
  };
  const active: ActivePlans = { PlacementDetail: [placement], SENneed: [{ SENtype: 'ASD', SENtypeRank: '1' }] };
  const request: Requests = {
    ReceivedDate: `${activityYear}-02-01`,
    ...(year >= 2025 && { RequestSource: '2' }),
    RYA: '0',
    RequestOutcomeDate: `${activityYear}-03-01`,
    RequestOutcome: 'Y',
    RequestMediation: '0',
    RequestTribunal: '0',
    Assessment: assessment,
    ActivePlans: active,
  };
  const person: Person = {
    Surname: 'Ash',
    Forename: 'Bo',
    PersonBirthDate: `${activityYear - 12}-05-05`,
    ...(year === 2023 ? { GenderCurrent: '1' } : { Sex: 'M' }),
    Ethnicity: 'WBRI',
    PostCode: 'AB1 2CD',
    UPN: 'B801200005001',
    Requests: [request],
  };
  const header = {
    CollectionDetails: { Collection: 'SEN2', Year: String(year), ReferenceDate: referenceDate },
    Source: {
      SourceLevel: 'L',
      LEA: '202',
      SoftwareCode: 'kit',
      Release: '1',
      SerialNo: '001',
      DateTime: `${referenceDate}T10:00:00`,
      DMO: 'Y',
      DCO: 'N',
      ...(year >= 2025 && { DSCO: 'R' }),
    },
  };
  const persons = [person];
  const ret: Return = { Header: header, Persons: { Person: persons } };
  return { ret, header, persons, person, request, assessment, plan, detail, active, placement };
}

/** The return as XML, with an element in the items whose value is `element`. */
export function toXml(ret: Return, year: number): string {
  return returnToXml(ret, year).replaceAll(element, '<x/>');
}

export function findingsIn(xml: string | Uint8Array, year: number): readonly Finding[] {
  const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml;
  return validate(bytesSource(bytes), { year }).findings;
}

/** Rule and path of each finding, the path from the person on where there is but one. */
export function told(xml: string | Uint8Array, year: number): string[] {
  return findingsIn(xml, year).map(({ rule, path }) => `${rule} ${path.replace('/Message/Persons/Person[1]', '')}`);
}

/** What is told of the sample once it is changed. */
export function toldOf(year: number, change: (sample: Sample) => void): string[] {
  const changed = sample(year);
  change(changed);
  return told(toXml(changed.ret, year), year);
}
