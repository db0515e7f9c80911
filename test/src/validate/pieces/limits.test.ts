import { generateReturn } from '../../../../generators/index.js';
import { returnToXml } from '../../../../output/index.js';
import {
  bytesSource,
  UnknownYearError,
  validate,
  validateInThreads,
  type ByteSource,
} from '../../../../src/validate/index.js';
import { cutPersons } from '../../../../src/validate/pieces/cut-persons.js';

const xml = returnToXml(generateReturn({ year: 2025, la: '202', seed: 'limits', persons: 20 }), 2025);
const inPieces = { workers: 1, worthThreads: 0, pieceBytes: 1000 };

/** A source that tells how often it was opened and is still open. */
function watched(text: string): { readonly source: ByteSource; readonly open: () => number } {
  const bytes = Buffer.from(text);
  let open = 0;
  return {
    source: {
      size: bytes.length,
      *chunks() {
        open += 1;
        try {
          for (let at = 0; at < bytes.length; at += 500) yield bytes.subarray(at, at + 500);
        } finally {
          open -= 1;
        }
      },
    },
    open: () => open,
  };
}

describe('a large return', () => {
  it.each([' 2025', '2025 ', '+2025', '2025.0', '02025', '0x7e9', '2.025e3'])(
    'is not taken for one of 2025 by the Year "%s", as a small one is not',
    async (year) => {
      const source = bytesSource(Buffer.from(xml.replace('<Year>2025<', `<Year>${year}<`)));
      expect(() => validate(source, {})).toThrow(UnknownYearError);
      await expect(validateInThreads(source, inPieces)).rejects.toThrow(UnknownYearError);
    },
  );

  it.each([
    ['as it should be', xml],
    ['with a comment among the persons', xml.replace('</Person>', '</Person><!-- x -->')],
    ['with another root', xml.replaceAll('Message>', 'Massage>')],
    ['without a header', xml.replace(/<Header>[^]*<\/Header>\n/, '')],
    ['whose persons never end as expected', xml.replaceAll('</Person>', '</Person >')],
    ['cut off', xml.slice(0, xml.length / 2)],
    ['that is not XML in its header', xml.replace('<Header>', '<Header')],
  ])('leaves nothing open: %s', async (_, text) => {
    const { source, open } = watched(text);
    const found = await validateInThreads(source, { ...inPieces, year: 2025 });
    expect(open()).toBe(0);
    expect(found).toEqual(validate(bytesSource(Buffer.from(text)), { year: 2025 }));
  });

  it('is not held whole where no person ends', () => {
    const piece = Buffer.alloc(1 << 20, ' ');
    let made = 0;
    const cut = cutPersons(
      (function* () {
        yield Buffer.from('<Message><Persons>');
        // A gigabyte, were it all to be read.
        for (; made < 1024; made++) yield piece;
      })(),
      1 << 20,
    );
    expect([...(cut?.pieces ?? [])]).toEqual([]);
    expect(made).toBeLessThan(200);
  });
});
