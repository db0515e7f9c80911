import { escapeAttribute, escapeMarkup } from '../../../conformance/shape/index.js';

describe('text in markup', () => {
  it('is no markup, and tells what would be forbidden or not seen', () => {
    expect(escapeMarkup(`<a href="x">&'`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;');
    expect(escapeMarkup('\u0000\u001b\ud800\ufffe\u202e\u200b\u{e0001}')).toBe(
      String.raw`\u0000\u001B\uD800\uFFFE\u202E\u200B\u{E0001}`,
    );
    expect(escapeMarkup('a\tb\nc\r😀')).toBe('a\tb\nc&#13;😀');
  });

  it('keeps its line breaks and tabs in an attribute', () => {
    expect(escapeAttribute('a\tb\n"')).toBe('a&#9;b&#10;&quot;');
  });
});
