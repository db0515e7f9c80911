import { hasValueRule } from '../../src/model/index.js';
import { valueRuleId } from '../../src/rules/index.js';
import type { Break } from './break.js';
import { everyItem, parentWith, placeOf, valueIn, type PlacedItem } from './places.js';
import { yearsOfNode } from './structure.js';
import { wrongValues, type WrongValue } from './wrong-values.js';

/** The item with another value, in a parent that has it. */
export function valueBreak({ container, item }: PlacedItem, { name, summary, value }: WrongValue): Break {
  const { tag } = item;
  return {
    rule: valueRuleId(container, tag),
    name,
    summary: `${tag}: ${summary}.`,
    ...yearsOfNode(item),
    parent: parentWith(container, tag),
    change: (draft) => {
      const { record, path } = placeOf(draft, container, tag);
      const right = valueIn(record, tag);
      if (typeof right !== 'string' || right === '') throw new RangeError(`${path}/${tag} has no value to go wrong`);
      const wrong = value(right);
      if (wrong === right) throw new RangeError(`${name} changes nothing in ${path}/${tag}`);
      Object.assign(record, { [tag]: wrong });
      return { at: [`${path}/${tag}`] };
    },
  };
}

/** For every item with a VAL rule, a value of each kind that is likely to go wrong. Made from the item model. */
export const valueBreaks: readonly Break[] = everyItem
  .filter(({ item }) => hasValueRule(item.type))
  .flatMap((placed) => wrongValues(placed.item.type).map((wrong) => valueBreak(placed, wrong)));
