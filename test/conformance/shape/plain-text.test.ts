import { cutText, plainText, withoutControls } from '../../../conformance/shape/index.js';

describe('text from elsewhere', () => {
  it('is a part of one line in which a terminal obeys nothing', () => {
    expect(plainText(' a\r\n\tb  c ')).toBe('a b c');
    expect(plainText('a\u001b[2Jb\u202ec\u200bd\ud800e\u0085f')).toBe('a\ufffd[2Jb\ufffdc\ufffdd\ufffde\ufffdf');
    expect(plainText('Zoë 😀 Ó')).toBe('Zoë 😀 Ó');
  });

  it('is cut between characters, however long it is', () => {
    expect(plainText('😀'.repeat(5), 4)).toBe(`${'😀'.repeat(4)} …`);
    expect(plainText('x'.repeat(5_000_000), 10)).toBe(`${'x'.repeat(10)} …`);
  });

  it('may stand as it is, spaces and all, but for what is obeyed', () => {
    expect(withoutControls("  'two  spaces'\n\u001b]0;x\u0007")).toBe("  'two  spaces'\ufffd\ufffd]0;x\ufffd");
  });
});

describe('text that is kept', () => {
  it('is no longer than it may be, says where it was cut, and is not cut again', () => {
    expect(cutText('abcde', 5)).toBe('abcde');
    expect(cutText('abcdef', 5)).toBe('abcd…');
    expect(cutText(cutText('abcdef', 5), 5)).toBe('abcd…');
  });

  it('has no half of a pair', () => {
    expect(cutText('abc😀def', 5)).toBe('abc…');
  });
});
