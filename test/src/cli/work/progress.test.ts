import { makeProgress } from '../../../../src/cli/work/progress.js';

interface Written {
  readonly isTTY: boolean;
  readonly texts: string[];
  write(text: string): boolean;
}

function output(isTTY: boolean): Written {
  const texts: string[] = [];
  return { isTTY, texts, write: (text) => texts.push(text) > 0 };
}

/** Work of 100 s, told of every second: 1,000 persons and 2 MB a second. */
function hundredSeconds(out: Written, isAsked: boolean): void {
  let second = 0;
  const progress = makeProgress('writing a.xml', isAsked, out, () => second * 1000);
  for (second = 1; second <= 100; second++)
    progress.update(second * 1000, 100_000, { persons: second * 1000, bytes: second * 2_000_000 });
  progress.end();
}

describe('progress', () => {
  it('in a log is a line every ten seconds, with persons, speed and time left', () => {
    const out = output(false);
    hundredSeconds(out, true);
    expect(out.texts).toHaveLength(10);
    expect(out.texts[2]).toBe('writing a.xml 30%, 30,000 persons, 2.0 MB/s, about 70 s left\n');
  });

  it('on a terminal is a bar that is drawn over itself and taken away at the end', () => {
    const out = output(true);
    hundredSeconds(out, false);
    expect(out.texts).toHaveLength(101);
    expect(out.texts[49]).toBe(
      `\r${'#'.repeat(15)}${'.'.repeat(15)} writing a.xml 50%, 50,000 persons, 2.0 MB/s, about 50 s left`,
    );
    const longest = Math.max(...out.texts.slice(0, 100).map((text) => text.length - 1));
    expect(out.texts[100]).toBe(`\r${' '.repeat(longest)}\r`);
  });

  it('tells no share where nobody knows how much there is to do', () => {
    const out = output(false);
    let now = 0;
    const progress = makeProgress('converting a.xml', true, out, () => now);
    now = 20_000;
    progress.update(1500, undefined, { persons: 1500 });
    expect(out.texts).toEqual(['converting a.xml, 1,500 persons\n']);
  });

  it('is nothing where nobody asked for it', () => {
    const out = output(false);
    hundredSeconds(out, false);
    expect(out.texts).toEqual([]);
  });
});
