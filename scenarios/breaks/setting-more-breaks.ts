import type { Break } from './break.js';
import { inTurn, type Repeats } from './in-turn.js';
import { recordBreak } from './record-break.js';
import { placement, planDetail, resettle, type SettingTag, type Side } from './sides.js';

const someUkprn = '10012345';

/** Where the plan names two places. */
const bothDetails: Repeats = { parent: 'two-placements', noun: 'plan details', count: 2, positions: [1, 2] };
const ceasedDetail: Repeats = {
  parent: 'ceased-needs-met',
  noun: 'plan details of a ceased plan',
  count: 1,
  positions: [1],
  prefix: 'ceased-',
};
const allPlacements: Repeats = { parent: 'three-placements', noun: 'placements', count: 3, positions: [1, 2, 3] };
/** The third of them has no URN. */
const ceasedPlacements: Repeats = {
  parent: 'ceased-with-placements-kept',
  noun: 'placements of a ceased plan',
  count: 3,
  positions: [1, 2],
  prefix: 'ceased-',
};

function repeated(side: Side, repeats: Repeats): readonly Break[] {
  const gone = (rule: string, tag: SettingTag): readonly Break[] =>
    inTurn(rule, repeats, `has no ${tag}`, (draft, number) => {
      Reflect.deleteProperty(side.record(draft, number), tag);
      return side.at(draft, tag, number);
    });
  const wrong = (
    rule: string,
    what: string,
    tag: SettingTag,
    change: (record: ReturnType<Side['record']>) => void,
  ): readonly Break[] =>
    inTurn(rule, repeats, what, (draft, number) => {
      change(side.record(draft, number));
      return side.at(draft, tag, number);
    });
  return [
    ...gone(side.someWhere, 'URN'),
    ...wrong(side.oneWhere, 'has a UKPRN beside its URN', 'URN', (record) => {
      record.UKPRN = someUkprn;
    }),
    ...gone(side.rank, 'PlacementRank'),
    ...wrong(side.textGiven, 'is at another setting that is not described', 'SENSettingOther', (record) => {
      resettle(record, { SENSetting: 'OTH' });
    }),
    ...wrong(side.textNotGiven, 'describes another setting beside its URN', 'SENSettingOther', (record) => {
      record.SENSettingOther = 'To be confirmed';
    }),
    ...gone(side.unitGiven, 'SENunitIndicator'),
    ...gone(side.provisionGiven, 'ResourcedProvisionIndicator'),
    ...wrong(side.notBoth, 'is in a SEN unit and a resourced provision', 'SENunitIndicator', (record) => {
      Object.assign(record, { SENunitIndicator: '1', ResourcedProvisionIndicator: '1' });
    }),
    ...wrong(side.onlyWithUrn, 'is in a SEN unit of a UKPRN', 'SENunitIndicator', (record) => {
      resettle(record, { UKPRN: someUkprn, SENunitIndicator: '1' });
    }),
  ];
}

/** An indicator that is 1, of each way to say where without a URN, and where nothing is said at all. */
function withoutUrn(side: Side): readonly Break[] {
  const ways = [
    ['ola', 'arranged-by-la'],
    ['opa', 'arranged-by-parent'],
    ['ehe', 'home-education'],
    ['eyp', 'early-years-provider'],
    ['oth', 'other-setting'],
    ['ukprn', 'provider-without-urn'],
  ] as const;
  const indicators = [
    ['unit', 'SENunitIndicator', 'ResourcedProvisionIndicator'],
    ['provision', 'ResourcedProvisionIndicator', 'SENunitIndicator'],
  ] as const;
  const beside = ways.flatMap(([way, parent]) =>
    indicators.map(([name, tag, other]) =>
      recordBreak(
        side.onlyWithUrn,
        `${name}-beside-${way}`,
        parent,
        `Of a ${side.noun} without a URN ${tag} is 1 and ${other} 0.`,
        (draft) => {
          Object.assign(side.record(draft, 1), { [tag]: '1', [other]: '0' });
          return { at: [side.at(draft, 'SENunitIndicator', 1)], orAt: [side.at(draft, tag, 1)] };
        },
      ),
    ),
  );
  const alone = indicators.map(([name, tag]) =>
    recordBreak(
      side.someWhere,
      `${name}-alone`,
      name === 'unit' ? 'sen-unit' : 'resourced-provision',
      `A ${side.noun} whose ${tag} is 1 has no URN, and nothing in its place.`,
      (draft) => {
        delete side.record(draft, 1).URN;
        return side.at(draft, 'URN', 1);
      },
    ),
  );
  return [...beside, ...alone];
}

/** Two ways of saying where at once, by code. */
function tooMuch(side: Side): readonly Break[] {
  const codes = ['OLA', 'OPA', 'EHE', 'EYP'] as const;
  return [
    ...codes.map((code) =>
      recordBreak(
        side.oneWhere,
        `ukprn-beside-${code.toLowerCase()}`,
        code === 'EYP' ? 'early-years-provider' : 'arranged-by-la',
        `A ${side.noun} has SENSetting ${code} and a UKPRN.`,
        (draft) => {
          resettle(side.record(draft, 1), { UKPRN: someUkprn, SENSetting: code });
          return side.at(draft, 'UKPRN', 1);
        },
      ),
    ),
    recordBreak(
      side.oneWhere,
      'urn-beside-oth',
      'issued-on-time',
      `A ${side.noun} with a URN is at another setting too, which is described.`,
      (draft) => {
        Object.assign(side.record(draft, 1), { SENSetting: 'OTH', SENSettingOther: 'Farm school' });
        return side.at(draft, 'URN', 1);
      },
    ),
  ];
}

/** What a person who is in no education or training has beside the code for it: a UKPRN. */
const beside = (code: string, parent: string, number: number): Break =>
  recordBreak(
    placement.oneWhere,
    `ukprn-beside-${code.toLowerCase()}`,
    parent,
    `A placement has SENSetting ${code} and a UKPRN.`,
    (draft) => {
      draft.placement(number).UKPRN = someUkprn;
      return draft.at.placement('UKPRN', number);
    },
  );

const outOfEducation: readonly Break[] = [
  beside('NEET', 'neet', 2),
  beside('NIEC', 'notice-to-cease', 1),
  beside('NIEO', 'not-in-education', 1),
];

/** More breaks of the rules about where: in every repeat, of open and ceased plans, and with every code. */
export const settingMoreBreaks: readonly Break[] = [
  ...repeated(planDetail, bothDetails),
  ...repeated(planDetail, ceasedDetail),
  ...repeated(placement, allPlacements),
  ...repeated(placement, ceasedPlacements),
  ...[planDetail, placement].flatMap((side) => [...withoutUrn(side), ...tooMuch(side)]),
  ...outOfEducation,
];
