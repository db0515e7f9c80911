import { lineReader } from '../../../conformance/run/index.js';

/** The lines that come of bytes cut into pieces of a size. */
function linesOf(
  bytes: Buffer,
  size: number,
  maxLine = 1000,
): { lines: string[]; isTaken: boolean; isWithin: boolean } {
  const lines: string[] = [];
  const reader = lineReader(maxLine, (line) => lines.push(line.toString('utf8')));
  let isTaken = true;
  for (let at = 0; at < bytes.length && isTaken; at += size) isTaken = reader.push(bytes.subarray(at, at + size));
  return { lines, isTaken, isWithin: reader.isWithinLine };
}

describe('lineReader', () => {
  const text = 'one\n\ntwo é ☃\r\nthree';

  it('gives the same lines however the bytes are cut', () => {
    const bytes = Buffer.from(text);
    for (let size = 1; size <= bytes.length; size++) {
      const { lines, isTaken, isWithin } = linesOf(bytes, size);
      expect([lines, isTaken, isWithin]).toEqual([['one', '', 'two é ☃\r'], true, true]);
    }
    expect(linesOf(Buffer.from('a\n'), 1).isWithin).toBe(false);
  });

  it('takes a line of the length allowed and none longer', () => {
    for (const size of [1, 3, 100]) {
      expect(linesOf(Buffer.from('ab\nabcde\nab\n'), size, 5)).toMatchObject({
        lines: ['ab', 'abcde', 'ab'],
        isTaken: true,
      });
      expect(linesOf(Buffer.from('ab\nabcdef\nab\n'), size, 5)).toMatchObject({ lines: ['ab'], isTaken: false });
      expect(linesOf(Buffer.from('abcdef'), size, 5).isTaken).toBe(false);
    }
  });

  it('takes time in proportion to the bytes', () => {
    const bytes = Buffer.alloc(4_000_000, 'x');
    bytes[bytes.length - 1] = 0x0a;
    const started = performance.now();
    const { lines } = linesOf(bytes, 32, bytes.length);
    expect(lines[0]?.length).toBe(bytes.length - 1);
    // Looking at or copying all of the line with each of 125,000 pieces would take minutes.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
