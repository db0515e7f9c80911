import { hasValueRule, message, type GroupNode, type ItemNode } from '../model/index.js';
import type { RuleText } from './definition.js';

/** A rule that the value of one item is of the item's type; made from the item model. */
export interface ValueRule extends RuleText {
  readonly kind: 'value';
  readonly parent: string;
  readonly tag: string;
}

/** Id of the VAL rule of an item, such as `VAL-Person.Sex`. */
export function valueRuleId(parent: string, tag: string): string {
  return `VAL-${parent}.${tag}`;
}

/** The VAL rules of every item that has one, in the order of the message. */
export const valueRules: readonly ValueRule[] = collect(message);

function collect(group: GroupNode): ValueRule[] {
  return group.children.flatMap((child) => {
    if (child.kind === 'group') return collect(child);
    return hasValueRule(child.type) ? [valueRule(group, child)] : [];
  });
}

function valueRule(group: GroupNode, item: ItemNode): ValueRule {
  const { tag, type, from, to } = item;
  return {
    kind: 'value',
    id: valueRuleId(group.tag, tag),
    level: 'error',
    basis: 'structure',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    parent: group.tag,
    tag,
    statement: `A ${tag} of ${group.tag} that is not empty is ${inWords(type)}.`,
    message: `The value of ${tag} is not ${inWords(type)}.`,
  };
}

function inWords(type: ItemNode['type']): string {
  switch (type) {
    case 'date':
      return 'a real date written ccyy-mm-dd';
    case 'dateTime':
      return 'a real date and time written ccyy-mm-ddThh:mm:ss';
    case 'digits:3':
      return 'three digits';
    case 'postcode':
      return 'a UK postcode in capitals';
    case 'urn':
      return 'a URN of 5 or 6 digits';
    case 'ukprn':
      return 'a UKPRN of 8 digits';
    case 'code:laOrUnknown':
      return 'the number of a local authority of the collection year, or XXX';
    case 'code:la':
      return 'the number of a local authority of the collection year';
    default:
      return type.startsWith('fixed:') ? type.slice('fixed:'.length) : 'one of its codes in the collection year';
  }
}
