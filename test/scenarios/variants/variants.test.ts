import { SaxesParser } from 'saxes';
import { referenceFindings } from '../../../conformance/suite/prove.js';
import { Draft, parents, variants, variantsIn, type Variant } from '../../../scenarios/index.js';
import { collectionYears } from '../../../src/model/index.js';
import { parentMaker } from '../breaks/proof.js';

const big = 1_000_000;

/** The elements of a file in their order, each with its own text where that is more than white space. */
function read(file: Uint8Array): readonly string[] {
  const parser = new SaxesParser({ xmlns: true });
  const elements: string[] = [];
  const open: { readonly at: number; text: string }[] = [];
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    open.push({ at: elements.length, text: '' });
    elements.push(name);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    const element = open.pop();
    if (element && element.text.trim() !== '') elements[element.at] = `${name}=${element.text}`;
  });
  parser.write(Buffer.from(file).toString('utf8')).close();
  return elements;
}

describe.each(collectionYears)('the variants of %i', (year) => {
  const key = { year, la: '330', seed: 'variants' };
  const parent = parentMaker(key);
  const written = variantsIn(year).map((variant) => {
    const { xml, ret, parent: of } = parent(variant.parent);
    const file = variant.write(xml, new Draft(year, key.la, structuredClone(ret), of.position));
    return { variant, file, xml };
  });
  const names = (some: readonly { readonly variant: Variant }[]): string[] => some.map(({ variant }) => variant.name);

  it('are all of them there', () => {
    expect(written.length).toBe(variants.length);
  });

  it('have no finding', () => {
    expect(names(written.filter(({ file }) => referenceFindings(file, year).length > 0))).toEqual([]);
  });

  it('differ from their parents and from one another', () => {
    expect(names(written.filter(({ file, xml }) => Buffer.from(file).toString('utf8') === xml))).toEqual([]);
    expect(new Set(written.map(({ file }) => Buffer.from(file).toString('latin1'))).size).toBe(written.length);
  });

  it('read the same as their parents where they say so, and otherwise do not', () => {
    const small = written.filter(({ file }) => file.length < big);
    const same = small.filter(({ file, xml }) => read(file).join('\n') === read(Buffer.from(xml, 'utf8')).join('\n'));
    expect(names(same)).toEqual(names(small.filter(({ variant }) => variant.readsTheSame)));
  });

  it('are big files in one case alone', () => {
    expect(names(written.filter(({ file }) => file.length > big))).toEqual(['ten-megabyte-surname']);
  });
});

describe('the names of the variants', () => {
  it('are each their own, and none of a parent', () => {
    const all = [...parents, ...variants].map(({ name }) => name);
    expect(new Set(all).size).toBe(all.length);
    expect(variants.filter(({ name }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)).map(({ name }) => name)).toEqual([]);
  });
});
