import { Utf8Page } from '../../../../src/cli/work/utf8-page.js';

/** A byte, two, three and four in UTF-8. */
const text = 'aé€😀';

describe('Utf8Page', () => {
  it('holds texts one after the other', () => {
    const page = new Utf8Page(undefined);
    for (const part of ['<a>', text, '', '</a>']) page.add(part);
    expect(Buffer.from(page.written()).toString('utf8')).toBe(`<a>${text}</a>`);
  });

  it('grows where the memory it is given is too small, and keeps what it holds', () => {
    const page = new Utf8Page(new Uint8Array(5));
    for (let i = 0; i < 500; i++) page.add(text);
    expect(Buffer.from(page.written()).toString('utf8')).toBe(text.repeat(500));
  });

  it('uses all of the memory it is given, however little of it was used before', () => {
    const memory = new Uint8Array(new ArrayBuffer(1000), 0, 3);
    const page = new Utf8Page(memory);
    page.add('x'.repeat(300));
    expect(page.written().buffer).toBe(memory.buffer);
  });
});
