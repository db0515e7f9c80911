import type { PlanDetail } from '../../src/return/index.js';
import type { NearMiss } from './break.js';
import { nearMiss } from './near-miss.js';
import { resettle, type SettingTag, type Side } from './sides.js';

/** A near miss that says where by other items, in the record at a position. */
export function settled(
  side: Side,
  rule: string,
  name: string,
  parent: string,
  what: string,
  items: PlanDetail,
  tag: SettingTag,
  number = 1,
): NearMiss {
  return nearMiss(rule, name, parent, `In a ${side.noun}, ${what}.`, (draft) => {
    resettle(side.record(draft, number), items);
    return side.at(draft, tag, number);
  });
}

/** A near miss that gives items of the record at a position other values, and leaves the rest. */
export function given(
  side: Side,
  rule: string,
  name: string,
  parent: string,
  what: string,
  items: PlanDetail,
  tag: SettingTag,
  number = 1,
): NearMiss {
  return nearMiss(rule, name, parent, `In a ${side.noun}, ${what}.`, (draft) => {
    Object.assign(side.record(draft, number), items);
    return side.at(draft, tag, number);
  });
}
