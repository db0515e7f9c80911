import {
  codesIn,
  splitType,
  yearModel,
  type YearGroup,
  type YearItem,
  type YearModel,
} from '../../../src/model/index.js';

/** An element of a message that may be broken in any way. */
export interface Tree {
  tag: string;
  attributes: string;
  /** Written as it stands, before the children. */
  text: string;
  children: Tree[];
}

/** Where a tree came from: the model's node, the element and the one that holds it. */
export interface Spot<N> {
  readonly node: N;
  readonly element: Tree;
  readonly parent: Tree;
}

/** A message of a year with every item and every container there, the repeating ones twice, and the spots in it. */
export function fullMessage(year: number): { root: Tree; items: Spot<YearItem>[]; groups: Spot<YearGroup>[] } {
  const model = yearModel(year);
  const items: Spot<YearItem>[] = [];
  const groups: Spot<YearGroup>[] = [];
  const build = (group: YearGroup): Tree => {
    const element = leaf(group.tag);
    for (const node of group.children) {
      if (node.kind === 'item') {
        const child = leaf(node.tag, sampleOf(node, model));
        element.children.push(child);
        items.push({ node, element: child, parent: element });
        continue;
      }
      for (let i = 0; i < (node.repeats ? 2 : 1); i++) {
        const child = build(node);
        element.children.push(child);
        groups.push({ node, element: child, parent: element });
      }
    }
    return element;
  };
  return { root: build(model.message), items, groups };
}

/** An element with a text and nothing else. */
export function leaf(tag: string, text = ''): Tree {
  return { tag, attributes: '', text, children: [] };
}

export function render(tree: Tree): string {
  const { tag, attributes, text, children } = tree;
  return `<${tag}${attributes}>${text}${children.map(render).join('\n')}</${tag}>`;
}

const samples = new WeakMap<YearItem, string>();

function sampleOf(item: YearItem, model: YearModel): string {
  const value = samples.get(item) ?? sampleValue(item, model);
  samples.set(item, value);
  return value;
}

/** A value that the item accepts in the year. */
function sampleValue(item: YearItem, model: YearModel): string {
  const { type } = item.node;
  switch (type) {
    case 'text':
      return 'Ann';
    case 'date':
      return item.tag === 'ReferenceDate' ? model.facts.referenceDate : '2024-02-29';
    case 'dateTime':
      return '2024-02-29T23:59:59';
    case 'year':
      return `${model.year}`;
    case 'digits:3':
      return '001';
    case 'postcode':
      return 'SW1A 1AA';
    case 'upn':
      return 'B801200005001';
    case 'uln':
      return '9276308686';
    case 'urn':
      return '12345';
    case 'ukprn':
      return '10001234';
    default: {
      const [kind, name] = splitType(type);
      return kind === 'fixed' ? name : ([...codesIn(name, model.year).keys()][0] ?? '');
    }
  }
}
