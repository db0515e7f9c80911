import type { PlanDetail } from '../../src/return/index.js';
import type { Break } from './break.js';
import { absent, blank, missing, recordBreak, type Holder } from './record-break.js';
import { placement, planDetail, type SettingTag, type Side } from './sides.js';

const someUkprn = '10012345';
const someText = 'To be confirmed';
const ofSecond = { prefix: 'second-', of: ' of the second' };

/** Gives items of one record other values; the finding is at a tag. */
function given(
  side: Side,
  rule: string,
  name: string,
  parent: string,
  summary: string,
  items: PlanDetail,
  at: SettingTag,
  number = 1,
): Break {
  return recordBreak(rule, name, parent, `In a ${side.noun}, ${summary}.`, (draft) => {
    Object.assign(side.record(draft, number), items);
    return side.at(draft, at, number);
  });
}

function holder({ record, at }: Side, number = 1): Holder<SettingTag> {
  return (draft, tag) => ({ record: record(draft, number), at: at(draft, tag, number) });
}

/** Takes away, or empties, the one item that says where; the finding is at the first item still there, or at URN. */
function nowhere(side: Side): readonly Break[] {
  const without = (tag: SettingTag, name: string, parent: string, number = 1): Break =>
    recordBreak(side.someWhere, name, parent, `A ${side.noun} without ${tag}, and nothing in its place.`, (draft) => {
      Reflect.deleteProperty(side.record(draft, number), tag);
      return side.at(draft, 'URN', number);
    });
  const empty = (tag: SettingTag, name: string, parent: string): Break =>
    recordBreak(side.someWhere, name, parent, `A ${side.noun} with an empty ${tag} and nothing else.`, (draft) => {
      Object.assign(side.record(draft, 1), { [tag]: '' });
      // An empty element stands there, though its item is missing: either place can be told from the rule.
      const urn = side.at(draft, 'URN', 1);
      return tag === 'URN' ? { at: [urn] } : { at: [urn], orAt: [side.at(draft, tag, 1)] };
    });
  return [
    without('URN', 'no-urn', 'issued-on-time'),
    without('UKPRN', 'no-ukprn', 'provider-without-urn'),
    without('SENSetting', 'no-setting', 'arranged-by-la'),
    without('SENSetting', 'other-text-alone', 'other-setting'),
    without('URN', 'second-no-urn', 'two-placements', 2),
    empty('URN', 'urn-empty', 'special-school-independent'),
    empty('UKPRN', 'ukprn-empty', 'provider-without-urn'),
    empty('SENSetting', 'setting-empty', 'home-education'),
  ];
}

function twoWheres(side: Side): readonly Break[] {
  const two = (name: string, parent: string, items: PlanDetail, at: SettingTag, number = 1): Break =>
    given(
      side,
      side.oneWhere,
      name,
      parent,
      `${Object.keys(items).join(' and ')} stand beside ${at}`,
      items,
      at,
      number,
    );
  return [
    two('urn-and-ukprn', 'issued-on-time', { UKPRN: someUkprn }, 'URN'),
    two('urn-and-setting', 'issued-on-time', { SENSetting: 'EHE' }, 'URN'),
    two('ukprn-and-setting', 'provider-without-urn', { SENSetting: 'OLA' }, 'UKPRN'),
    two('all-three', 'special-school-independent', { UKPRN: someUkprn, SENSetting: 'OPA' }, 'URN'),
    two('second-urn-and-setting', 'two-placements', { SENSetting: 'OLA' }, 'URN', 2),
  ];
}

const ranks = (side: Side): readonly Break[] => [
  ...missing(side.rank, 'PlacementRank', 'review-maintained', holder(side)),
  ...missing(side.rank, 'PlacementRank', 'two-placements', holder(side, 2), ofSecond),
];

/** SENSettingOther where the setting asks for it, and where it does not. */
function texts(side: Side): readonly Break[] {
  const { textGiven, textNotGiven } = side;
  const notAsked = (name: string, parent: string, number = 1): Break =>
    given(
      side,
      textNotGiven,
      name,
      parent,
      'SENSettingOther is given where it is not asked for',
      { SENSettingOther: someText },
      'SENSettingOther',
      number,
    );
  return [
    ...missing(textGiven, 'SENSettingOther', 'other-setting', holder(side)),
    blank(textGiven, 'SENSettingOther', 'other-setting', holder(side)),
    given(
      side,
      textGiven,
      'code-becomes-oth',
      'arranged-by-la',
      'SENSetting is OTH without SENSettingOther',
      { SENSetting: 'OTH' },
      'SENSettingOther',
    ),
    notAsked('with-urn', 'issued-on-time'),
    notAsked('with-ukprn', 'provider-without-urn'),
    notAsked('with-ola', 'arranged-by-la'),
    notAsked('with-opa', 'arranged-by-parent'),
    notAsked('with-ehe', 'home-education'),
    notAsked('with-eyp', 'early-years-provider'),
    notAsked('second-with-urn', 'two-placements', 2),
    given(
      side,
      textNotGiven,
      'oth-becomes-ehe',
      'other-setting',
      'SENSetting is EHE, and the text of OTH is still there',
      { SENSetting: 'EHE' },
      'SENSettingOther',
    ),
  ];
}

/** SEN unit and resourced provision: both given with a URN, not both 1, and neither 1 without. */
function indicators(side: Side): readonly Break[] {
  const { unitGiven, provisionGiven, notBoth, onlyWithUrn } = side;
  const wrong = (rule: string, name: string, parent: string, summary: string, items: PlanDetail, number = 1): Break =>
    given(
      side,
      rule,
      name,
      parent,
      summary,
      items,
      rule === onlyWithUrn && items.SENunitIndicator === undefined ? 'ResourcedProvisionIndicator' : 'SENunitIndicator',
      number,
    );
  return [
    ...missing(unitGiven, 'SENunitIndicator', 'issued-on-time', holder(side)),
    absent(unitGiven, 'SENunitIndicator', 'resourced-provision', holder(side), {
      prefix: 'resourced-',
      of: ' beside a resourced provision',
    }),
    absent(unitGiven, 'SENunitIndicator', 'two-placements', holder(side, 2), ofSecond),
    ...missing(provisionGiven, 'ResourcedProvisionIndicator', 'issued-on-time', holder(side)),
    absent(provisionGiven, 'ResourcedProvisionIndicator', 'sen-unit', holder(side), {
      prefix: 'unit-',
      of: ' beside a SEN unit',
    }),
    absent(provisionGiven, 'ResourcedProvisionIndicator', 'two-placements', holder(side, 2), ofSecond),
    wrong(notBoth, 'unit-and-provision', 'sen-unit', 'a SEN unit is a resourced provision too', {
      ResourcedProvisionIndicator: '1',
    }),
    wrong(notBoth, 'provision-and-unit', 'resourced-provision', 'a resourced provision is a SEN unit too', {
      SENunitIndicator: '1',
    }),
    wrong(
      notBoth,
      'second-both',
      'two-placements',
      'both indicators are 1',
      { SENunitIndicator: '1', ResourcedProvisionIndicator: '1' },
      2,
    ),
    wrong(onlyWithUrn, 'unit-of-code', 'arranged-by-la', 'a SENSetting has a SEN unit', { SENunitIndicator: '1' }),
    wrong(onlyWithUrn, 'provision-of-ukprn', 'provider-without-urn', 'a UKPRN has a resourced provision', {
      ResourcedProvisionIndicator: '1',
    }),
    wrong(onlyWithUrn, 'both-of-code', 'home-education', 'a SENSetting has a SEN unit and a resourced provision', {
      SENunitIndicator: '1',
      ResourcedProvisionIndicator: '1',
    }),
    recordBreak(
      onlyWithUrn,
      'ukprn-for-urn',
      'sen-unit',
      `A ${side.noun} in a SEN unit has a UKPRN in place of the URN.`,
      (draft) => {
        const record = side.record(draft, 1);
        delete record.URN;
        record.UKPRN = someUkprn;
        return side.at(draft, 'SENunitIndicator', 1);
      },
    ),
  ];
}

/** What placements alone have: the codes for being out of education, and a third record. */
const placementAlone: readonly Break[] = [
  ...missing('PLC-15', 'SENSettingOther', 'not-in-education', holder(placement), {
    prefix: 'nieo-',
    of: ' beside NIEO',
  }),
  blank('PLC-15', 'SENSettingOther', 'not-in-education', holder(placement), { prefix: 'nieo-', of: ' beside NIEO' }),
  given(
    placement,
    'PLC-16',
    'with-neet',
    'neet',
    'SENSettingOther stands beside NEET',
    { SENSettingOther: someText },
    'SENSettingOther',
    2,
  ),
  given(
    placement,
    'PLC-16',
    'with-niec',
    'notice-to-cease',
    'SENSettingOther stands beside NIEC',
    { SENSettingOther: someText },
    'SENSettingOther',
  ),
  absent('PLC-05', 'PlacementRank', 'three-placements', holder(placement, 3), {
    prefix: 'third-',
    of: ' of the third',
  }),
  absent('PLC-18', 'SENunitIndicator', 'three-placements', holder(placement, 3), {
    prefix: 'third-',
    of: ' of the third',
  }),
];

/** Breaks of the rules about where, which are alike for the plan as named and for placements. */
export const settingBreaks: readonly Break[] = [
  ...[planDetail, placement].flatMap((side) => [
    ...nowhere(side),
    ...twoWheres(side),
    ...ranks(side),
    ...texts(side),
    ...indicators(side),
  ]),
  ...placementAlone,
];
