import fc from 'fast-check';
import { FileFault, maybePlain, readPlain, XmlReader, type XmlHandler } from '../../../src/reading/index.js';

/** What a reader tells, texts that follow each other put together; the other reader keeps back a text at the very end. */
function teller(): { readonly handler: XmlHandler; readonly told: () => readonly string[] } {
  const told: string[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') told.push(`text ${JSON.stringify(text)}`);
    text = '';
  };
  return {
    handler: {
      open: (tag, attributes, line, column) => {
        flush();
        told.push(`open ${tag} ${JSON.stringify(attributes)} ${line}:${column}`);
      },
      text: (more) => {
        text += more;
      },
      close: () => {
        flush();
        told.push('close');
      },
    },
    told: () => told,
  };
}

interface Read {
  readonly told: readonly string[];
  readonly end: { readonly line: number; readonly column: number };
}

/** What the plain reader makes of what stands in an element of the first line; undefined where it leaves it. */
function plainly(inside: string): Read | undefined {
  const text = maybePlain(Buffer.from(inside));
  const { handler, told } = teller();
  handler.open('a', {}, 1, 1);
  const end = text === undefined ? undefined : readPlain(text, handler, { line: 1, column: 3 });
  return end && { told: told(), end };
}

/** The same by the reader of all XML; undefined where it is not well-formed as far as it goes. */
function asXml(inside: string): Read | undefined {
  const { handler, told } = teller();
  const reader = new XmlReader(handler);
  try {
    reader.write(Buffer.from(`<a>${inside}`));
    return { told: told(), end: reader.position() };
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}

describe('plain markup', () => {
  it.each([
    ['nothing', ''],
    ['an item', '<b>1</b>'],
    ['lines', '\n  <b>\n    <c>x</c>\n    <d/>\n  </b>\n'],
    ['one line', '<b><c>x</c><d></d></b>'],
    ['tabs and empty lines', '\t<b>\n\n\n\t\t<c>\t</c>\n</b>\n\n  '],
    ['characters beyond ASCII', '<b>Zoë Müller-陳 \u0085 \uFEFF</b>\n<c/>'],
    ['signs that are no markup', `<b>a > b "c" 'd' ]] = / ; -- ></b>`],
  ])('is told as by the reader of all XML: %s', (_, inside) => {
    const plain = plainly(inside);
    expect(plain).toBeDefined();
    expect(plain).toEqual(asXml(inside));
  });

  it.each([
    ['a reference', '<b>&amp;</b>'],
    ['a comment', '<b/><!-- <c> -->'],
    ['an instruction', '<?x y?>'],
    ['CDATA', '<b><![CDATA[x]]></b>'],
    ['a carriage return', '<b/>\r\n'],
    ['an attribute', '<b c="d"/>'],
    ['a space in a tag', '<b ></b>'],
    ['a line break in a tag', '<b\n></b>'],
    ['a prefix', '<p:b/>'],
    ['a letter of another script in a name', '<bé/>'],
    ['the end of CDATA', '<b>]]></b>'],
    ['a control character', '<b>\u0001</b>'],
    ['a noncharacter', '<b>\uFFFE</b>'],
    ['a character of two code units', '<b>\u{20BB7}</b>'],
    ['crossed tags', '<b><c></b></c>'],
    ['an end tag too many', '<b></b></b>'],
    ['an end tag too few', '<b>'],
    ['a tag that is not closed', '<b'],
    ['less-than alone', 'a < b'],
    ['an empty name', '<>'],
    ['an empty end tag', '<b></>'],
    ['a digit first', '<1b/>'],
    ['a slash in a name', '<b/c/>'],
    ['two slashes', '<b//>'],
  ])('is not: %s', (_, inside) => {
    expect(plainly(inside)).toBeUndefined();
  });

  it('is not what is no UTF-8', () => {
    expect(maybePlain(Buffer.from([0x3c, 0x62, 0x3e, 0xe9, 0x3c, 0x2f, 0x62, 0x3e]))).toBeUndefined();
  });

  it('is told as by the reader of all XML, whatever stands there, or left to it', () => {
    const piece = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('<b>', '</b>', '<c>', '</c>', '<d/>', '<b>x</b>', '\n', ' ', '\t') },
      { weight: 2, arbitrary: fc.string({ maxLength: 4, unit: 'grapheme' }) },
      { weight: 1, arbitrary: fc.constantFrom('<', '>', '/', '&', '</a>', '\r', '<!--', ']]>', '<b >', '\u0000') },
    );
    let plain = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const inside = pieces.join('');
        const found = plainly(inside);
        if (!found) return;
        plain += 1;
        expect(found).toEqual(asXml(inside));
      }),
      { numRuns: 20_000, seed: 1 },
    );
    expect(plain).toBeGreaterThan(500);
  });
});
