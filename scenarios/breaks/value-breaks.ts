import { message, splitType, type GroupNode, type ItemNode, type ItemType } from '../../src/model/index.js';
import { valueRuleId } from '../../src/rules/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';

interface WrongValue {
  readonly name: string;
  readonly summary: string;
  readonly value: (right: string) => string;
}

const fixed = (name: string, summary: string, value: string): WrongValue => ({ name, summary, value: () => value });
const made = (name: string, summary: string, value: (right: string) => string): WrongValue => ({
  name,
  summary,
  value,
});

const padded = made('space-after', 'a space stands after the value', (right) => `${right} `);

/** The ways a value of each type goes wrong that are likely in an export. */
function wrongValues(type: ItemType): readonly WrongValue[] {
  switch (type) {
    case 'date':
      return [
        fixed('no-such-day', 'the day does not exist', '2023-02-30'),
        made('day-first', 'the date is written dd/mm/yyyy', (right) => right.split('-').reverse().join('/')),
        made('with-time', 'a time stands after the date', (right) => `${right}T00:00:00`),
        padded,
      ];
    case 'dateTime':
      return [
        made('date-only', 'there is no time', (right) => right.slice(0, 10)),
        made('no-such-time', 'the hour does not exist', (right) => `${right.slice(0, 11)}24:00:00`),
        made('time-zone', 'a time zone stands after the time', (right) => `${right}Z`),
        made('fraction', 'the time has fractions of a second', (right) => `${right}.000`),
      ];
    case 'digits:3':
      return [
        fixed('two-digits', 'there are two digits', '01'),
        fixed('four-digits', 'there are four digits', '0001'),
        fixed('letter', 'one of the digits is a letter', 'A01'),
      ];
    case 'postcode':
      return [
        made('lower-case', 'the letters are small', (right) => right.toLowerCase()),
        made('two-spaces', 'two spaces stand in the middle', (right) => right.replace(/ ?([0-9][A-Z]{2})$/, '  $1')),
        made('outward-half', 'only the first half is given', (right) => right.replace(/ ?[0-9][A-Z]{2}$/, '')),
      ];
    case 'urn':
      return [
        fixed('four-digits', 'there are four digits', '1234'),
        fixed('seven-digits', 'there are seven digits', '1234567'),
        fixed('letter', 'one of the digits is a letter', '10000A'),
      ];
    case 'ukprn':
      return [
        fixed('seven-digits', 'there are seven digits', '1000123'),
        fixed('nine-digits', 'there are nine digits', '100012345'),
        fixed('letter', 'one of the digits is a letter', '1000123A'),
      ];
    case 'text':
    case 'year':
    case 'upn':
    case 'uln':
      return [];
    default:
      return wrongCodes(type);
  }
}

function wrongCodes(type: `code:${string}` | `fixed:${string}`): readonly WrongValue[] {
  const [kind, name] = splitType(type);
  const always = [padded];
  if (kind === 'fixed') return [fixed('another-word', 'it is another word', 'SEN1'), ...always];
  if (name === 'la' || name === 'laOrUnknown') {
    return [
      fixed('no-such-la', 'no LA has the number', '999'),
      made('leading-zero', 'a zero stands before the number', (right) => `0${right}`),
      ...always,
    ];
  }
  return [
    fixed('no-such-code', 'there is no such code', 'ZZ'),
    ...(onlyDigits.has(name)
      ? [made('leading-zero', 'a zero stands before the code', (right) => `0${right}`)]
      : [made('lower-case', 'the code is in small letters', (right) => right.toLowerCase())]),
    ...always,
  ];
}

const onlyDigits: ReadonlySet<string> = new Set(['yesNo', 'gender', 'requestSource', 'ceaseReason', 'rank']);

/** A parent in which the person whose story is told has the item. */
const parentOf: Readonly<Record<string, string>> = {
  'Person.UPNunknown': 'never-in-state-school',
  'Requests.RequestOutcomeDate': 'request-refused',
  'Requests.RequestMediation': 'request-refused',
  'Requests.RequestTribunal': 'request-refused',
  'Requests.Exported': 'exported',
  Assessment: 'issued-on-time',
  NamedPlan: 'issued-on-time',
  'NamedPlan.PlanRes': 'residential-38-weeks',
  'NamedPlan.PlanWBP': 'apprenticeship',
  'NamedPlan.OA': 'budget-organised-and-direct',
  'NamedPlan.DP': 'budget-organised-and-direct',
  'NamedPlan.CeaseDate': 'ceased-needs-met',
  'NamedPlan.CeaseReason': 'ceased-needs-met',
  PlanDetail: 'sen-unit',
  'PlanDetail.UKPRN': 'provider-without-urn',
  'PlanDetail.SENSetting': 'home-education',
  ActivePlans: 'review-maintained',
  'ActivePlans.TransferLA': 'transferred-in',
  'ActivePlans.Res': 'residential-38-weeks',
  'ActivePlans.WBP': 'apprenticeship',
  'ActivePlans.ReviewDraft': 'review-amendment-drafted',
  'ActivePlans.PhaseTransferDueDate': 'phase-transfer-finalised',
  'ActivePlans.PhaseTransferFinalDate': 'phase-transfer-finalised',
  PlacementDetail: 'sen-unit',
  'PlacementDetail.UKPRN': 'provider-without-urn',
  'PlacementDetail.SENSetting': 'home-education',
  'PlacementDetail.LeavingDate': 'moved-placement',
  'PlacementDetail.Res': 'residential-38-weeks',
  'PlacementDetail.WBP': 'apprenticeship',
  SENneed: 'sen-unit',
};

const anyParent = 'awaiting-decision';

/** The fields of the records of a kind in the story that is told, each with its path. */
function recordsOf(draft: Draft, tag: string): readonly { readonly record: object; readonly path: string }[] {
  const { at } = draft;
  switch (tag) {
    case 'CollectionDetails':
      return [{ record: draft.collectionDetails, path: '/Message/Header/CollectionDetails' }];
    case 'Source':
      return [{ record: draft.source, path: '/Message/Header/Source' }];
    case 'Person':
      return [{ record: draft.person, path: at.person() }];
    case 'Requests':
      return [{ record: draft.request(), path: at.request() }];
    case 'Assessment':
      return [{ record: draft.assessment(), path: at.assessment() }];
    case 'NamedPlan':
      return [{ record: draft.plan(), path: at.plan() }];
    case 'PlanDetail':
      return [{ record: draft.planDetail(), path: at.planDetail() }];
    case 'ActivePlans':
      return [{ record: draft.active(), path: at.active() }];
    case 'PlacementDetail':
      return (draft.active().PlacementDetail ?? []).slice(draft.offsets.placement).map((record, i) => ({
        record,
        path: at.placement(undefined, i + 1),
      }));
    case 'SENneed':
      return [{ record: draft.need(), path: at.need() }];
    default:
      throw new RangeError(`no item with a VAL rule stands in ${tag}`);
  }
}

type Fields = Record<string, unknown>;

function breaksOf(group: GroupNode, item: ItemNode): Break[] {
  const { tag, type, from, to } = item;
  const where = `${group.tag}.${tag}`;
  return wrongValues(type).map(({ name, summary, value }) => ({
    rule: valueRuleId(group.tag, tag),
    name,
    summary: `${tag}: ${summary}.`,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    parent: parentOf[where] ?? parentOf[group.tag] ?? anyParent,
    change: (draft) => {
      for (const { record, path } of recordsOf(draft, group.tag)) {
        const right = (record as Fields)[tag];
        if (typeof right !== 'string' || right === '') continue;
        (record as Fields)[tag] = value(right);
        return { at: [`${path}/${tag}`] };
      }
      throw new RangeError(`the parent of the break has no ${where}`);
    },
  }));
}

function collect(group: GroupNode): Break[] {
  return group.children.flatMap((child) => (child.kind === 'group' ? collect(child) : breaksOf(group, child)));
}

/** For every item with a VAL rule, a value of each kind that is likely to go wrong. Made from the item model. */
export const valueBreaks: readonly Break[] = collect(message);
