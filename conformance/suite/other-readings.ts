import { openQuestion } from '../../scenarios/register/index.js';
import { inForce } from '../../src/model/index.js';
import { isMissingIn, type RecordRule, type Scope } from '../../src/rules/index.js';
import { bytesSource, validate, type Alteration, type Finding } from '../../src/validate/index.js';
import type { Told } from './finding-set.js';

/** The rules as an open question allows them to be read, other than this kit reads them. */
export interface OtherReading {
  /** Id of the open question. */
  readonly question: string;
  /** With the question, tells it from every other reading. */
  readonly name: string;
  /** What in a file plays a part in the question: where it is the same in a case and its parent, nothing is to be told. */
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

/** The start tags with these names, each with the text after it; nothing where the file has none of the first name. */
function tracesOf(asked: string, ...others: readonly string[]): (xml: string) => string {
  const mark = new RegExp(`<${asked}[\\s/>]`);
  const tags = new RegExp(`<(?:${[asked, ...others].join('|')})[\\s/>][^<]*`, 'g');
  return (xml) => (mark.test(xml) ? (xml.match(tags) ?? []).join('') : '');
}

/** A word for each request in which something is, with the places of the person and the request; empty where there is none. */
function tracesByRequest(wordOf: (request: string) => string): (xml: string) => string {
  const inPerson = (person: string, p: number): string[] =>
    person
      .split(/<Requests(?:\s[^>]*)?>/)
      .slice(1)
      .flatMap((request, r) => (wordOf(request) === '' ? [] : [`${p} ${r} ${wordOf(request)}`]));
  return (xml) =>
    xml
      .split(/<Person(?:\s[^>]*)?>/)
      .slice(1)
      .flatMap(inPerson)
      .join('\n');
}

/** All that decides, with the setting, what is told of a placement or of where a plan places someone. */
const settingTags = [
  'Person',
  'PersonBirthDate',
  'Requests',
  'PlanDetail',
  'PlacementDetail',
  'URN',
  'UKPRN',
  'SENSettingOther',
  'SENunitIndicator',
  'ResourcedProvisionIndicator',
];

/** A name that no element has, and a code that is in no code set. */
const unknownTag = 'NotAnElement';
const unknownCode = 'NONE';

/** One spelling is not known, so that what is spelled so is an unknown element. */
function spelledOnly(known: string, other: string): OtherReading {
  const tag = new RegExp(`(</?)${other}(?=[\\s/>])`, 'g');
  return {
    question: 'sensetting-spelling',
    name: `${known} alone is known`,
    traces: tracesOf(other, ...settingTags),
    findings: (xml, year) =>
      found(xml.replace(tag, `$1${unknownTag}`), year).map((one) => ({
        ...one,
        path: one.path.replaceAll(unknownTag, other),
      })),
  };
}

const settingTraces = tracesOf('SENSetting', ...settingTags);

const codesSince2024: OtherReading = {
  question: 'out-of-education-codes-2023',
  name: 'the codes came with 2024',
  traces: (xml) => (/>(?:NEET|NIEC|NIEO)</.test(xml) ? settingTraces(xml) : ''),
  findings: (xml, year) => found(xml.replace(/>(?:NEET|NIEC|NIEO)</g, `>${unknownCode}<`), year),
};

/** Another condition on which a presence rule asks for its item, in place of its own or beside it. */
function askedWhere(
  { question, name, traces }: Pick<OtherReading, 'question' | 'name' | 'traces'>,
  rule: string,
  lacks: (scope: Scope) => boolean,
): OtherReading {
  const alteration: Alteration = {
    rule,
    alter: (one) => (one.kind === 'record' ? { ...one, uses: [], broken: eitherBroken(one, lacks) } : one),
  };
  return { question, name, traces, findings: (xml, year) => found(xml, year, alteration) };
}

function eitherBroken(one: RecordRule, lacks: (scope: Scope) => boolean): RecordRule['broken'] {
  return (record, scope) => one.broken(record, scope) || lacks(scope);
}

function decidedWithoutDate({ assessment }: Scope): boolean {
  return assessment?.AssessmentOutcome === 'Y' && isMissingIn(assessment, 'AssessmentOutcomeDate');
}

const datedOnceDecided = askedWhere(
  {
    question: 'date-of-plan-not-issued',
    name: 'a date for every outcome Y',
    traces: tracesByRequest((request) =>
      /<AssessmentOutcome>Y/.test(request) && !/<AssessmentOutcomeDate>[^<]/.test(request)
        ? `undated ${request.includes('<AssessmentOutcomeDate')} ${request.includes('<NamedPlan')}`
        : '',
    ),
  },
  'ASM-03',
  decidedWithoutDate,
);

/** The same from a validator in which one rule asks for the date of every outcome Y or N. */
const datedByOneRule: OtherReading = {
  ...datedOnceDecided,
  name: 'one rule asks for a date for every outcome Y or N',
  findings: (xml, year, taken) => {
    const isTaken = new Set(taken.map(({ rule, path }) => `${rule} ${path}`));
    return datedOnceDecided
      .findings(xml, year, taken)
      .map((one) =>
        one.rule === 'ASM-03' && !isTaken.has(`${one.rule} ${one.path}`) ? { ...one, rule: 'ASM-02' } : one,
      );
  },
};

function isOpen({ plan }: Scope): boolean {
  return plan !== undefined && isMissingIn(plan, 'CeaseDate') && isMissingIn(plan, 'CeaseReason');
}

/** What of a request without a review meeting tells whether one was due. */
function unmet(request: string): string {
  if (!request.includes('<ActivePlans') || /<ReviewMeeting>[^<]/.test(request)) return '';
  return (
    '<ActivePlans' +
    (request.match(/<(?:ReviewMeeting|ReviewOutcome|CeaseDate|CeaseReason|AssessmentOutcome)[\s/>][^<]?/g) ?? []).join(
      '',
    )
  );
}

const unmetTraces = tracesByRequest(unmet);

function metWhere(name: string, isDue: (scope: Scope) => boolean): OtherReading {
  return askedWhere(
    { question: 'review-meeting-left-blank', name, traces: unmetTraces },
    'PLC-30',
    (scope) => scope.active !== undefined && isMissingIn(scope.active, 'ReviewMeeting') && isDue(scope),
  );
}

const reviewOrder = 'last-review-position-2025';

/** The tags of ActivePlans as they stand in a request that has a LastReview. */
const reviewTraces = tracesByRequest((request) =>
  request.includes('<LastReview')
    ? (
        request.match(/<(?:TransferLA|PlacementDetail|SENneed|(?:Last)?Review\w*|PhaseTransfer\w*|ActivePlans)/g) ?? []
      ).join('')
    : '',
);

function isOrderOfActivePlans({ rule, path }: Told): boolean {
  return rule === 'FILE-07' && /\/ActivePlans\/[^/]+$/.test(path);
}

/** What is taken, with what another order of ActivePlans says in place of what this one does. */
function reordered(taken: readonly Told[], other: readonly Told[]): readonly Told[] {
  return [...taken.filter((one) => !isOrderOfActivePlans(one)), ...other.filter(isOrderOfActivePlans)];
}

/** The order of 2025 with the two names exchanged is that of 2024, so the names are exchanged in the file and back. */
function exchanged(text: string): string {
  return text.replace(/(?<=[</])(?:LastReview|ReviewOutcome)(?=[\s/>]|$)/g, (tag) =>
    tag === 'LastReview' ? 'ReviewOutcome' : 'LastReview',
  );
}

const orderOf2024: OtherReading = {
  question: reviewOrder,
  name: 'after ReviewOutcome',
  traces: reviewTraces,
  findings: (xml, year, taken) =>
    reordered(
      taken,
      found(exchanged(xml), year).map((one) => ({ ...one, path: exchanged(one.path) })),
    ),
};

const orderOf2026: OtherReading = {
  question: reviewOrder,
  name: 'last',
  traces: reviewTraces,
  findings: (xml, _year, taken) => reordered(taken, found(xml, 2026)),
};

/** An item and the value of it that a rule counts: the plans ceased for another reason, the requests from another source. */
interface Counted {
  readonly rule: string;
  readonly tag: string;
  readonly code: string;
}

const otherReason: Counted = { rule: 'RET-05', tag: 'CeaseReason', code: '9' };
const otherSource: Counted = { rule: 'RET-06', tag: 'RequestSource', code: '5' };

/** How many of the values are the counted one, and of how many; empty where none is. */
function countedIn({ tag, code }: Counted): (xml: string) => string {
  const values = new RegExp(`<${tag}>(?:<!\\[CDATA\\[)?([^<\\]]+)`, 'g');
  return (xml) => {
    const given = [...xml.matchAll(values)].map((found) => found[1]);
    const part = given.filter((value) => value === code).length;
    return part === 0 ? '' : `${tag} ${part} of ${given.length}`;
  };
}

function fromOneOn(counted: Counted, xml: string, year: number): readonly Finding[] {
  return found(xml, year, {
    rule: counted.rule,
    alter: (one) => (one.kind === 'share' ? { ...one, atLeast: 1, exceeds: (part) => part > 0 } : one),
  });
}

/** The least threshold that there can be for some of the rules: one is a large number. */
function oneIsMany(name: string, ...counted: readonly Counted[]): OtherReading {
  return {
    question: 'large-number-thresholds',
    name,
    traces: (xml) => counted.map((one) => countedIn(one)(xml)).join(''),
    findings: (xml, year, taken) => {
      const more = counted.flatMap((one) => fromOneOn(one, xml, year).filter(({ rule }) => rule === one.rule));
      return [...taken.filter(({ rule }) => !counted.some((one) => one.rule === rule)), ...more];
    },
  };
}

/** Every other reading that cases of a suite can tell from the one taken. */
export const otherReadings: readonly OtherReading[] = [
  spelledOnly('SENsetting', 'SENSetting'),
  spelledOnly('SENSetting', 'SENsetting'),
  datedOnceDecided,
  datedByOneRule,
  codesSince2024,
  metWhere('of every ActivePlans', () => true),
  metWhere('of every open plan', isOpen),
  metWhere(
    'of every open plan of earlier years',
    (scope) => isOpen(scope) && scope.assessment?.AssessmentOutcome === 'H',
  ),
  orderOf2024,
  orderOf2026,
  oneIsMany('one plan ceased for another reason is many', otherReason),
  oneIsMany('one request from another source is many', otherSource),
  oneIsMany('one of each is many', otherReason, otherSource),
];
