import type { PlacementDetail, PlanDetail } from '../return/index.js';
import { rule, type RecordRule, type Ref } from './definition.js';
import { isOneOf, missing, missingText, presence, present, settingsGiven } from './words.js';

type Detail = PlanDetail | PlacementDetail;

/** How the twin rules of PlanDetail and PlacementDetail differ: their ids, and the codes that want a description. */
interface Twin {
  readonly on: 'PlanDetail' | 'PlacementDetail';
  readonly needsOther: readonly string[];
  readonly ids: {
    readonly atLeastOne: string;
    readonly atMostOne: string;
    readonly rank: string;
    readonly otherPresent: string;
    readonly otherAbsent: string;
    readonly unit: string;
    readonly resourced: string;
    readonly notBoth: string;
    readonly noUrn: string;
  };
}

/** The rules on where a person is placed, alike in the plan as named and in the placements. */
function settingRules({ on, needsOther, ids }: Twin): readonly RecordRule[] {
  const codes = needsOther.join(' or ');
  const item = (tag: keyof PlanDetail): Ref => `${on}.${tag}`;
  const given = [item('URN'), item('UKPRN'), item('SENSetting')];
  const indicators = [item('SENunitIndicator'), item('ResourcedProvisionIndicator')];
  const whereUrn = {
    when: 'where there is a URN',
    uses: [item('URN')],
    applies: (detail: Detail) => present(detail.URN),
  };
  return [
    rule({
      id: ids.atLeastOne,
      level: 'error',
      basis: 'guide',
      statement: `Each ${on} gives a URN, a UKPRN or a SENSetting.`,
      message: 'Where the person is placed is not given: a URN, a UKPRN or a SENSetting is needed.',
      on,
      phase: 'presence',
      items: given,
      lacks: given,
      broken: (detail: Detail) => settingsGiven(detail) === 0,
    }),
    rule({
      id: ids.atMostOne,
      level: 'error',
      basis: 'guide',
      statement: `Each ${on} gives no more than one of URN, UKPRN and SENSetting.`,
      message: 'Only one of URN, UKPRN and SENSetting may be given; there are more.',
      on,
      items: given,
      broken: (detail: Detail) => settingsGiven(detail) > 1,
    }),
    presence(ids.rank, on, `${on}.PlacementRank`),
    rule({
      id: ids.otherPresent,
      level: 'query',
      basis: 'guide',
      statement: `SENSettingOther is present where SENSetting is ${codes}.`,
      message: `SENSetting is ${codes}: say in SENSettingOther what it is.`,
      on,
      phase: 'conditional',
      items: [item('SENSettingOther')],
      uses: [item('SENSetting')],
      lacks: [item('SENSettingOther')],
      broken: (detail: Detail) => isOneOf(detail.SENSetting, ...needsOther) && missingText(detail.SENSettingOther),
    }),
    rule({
      id: ids.otherAbsent,
      level: 'query',
      basis: 'guide',
      statement: `SENSettingOther is absent unless SENSetting is ${codes}. Looked at where ${ids.atLeastOne} holds.`,
      message: `SENSettingOther is given although SENSetting is not ${codes}.`,
      on,
      items: [item('SENSettingOther')],
      uses: [item('SENSetting')],
      unless: [ids.atLeastOne],
      broken: (detail: Detail) => !missingText(detail.SENSettingOther) && !isOneOf(detail.SENSetting, ...needsOther),
    }),
    presence(ids.unit, on, `${on}.SENunitIndicator`, {}, whereUrn),
    presence(ids.resourced, on, `${on}.ResourcedProvisionIndicator`, {}, whereUrn),
    rule({
      id: ids.notBoth,
      level: 'query',
      basis: 'sense',
      statement: 'Where there is a URN, SENunitIndicator and ResourcedProvisionIndicator are not both 1.',
      message: 'The placement is said to be in a SEN unit and in resourced provision at once.',
      on,
      items: indicators,
      uses: [item('URN')],
      broken: (detail: Detail) =>
        present(detail.URN) && detail.SENunitIndicator === '1' && detail.ResourcedProvisionIndicator === '1',
    }),
    rule({
      id: ids.noUrn,
      level: 'query',
      basis: 'sense',
      statement: `Neither indicator is 1 where there is no URN. Looked at where ${ids.atLeastOne} holds.`,
      message: 'A SEN unit or resourced provision is part of a school, but no URN is given.',
      on,
      items: indicators,
      uses: [item('URN')],
      unless: [ids.atLeastOne],
      broken: (detail: Detail) =>
        missing(detail.URN) && (detail.SENunitIndicator === '1' || detail.ResourcedProvisionIndicator === '1'),
    }),
  ];
}

export const planSettingRules = settingRules({
  on: 'PlanDetail',
  needsOther: ['OTH'],
  ids: {
    atLeastOne: 'PLN-13',
    atMostOne: 'PLN-14',
    rank: 'PLN-15',
    otherPresent: 'PLN-17',
    otherAbsent: 'PLN-18',
    unit: 'PLN-19',
    resourced: 'PLN-20',
    notBoth: 'PLN-21',
    noUrn: 'PLN-22',
  },
});

export const placementSettingRules = settingRules({
  on: 'PlacementDetail',
  needsOther: ['OTH', 'NIEO'],
  ids: {
    atLeastOne: 'PLC-03',
    atMostOne: 'PLC-04',
    rank: 'PLC-05',
    otherPresent: 'PLC-15',
    otherAbsent: 'PLC-16',
    unit: 'PLC-18',
    resourced: 'PLC-19',
    notBoth: 'PLC-20',
    noUrn: 'PLC-21',
  },
});
