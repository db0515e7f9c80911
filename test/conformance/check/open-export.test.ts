import { compareReturns, keepReturn, openExport, type KeptReturn } from '../../../conformance/check/index.js';
import { generateReturn } from '../../../generators/index.js';
import { returnToXml } from '../../../output/index.js';
import { randomFor } from '../../../src/random/index.js';
import { bytesSource, validate } from '../../../src/validate/index.js';

const year = 2026;
const xml = returnToXml(generateReturn({ year, la: '202', seed: '1', persons: 15 }), year);

function read(text: string): Promise<KeptReturn> {
  return keepReturn(openExport('export.xml', bytesSource(Buffer.from(text)), year));
}

const header = /<Header>[^]*<\/Header>\n/.exec(xml)?.[0] ?? '';

describe('openExport', () => {
  it('reads a return that is right', async () => {
    const { header: facts, persons, stopped } = await read(xml);
    expect(facts['Source']).toMatchObject({ LEA: '202' });
    expect([persons.length, stopped]).toEqual([15, null]);
  });

  it('finds a header after the persons, and does without one', async () => {
    const late = await read(xml.replace(header, '').replace('</Message>', `${header}</Message>`));
    expect([late.header['Source'] !== undefined, late.persons.length, late.stopped]).toEqual([true, 15, null]);
    const none = await read(xml.replace(header, ''));
    expect([none.header, none.persons.length, none.stopped]).toEqual([{}, 15, null]);
  });

  it('leaves out what is not known, and reads what is out of order', async () => {
    const expected = await read(xml);
    const odd = xml.replace('<Surname>', '<Odd><Surname>x</Surname></Odd><Surname>');
    const swapped = xml.replace(/(<Surname>.*\n) *(<Forename>.*\n)/, '$2$1');
    expect(swapped).not.toBe(xml);
    for (const text of [odd, swapped]) expect((await read(text)).persons).toEqual(expected.persons);
  });

  it('makes nothing of what is no return', async () => {
    for (const text of ['', 'hello', '<a/>', '<Message>', '<Message/>']) {
      const { header: facts, persons } = await read(text);
      expect([facts, persons]).toEqual([{}, []]);
    }
    expect((await read('<a/>')).stopped).toMatch(/as far as line 1 only, for FILE-04/);
  });

  it('has nothing unreported, and never fails, whatever byte of the persons is another', async () => {
    const expected = await read(xml);
    const from = xml.indexOf('<Persons>');
    const random = randomFor('bytes');
    for (let time = 0; time < 150; time++) {
      const bytes = Buffer.from(xml);
      const at = random.int(from, bytes.length - 1);
      // White space between elements says nothing.
      if (/\s/.test(String.fromCharCode(bytes[at] ?? 0))) continue;
      bytes[at] = random.pick([0x00, 0x20, 0x26, 0x3c, 0x3e, 0x41, 0x7a, 0xff].filter((byte) => byte !== bytes[at]));
      const actual = await keepReturn(openExport('export.xml', bytesSource(bytes), year));
      const told: string[] = validate(bytesSource(bytes), { year }).findings.map(({ rule }) => rule);
      compareReturns(expected, actual, new Map(), ({ expectedPath }) => void told.push(expectedPath));
      expect({ at, told: told.length > 0 }).toEqual({ at, told: true });
    }
  });
});
