import {
  allCodes,
  codeSetNames,
  collectionYears,
  inForce,
  splitType,
  upnLaCodes,
  yearModel,
} from '../../../src/model/index.js';
import { loadXsd, xsdFor } from '../../../src/schema/index.js';
import { wrongValuesOf } from './documents.js';
import { fullMessage, render } from './tree.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('xsdFor', () => {
  it('gives the same text each time, and another for each year', () => {
    const all = collectionYears.map((year) => xsdFor(year));
    expect(collectionYears.map((year) => xsdFor(year))).toEqual(all);
    expect(new Set(all).size).toBe(collectionYears.length);
  });

  it('says what it is', () => {
    for (const year of collectionYears) {
      const xsd = xsdFor(year);
      expect(xsd).toMatch(
        /^<\?xml version="1.0" encoding="UTF-8"\?>\n<!-- SEN2 person level return, collection year \d{4} /,
      );
      expect(xsd).toContain(`collection year ${year} (census day ${yearModel(year).facts.referenceDate})`);
      expect(xsd).toContain('DfE publishes no XSD of this return');
      expect(xsd.includes('Provisional:')).toBe(year === 2027);
      expect(xsd.endsWith('</xs:schema>\n')).toBe(true);
    }
  });

  it('refuses a year that is not known', () => {
    expect(() => xsdFor(1999)).toThrow(RangeError);
  });

  it('demands what it is told that the rules demand, containers too, and nothing else more', async () => {
    const demanded = ['NamedPlan.PB', 'PlacementDetail.SENSetting', 'Requests.ActivePlans'];
    const schema = await loadXsd(xsdFor(2025, (parent, tag) => demanded.includes(`${parent}.${tag}`)));
    const full = fullMessage(2025);
    expect(schema.validate(bytes(render(full.root))).valid).toBe(true);
    const refused = new Set<string>();
    for (const { element, parent } of [...full.items, ...full.groups]) {
      const before = parent.children;
      parent.children = before.filter((child) => child.tag !== element.tag);
      if (!schema.validate(bytes(render(full.root))).valid) refused.add(`${parent.tag}.${element.tag}`);
      parent.children = before;
    }
    const { items, groups } = yearModel(2025);
    const structural = [...items, ...groups].flatMap((node) =>
      node.node.min === 1 && node.parent ? [`${node.parent.tag}.${node.tag}`] : [],
    );
    expect([...refused].sort()).toEqual([...structural, ...demanded].sort());
    schema.dispose();
  });

  it('takes the codes in force in the year and no others', async () => {
    for (const year of collectionYears) {
      const schema = await loadXsd(xsdFor(year));
      const full = fullMessage(year);
      for (const set of codeSetNames) {
        const spot = full.items.find(({ node }) => isOfSet(node.node.type, set));
        if (!spot) continue;
        const sample = spot.element.text;
        for (const code of allCodes(set)) {
          spot.element.text = code.code;
          const { valid } = schema.validate(bytes(render(full.root)));
          expect(`${year} ${set} ${code.code} ${valid}`).toBe(`${year} ${set} ${code.code} ${inForce(code, year)}`);
        }
        spot.element.text = sample;
      }
      schema.dispose();
    }
  });

  it('takes the LA codes that a UPN may carry and no others', async () => {
    const schema = await loadXsd(xsdFor(2025));
    const full = fullMessage(2025);
    const upn = full.items.find(({ node }) => node.tag === 'UPN');
    if (!upn) throw new Error('no UPN');
    const taken: string[] = [];
    for (let n = 0; n < 1000; n++) {
      const la = `${n}`.padStart(3, '0');
      upn.element.text = `A${la}200005001`;
      if (schema.validate(bytes(render(full.root))).valid) taken.push(la);
    }
    expect(taken).toEqual([...upnLaCodes].sort());
    schema.dispose();
  });

  it('refuses no value that the model accepts: the values used as wrong are wrong for both', () => {
    for (const year of collectionYears) {
      for (const item of yearModel(year).items) {
        // The reference date is narrower here than a date.
        if (!item.hasValueRule || item.tag === 'ReferenceDate') continue;
        expect(wrongValuesOf(item).filter((value) => item.accepts(value))).toEqual([]);
      }
    }
  });
});

function isOfSet(type: string, set: string): boolean {
  if (!type.startsWith('code:')) return false;
  return splitType(`code:${type.slice('code:'.length)}`)[1] === set;
}
