import { FileFault, XmlReader } from '../../../src/reading/index.js';

/** What a reader tells of a file given in pieces of a size: tags with their places, text, ends, and the fault. */
function read(file: string | Uint8Array, size = Infinity): string[] {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const told: string[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') told.push(JSON.stringify(text));
    text = '';
  };
  const reader = new XmlReader({
    open: (tag, attributes, line, column) => {
      flush();
      told.push([`<${tag}`, ...Object.keys(attributes), `${line}:${column}`].join(' '));
    },
    text: (piece) => {
      text += piece;
    },
    close: () => {
      flush();
      told.push('/');
    },
  });
  try {
    const step = Math.min(size, Math.max(bytes.length, 1));
    for (let at = 0; at < bytes.length; at += step) reader.write(bytes.subarray(at, at + step));
    reader.end();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    told.push(error.rule);
  }
  return told;
}

const whole: readonly (readonly [name: string, file: string, told: readonly string[]])[] = [
  ['one line', '<a><b/><c>x</c></a>', ['<a 1:1', '<b 1:4', '/', '<c 1:8', '"x"', '/', '/']],
  [
    'lines',
    '<a>\n  <b>x\ny</b>\n\t<c/></a>',
    ['<a 1:1', '"\\n  "', '<b 2:3', '"x\\ny"', '/', '"\\n\\t"', '<c 4:2', '/', '/'],
  ],
  ['carriage returns', '<a>\r\n<b/>\r<c/></a>', ['<a 1:1', '"\\n"', '<b 2:1', '/', '"\\n"', '<c 3:1', '/', '/']],
  ['white space first', '\n\r\n \t<a/>', ['<a 3:3', '/']],
  ['a byte order mark first', '\uFEFF\n<a/>', ['<a 2:1', '/']],
  ['a declaration', '<?xml version="1.0" encoding="utf-8" standalone="yes"?> <a/>', ['" "', '<a 1:57', '/']],
  [
    'comments and instructions',
    '<!-- \n --><?p \n?> <a><!--\n--><b/>x<!-- y -->z</a>',
    ['" "', '<a 3:4', '<b 4:4', '/', '"xz"', '/'],
  ],
  ['CDATA', '<a><![CDATA[<b>\n]]]]><b/><![CDATA[]]></a>', ['<a 1:1', '"<b>\\n]]"', '<b 2:6', '/', '/']],
  ['references', '<a>&lt;&amp;&#65;&#x1F600;</a>', ['<a 1:1', '"<&A😀"', '/']],
  ['attributes on lines', '<a\n b="1"\n\tc=\'>\'\n><d\n/></a>', ['<a b c 1:1', '<d 4:2', '/', '/']],
  ['characters beyond the first plane', '<a>😀<b/></a>', ['<a 1:1', '"😀"', '<b 1:5', '/', '/']],
];

const faulty: readonly (readonly [name: string, file: string | Uint8Array, rule: string])[] = [
  ['an empty file', '', 'FILE-01'],
  ['white space alone', ' \n', 'FILE-01'],
  ['no markup', 'hello', 'FILE-01'],
  ['a file cut short', '<a><b>x</b>', 'FILE-01'],
  ['a tag cut short', '<a><b', 'FILE-01'],
  ['two roots', '<a/><b/>', 'FILE-01'],
  ['text after the root', '<a/>x', 'FILE-01'],
  ['tags that cross', '<a><b></a></b>', 'FILE-01'],
  ['an entity nobody declared', '<a>&nbsp;</a>', 'FILE-01'],
  ['a reference to a forbidden character', '<a>&#0;</a>', 'FILE-01'],
  ['a reference to a control character', '<a>&#x1F;</a>', 'FILE-01'],
  ['a reference to half a pair', '<a>&#xD800;</a>', 'FILE-01'],
  ['a bare ampersand', '<a>x & y</a>', 'FILE-01'],
  ['an attribute twice', '<a b="1" b="1"/>', 'FILE-01'],
  ['an end of CDATA without its start', '<a>]]></a>', 'FILE-01'],
  ['XML 1.1', '<?xml version="1.1"?><a/>', 'FILE-01'],
  ['a declaration after white space', ' <?xml version="1.0"?><a/>', 'FILE-01'],
  ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'FILE-02'],
  ['a name of UTF-8 that is none', '<?xml version="1.0" encoding="UTF8"?><a/>', 'FILE-02'],
  ['UTF-16', Buffer.from('\uFEFF<a/>', 'utf16le'), 'FILE-02'],
  ['UTF-16 without a mark', Buffer.from('<a/>', 'utf16le'), 'FILE-02'],
  ['two marks', '\uFEFF\uFEFF<a/>', 'FILE-02'],
  ['a character cut by the end', Buffer.from([0x3c, 0x61, 0x2f, 0x3e, 0xe2]), 'FILE-02'],
  ['a document type declaration', '<!DOCTYPE a><a/>', 'FILE-03'],
  ['one that declares an entity', '<!DOCTYPE a [<!ENTITY e "&#0;">]><a>&e;</a>', 'FILE-03'],
];

/** Of two faults the one that stands first is told, alone. */
const twice: readonly (readonly [name: string, file: string | Uint8Array, rule: string])[] = [
  ['ill-formed, then bytes', Buffer.concat([Buffer.from('<a></b>'), Buffer.from([0xff])]), 'FILE-01'],
  ['bytes, then ill-formed', Buffer.concat([Buffer.from('<a>'), Buffer.from([0xff]), Buffer.from('</b>')]), 'FILE-02'],
  ['encoding, then declaration', '<?xml version="1.0" encoding="ascii"?><!DOCTYPE a><a/>', 'FILE-02'],
  ['declaration, then bytes', Buffer.concat([Buffer.from('<!DOCTYPE a>'), Buffer.from([0xff])]), 'FILE-03'],
  ['text, then declaration', 'x<!DOCTYPE a><a/>', 'FILE-01'],
];

describe('the reading of XML', () => {
  it.each(whole)('tells the same of %s, however the bytes come', (_name, file, told) => {
    for (let size = 1; size <= Buffer.byteLength(file) + 1; size++)
      expect([size, read(file, size)]).toEqual([size, told]);
  });

  it.each(faulty)('refuses %s, however the bytes come', (_name, file, rule) => {
    const length = Buffer.byteLength(file);
    for (let size = 1; size <= length + 1; size++) expect([size, read(file, size).at(-1)]).toEqual([size, rule]);
  });

  it.each(twice)('tells the first fault of %s', (_name, file, rule) => {
    for (let size = 1; size <= Buffer.byteLength(file) + 1; size++)
      expect([size, read(file, size).at(-1)]).toEqual([size, rule]);
  });

  it('refuses elements inside one another without end', () => {
    const deep = Buffer.from('<a>'.repeat(2_000_001));
    let opened = 0;
    const reader = new XmlReader({ open: () => (opened += 1), text: () => undefined, close: () => undefined });
    expect(() => {
      reader.write(deep);
    }).toThrow('FILE-01');
    expect(opened).toBe(2_000_000);
  });
});
