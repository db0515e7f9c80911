import type { PlanDetail } from '../../src/return/index.js';
import type { Draft } from './draft.js';

/** An item that both records have. */
export type SettingTag = keyof PlanDetail;

/** One of the two records that say where a person is placed, with the ids of the rules about it. */
export interface Side {
  readonly noun: string;
  readonly someWhere: string;
  readonly oneWhere: string;
  readonly rank: string;
  readonly textGiven: string;
  readonly textNotGiven: string;
  readonly unitGiven: string;
  readonly provisionGiven: string;
  readonly notBoth: string;
  readonly onlyWithUrn: string;
  /** The record of a position; a placement has all that a plan detail has. */
  readonly record: (draft: Draft, number: number) => PlanDetail;
  readonly at: (draft: Draft, tag: SettingTag, number: number) => string;
}

export const planDetail: Side = {
  noun: 'plan detail',
  someWhere: 'PLN-13',
  oneWhere: 'PLN-14',
  rank: 'PLN-15',
  textGiven: 'PLN-17',
  textNotGiven: 'PLN-18',
  unitGiven: 'PLN-19',
  provisionGiven: 'PLN-20',
  notBoth: 'PLN-21',
  onlyWithUrn: 'PLN-22',
  record: (draft, number) => draft.planDetail(number),
  at: (draft, tag, number) => draft.at.planDetail(tag, number),
};

export const placement: Side = {
  noun: 'placement',
  someWhere: 'PLC-03',
  oneWhere: 'PLC-04',
  rank: 'PLC-05',
  textGiven: 'PLC-15',
  textNotGiven: 'PLC-16',
  unitGiven: 'PLC-18',
  provisionGiven: 'PLC-19',
  notBoth: 'PLC-20',
  onlyWithUrn: 'PLC-21',
  record: (draft, number) => draft.placement(number),
  at: (draft, tag, number) => draft.at.placement(tag, number),
};

/** Says where by other items than those that stand in the record: all of them are taken out first. */
export function resettle(record: PlanDetail, items: PlanDetail): void {
  delete record.URN;
  delete record.UKPRN;
  delete record.SENSetting;
  delete record.SENSettingOther;
  delete record.SENunitIndicator;
  delete record.ResourcedProvisionIndicator;
  Object.assign(record, items);
}
