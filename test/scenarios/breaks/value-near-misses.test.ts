import { makeNearMiss, makeParent, type ParentReturn } from '../../../conformance/suite/make-case.js';
import { nearMissesIn, parentNamed, parentsIn, stories } from '../../../scenarios/index.js';
import { takenIn } from '../../../scenarios/breaks/code-tables.js';
import { allCodes, codesIn, collectionYears, splitType, yearModel } from '../../../src/model/index.js';
import { valueRuleId } from '../../../src/rules/index.js';

const longLists = ['la', 'laOrUnknown'];

/** The values that an item has in a file, as a reader of XML gets them. */
function valuesOf(xml: string, tag: string): readonly string[] {
  const elements = xml.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'));
  return [...elements].map((found) => (found[1] ?? '').replace(/<!\[CDATA\[([^]*?)\]\]>/g, '$1'));
}

describe.each(collectionYears)('the near misses of the codes of %i', (year) => {
  const key = { year, la: '202', seed: 'codes' };
  const made = new Map<string, ParentReturn>();
  const parent = (name: string): ParentReturn => {
    const known = made.get(name) ?? makeParent(key, parentNamed(name));
    made.set(name, known);
    return known;
  };
  const coded = yearModel(year).items.filter(({ node }) => node.type.startsWith('code:'));

  it('and the returns they are made from have every code of every item', () => {
    const lacking = coded.flatMap(({ tag, node, parent: container }) => {
      const [, list] = splitType(node.type as `code:${string}`);
      if (longLists.includes(list)) return [];
      const seen = new Set(
        nearMissesIn(year)
          .filter(({ rule }) => rule === valueRuleId(container.tag, tag))
          .flatMap((one) => [
            ...valuesOf(Buffer.from(makeNearMiss(key, parent(one.parent), one).file).toString('utf8'), tag),
            ...valuesOf(parent(one.parent).xml, tag),
          ]),
      );
      return [...codesIn(list, year).keys()].filter((code) => !seen.has(code)).map((code) => `${tag} ${code}`);
    });
    expect(coded.length).toBeGreaterThan(25);
    expect(lacking).toEqual([]);
  });

  it('have a case a code, where the list is short', () => {
    const names = new Set(nearMissesIn(year).map(({ rule, name }) => `${rule}.${name}`));
    const type = coded.find(({ tag }) => tag === 'SENtype');
    expect(type).toBeDefined();
    for (const code of codesIn('senType', year).keys())
      expect(names).toContain(`VAL-SENneed.SENtype.code-${code.toLowerCase()}`);
  });
});

it('the table of stories names items, codes and stories that there are', () => {
  const items = new Map(
    collectionYears
      .flatMap((year) => yearModel(year).items)
      .map(({ tag, parent, node }): [string, string] => [`${parent.tag}.${tag}`, node.type]),
  );
  const names = new Set(stories.map(({ name }) => name));
  for (const [item, codes] of Object.entries(takenIn)) {
    const type = items.get(item);
    expect(type).toMatch(/^code:/);
    const [, list] = splitType(type as `code:${string}`);
    const known = new Set(allCodes(list).map(({ code }) => code));
    for (const [code, taken] of Object.entries(codes)) {
      expect(known).toContain(code);
      expect(names).toContain('told' in taken ? taken.told : taken.instead);
    }
  }
});

it('each near miss names a parent of its year', () => {
  for (const year of collectionYears) {
    const told = new Set(parentsIn(year).map(({ name }) => name));
    expect(nearMissesIn(year).filter((one) => !told.has(one.parent))).toEqual([]);
  }
});
