import type { YearItem, YearModel } from '../../src/model/index.js';

/** An item by its tag, and with its container where the year has the tag in more than one. */
export function itemWords(item: YearItem, model: YearModel): string {
  const isShared = model.items.filter((other) => other.tag === item.tag).length > 1;
  return isShared ? `${item.tag} of ${item.parent.tag}` : item.tag;
}

/** An item by its container and tag, as ids have it. */
export function itemKey(item: YearItem): string {
  return `${item.parent.tag}.${item.tag}`;
}
