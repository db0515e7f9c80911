import { yearModel, type YearGroup, type YearItem, type YearModel, type YearNode } from '../model/index.js';
import { remark, toLines, xs, type Markup } from './xsd-markup.js';
import { typeDefinition, typeName } from './xsd-types.js';

/** Whether an item, or a container, must stand in every container of a kind: what the message structure leaves to the rules. */
export type IsRequired = (parent: string, tag: string) => boolean;

/**
 * The XML Schema (XSD 1.0) of a collection year, made from the item model: order, counts, codes and patterns.
 * `isRequired` adds what the rules demand without a condition to what the message structure demands by itself.
 * The same year and demands always give the same text.
 * @throws RangeError for a year the kit does not know.
 */
export function xsdFor(year: number, isRequired: IsRequired = () => false): string {
  const model = yearModel(year);
  const mustStand = (node: YearNode): boolean =>
    node.node.min === 1 || (node.parent !== undefined && isRequired(node.parent.tag, node.tag));

  const schema = xs(
    'schema',
    { 'xmlns:xs': 'http://www.w3.org/2001/XMLSchema' },
    xs('element', { name: model.message.tag, type: model.message.tag }),
    ...model.groups.map((group) => containerType(group, mustStand)),
    ...valueTypes(model, mustStand),
  );
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', ...toLines(remark(introduction(model))), ...toLines(schema)];
  return `${lines.join('\n')}\n`;
}

function introduction({ year, facts }: YearModel): string {
  const provisional = facts.provisional === undefined ? '' : `\n  Provisional: ${facts.provisional}.`;
  return `SEN2 person level return, collection year ${year} (census day ${facts.referenceDate}).${provisional}
  DfE publishes no XSD of this return. This one is sen2kit's reading of DfE's guides, and stands for nothing else:
  it states order, counts, codes and patterns, and no rule over more than one item. A return that it accepts may still
  break rules.`;
}

function containerType(group: YearGroup, mustStand: (node: YearNode) => boolean): Markup {
  const children = group.children.flatMap((child) => {
    const counts = {
      ...(mustStand(child) ? {} : { minOccurs: '0' }),
      ...(child.kind === 'item' || child.max === 1
        ? {}
        : { maxOccurs: child.max === Infinity ? 'unbounded' : `${child.max}` }),
    };
    if (child.kind === 'group') return [xs('element', { name: child.tag, type: child.tag, ...counts })];
    const type = typeName(child, mustStand(child));
    return [remark(nameOf(child)), itemElement(child, type, counts)];
  });
  return xs('complexType', { name: group.tag }, xs('sequence', {}, ...children));
}

function itemElement(item: YearItem, type: string, counts: Readonly<Record<string, string>>): Markup {
  const { alias } = item.node;
  if (alias === undefined) return xs('element', { name: item.tag, type, ...counts });
  // DfE's texts spell the tag both ways.
  return xs('choice', counts, xs('element', { name: item.tag, type }), xs('element', { name: alias, type }));
}

function nameOf(item: YearItem): string {
  const label = item.node.label.replace(/\s+/g, ' ');
  return item.number === undefined ? label : `${item.number} ${label}`;
}

/** Each type once, in the order in which the items that have it first stand. */
function valueTypes(model: YearModel, mustStand: (node: YearNode) => boolean): Markup[] {
  const definitions = new Map<string, Markup>();
  for (const item of model.items) {
    const name = typeName(item, mustStand(item));
    if (!definitions.has(name)) definitions.set(name, typeDefinition(item, name, model));
  }
  return [...definitions.values()];
}
