import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectionYears } from '../../../src/model/index.js';
import { loadXsd, XsdError, xsdFor } from '../../../src/schema/index.js';
import { trials } from './documents.js';

const small = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="20"/></xs:restriction></xs:simpleType></xs:element>
</xs:schema>`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the XSD of a year', () => {
  it.each(collectionYears)(
    'of %i takes what it must and refuses what it must',
    async (year) => {
      const schema = await loadXsd(xsdFor(year));
      const wrong = trials(year).filter(({ xml, valid }) => schema.validate(bytes(xml)).valid !== valid);
      expect(wrong.map(({ name, valid }) => `${name} should be ${valid ? 'taken' : 'refused'}`)).toEqual([]);
      schema.dispose();
    },
    60_000,
  );
});

describe('loadXsd', () => {
  it('says what is wrong, and on which line', async () => {
    const schema = await loadXsd(small);
    expect(schema.validate(bytes('<a>x</a>'))).toEqual({ valid: true, messages: [] });
    expect(schema.validate(bytes('\n\n<b/>'))).toEqual({
      valid: false,
      messages: [
        { message: "Element 'b': No matching global declaration available for the validation root.", line: 3 },
      ],
    });
    schema.dispose();
  });

  it.each([
    ['nothing', ''],
    ['no XML', 'a'],
    ['an open end', '<a>x'],
    ['two roots', '<a/><a/>'],
    ['a bad byte', new Uint8Array([60, 97, 62, 255, 60, 47, 97, 62])],
    ['a null', '<a>\u0000</a>'],
    ['an undefined entity', '<a>&b;</a>'],
  ])('takes %s for a document that is not valid, with a reason', async (_, text) => {
    const schema = await loadXsd(small);
    const verdict = schema.validate(typeof text === 'string' ? bytes(text) : text);
    expect(verdict.valid).toBe(false);
    expect(verdict.messages[0]?.message).toMatch(/\w/);
    // What went wrong once must not colour the next verdict.
    expect(schema.validate(bytes('<a>x</a>')).valid).toBe(true);
    schema.dispose();
  });

  it('does not expand entities, however they are nested', async () => {
    const schema = await loadXsd(small);
    const levels = Array.from(
      { length: 30 },
      (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};&e${i};&e${i};&e${i};&e${i};&e${i};">`,
    );
    const nested = `<!DOCTYPE a [<!ENTITY e0 "x">${levels.join('')}]><a>&e30;</a>`;
    const wide = `<!DOCTYPE a [<!ENTITY e "${'x'.repeat(100_000)}">]><a>${'&e;'.repeat(100_000)}</a>`;
    const circular = '<!DOCTYPE a [<!ENTITY b "&c;"><!ENTITY c "&b;">]><a>&b;</a>';
    const parameter = '<!DOCTYPE a [<!ENTITY % b "&#37;b;&#37;b;">%b;]><a/>';
    const start = performance.now();
    for (const text of [nested, wide, circular]) expect(schema.validate(bytes(text)).valid).toBe(false);
    schema.validate(bytes(parameter));
    expect(performance.now() - start).toBeLessThan(3000);
    schema.dispose();
  });

  it('loads nothing from disk, for documents or for schemas', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sen2kit-test-'));
    writeFileSync(join(folder, 'x.txt'), 'x');
    writeFileSync(join(folder, 'any.xsd'), small);
    writeFileSync(join(folder, 'any.dtd'), '<!ENTITY e "x"><!ELEMENT a (b)>');
    const schema = await loadXsd(small);
    const external = `<!DOCTYPE a [<!ENTITY e SYSTEM "file://${folder}/x.txt">]><a>&e;</a>`;
    expect(schema.validate(bytes(external)).valid).toBe(false);
    expect(schema.validate(bytes(`<!DOCTYPE a SYSTEM "${folder}/any.dtd"><a>&e;</a>`)).valid).toBe(false);
    expect(schema.validate(bytes(`<!DOCTYPE a SYSTEM "${folder}/any.dtd"><a>x</a>`)).valid).toBe(true);
    const including = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="${folder}/any.xsd"/></xs:schema>`;
    await expect(loadXsd(including)).rejects.toThrow(XsdError);
    schema.dispose();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['nothing', '', /^not a usable schema: \w/],
    ['no XML', '<xs:schema', /^not a usable schema \(line 1\): \w/],
    ['no schema', '<a/>', /not a schema document/],
    ['an unknown type', small.replace('xs:string', 'xs:strong'), /^not a usable schema \(line 2\): .*strong/],
  ])('refuses a schema that is %s', async (_, text, message) => {
    await expect(loadXsd(text)).rejects.toThrow(XsdError);
    await expect(loadXsd(text)).rejects.toThrow(message);
  });

  it('can be disposed of twice, and validates nothing after', async () => {
    const schema = await loadXsd(small);
    schema.dispose();
    schema.dispose();
    expect(() => schema.validate(bytes('<a/>'))).toThrow(XsdError);
  });
});
