import { openQuestion } from '../../scenarios/register/index.js';
import { inForce } from '../../src/model/index.js';
import { isMissingIn, type AnyRule, type RecordRule, type Scope } from '../../src/rules/index.js';
import { bytesSource, validate, type Alteration, type Finding } from '../../src/validate/index.js';

/** What a finding is told apart by. */
export type Told = Pick<Finding, 'rule' | 'level' | 'path'>;

/** The rules read in another way than this kit reads them, as an open question allows. */
export interface OtherReading {
  /** Id of the open question. */
  readonly question: string;
  /** One line that tells it from other readings. */
  readonly name: string;
  /**
   * What in a file plays a part in the question, so that it makes no difference between two files of which this is
   * the same; empty where the question does not touch the file.
   */
  readonly traces: (xml: string) => string;
  /**
   * What a validator with this reading finds.
   * @param taken what one with the reading taken here finds
   */
  readonly findings: (xml: string, year: number, taken: readonly Told[]) => readonly Told[];
}

/** The other readings that matter in a collection year. */
export function otherReadingsIn(year: number): readonly OtherReading[] {
  return otherReadings.filter(({ question }) => inForce(openQuestion(question).years ?? {}, year));
}

function found(xml: string, year: number, alteration?: Alteration): readonly Finding[] {
  return validate(bytesSource(Buffer.from(xml, 'utf8')), { year, ...(alteration && { alteration }) }).findings;
}

/** The start tags with these names and the text after each, where the file has the first of the names at all. */
function tracesOf(asked: string, ...names: readonly string[]): (xml: string) => string {
  const mark = new RegExp(`<${asked}[\\s/>]`);
  const tags = new RegExp(`<(?:${[asked, ...names].join('|')})[\\s/>][^<]*`, 'g');
  return (xml) => (mark.test(xml) ? (xml.match(tags) ?? []).join('') : '');
}

/** A name for an element of any kind that no collection year has, and a code that no code set has. */
const unknownTag = 'NotAnElement';
const unknownCode = 'NONE';

/** One spelling of the setting is not known, so that it is an unknown element. */
function withoutSpelling(spelling: string, other: string): OtherReading {
  const tag = new RegExp(`(</?)${spelling}(?=[\\s/>])`, 'g');
  return {
    question: 'sensetting-spelling',
    name: `${other} alone is known`,
    traces: tracesOf(spelling, 'Person', 'Requests', 'PlanDetail', 'PlacementDetail', 'URN', 'UKPRN', 'SENSettingOther'),
    findings: (xml, year) =>
      found(xml.replace(tag, `$1${unknownTag}`), year).map((one) => ({
        ...one,
        path: one.path.replaceAll(unknownTag, spelling),
      })),
  };
}

const noCodesIn2023: OtherReading = {
  question: 'out-of-education-codes-2023',
  name: 'there are no such codes',
  traces: (xml) => (/>(?:NEET|NIEC|NIEO)</.test(xml) ? settingTraces(xml) : ''),
  findings: (xml, year) =>
    found(xml.replace(/(<SEN[Ss]etting>)(?:NEET|NIEC|NIEO)(?=<)/g, `$1${unknownCode}`), year),
};

const settingTraces = tracesOf('SENSetting', 'Person', 'Requests', 'PlacementDetail', 'SENSettingOther');

/** A validator that is the reference but for when one presence rule asks for its item. */
function askedWhere<R extends Told>(
  question: string,
  name: string,
  rule: string,
  traces: OtherReading['traces'],
  alter: (rule: RecordRule) => RecordRule,
  tell: (finding: Told) => R,
): OtherReading {
  const alteration: Alteration = {
    rule,
    alter: (one: AnyRule) => (one.kind === 'record' ? alter(one) : one),
  };
  return {
    question,
    name,
    traces,
    findings: (xml, year) => found(xml, year, alteration).map(tell),
  };
}

/** The plan in whose assessment the date is missing plays no part. */
function datedWherever(name: string, rule: 'ASM-02' | 'ASM-03'): OtherReading {
  const hasPlan = new RegExp('');
  void hasPlan;
  return askedWhere(
    'date-of-plan-not-issued',
    name,
    'ASM-03',
    tracesOf('AssessmentOutcome', 'Person', 'Requests', 'Assessment', 'AssessmentOutcomeDate', 'NamedPlan'),
    (one) => ({
      ...one,
      uses: ['Assessment.AssessmentOutcome'],
      broken: (record) =>
        isMissingIn(record, 'AssessmentOutcomeDate') &&
        'AssessmentOutcome' in record &&
        record.AssessmentOutcome === 'Y',
    }),
    (finding) => finding,
  );
}
void datedWherever;
void (0 as unknown as Scope);
export const otherReadings: readonly OtherReading[] = [withoutSpelling('SENSetting', 'SENsetting'), noCodesIn2023];
