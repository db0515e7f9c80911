import { compareResults, comparisonMarkdown, comparisonText } from '../../../conformance/compare/index.js';
import { plainText } from '../../../conformance/shape/index.js';
import type { Verdict } from '../../../conformance/judge/index.js';
import { result, sampleResults } from '../report/sample.js';
import { named, suiteOf, withHeader } from './sample.js';

function many(count: number, verdict: Verdict): Record<string, Verdict> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`PER-${10 + (i % 60)}.case-${i}`, verdict]));
}

const hostile = '<img src=x onerror=alert(1)> | @octocat #1 [x](https://e.example) `a` \u001b[31m\u202e\n| b | **c**';

const hostileResults = (count: number): ReturnType<typeof sampleResults> =>
  sampleResults(
    Array.from({ length: count }, (_, i) =>
      result(`${hostile}${i}`, hostile, { verdict: 'missed', why: hostile.repeat(20) }),
    ),
  );

describe('the comparison as text', () => {
  it('has exact counts and cuts long lists', () => {
    const text = comparisonText(compareResults(named('a', many(60, 'match')), named('b', many(60, 'missed'))));
    expect(text).toMatch(/^Something is worse: 60 new\. 0 as before\.$/m);
    expect(text).toMatch(/^By rule \(60\)$/m);
    expect(text.match(/^ {2}and 35 more$/gm)).toHaveLength(2);
    expect(text).toMatch(/^ {2}PER-10\.case-0 +match +missed +it is missed$/m);
  });

  it('says that nothing is worse', () => {
    const one = named('a', many(3, 'match'));
    expect(comparisonText(compareResults(one, one))).toMatch(/\nNothing is worse\. 3 as before\.\n$/);
  });

  it('tells a terminal nothing to do', () => {
    const results = hostileResults(2);
    const text = comparisonText(compareResults(named('a', {}), { name: 'b', results }));
    expect(text).toContain('<img');
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
    expect(plainText('x'.repeat(500))).toHaveLength(202);
  });
});

describe('the comparison as Markdown', () => {
  const markdown = (count: number): string =>
    comparisonMarkdown(
      compareResults(
        { name: 'a', results: withHeader(hostileResults(3), { suite: suiteOf(2025) }) },
        { name: 'b', results: withHeader(hostileResults(count), { suite: suiteOf(2026) }) },
      ),
    );

  it('has no markup from results', () => {
    const text = markdown(4);
    expect(text).toContain('&#60;img src=x');
    const own = text.replace(/<\/?(?:details|summary|code)>/g, '').replace(/&#\d+;/g, '');
    expect(own).not.toMatch(/[<>`@[\]]|\*|\p{Cf}(?<!\u{fe0f})/u);
    expect(own).not.toContain('://');
  });

  it.each([4, 400, 5000])('is under 60,000 characters and cuts no table, with %d hostile cases', (count) => {
    const text = markdown(count);
    expect(text.length).toBeLessThan(60_000);
    const lines = text.split('\n');
    const opened = lines.filter((line) => line.startsWith('<details>')).length;
    expect(lines.filter((line) => line === '</details>')).toHaveLength(opened);
    let columns = 0;
    for (const [index, line] of lines.entries()) {
      if (!line.startsWith('|')) continue;
      expect(line.endsWith(' |')).toBe(true);
      if (!lines[index - 1]?.startsWith('|')) columns = line.split('|').length;
      expect(line.split('|')).toHaveLength(columns);
    }
    expect(text).toMatch(new RegExp(`Something is worse: ${count - 3} new`));
  });

  it('says how many rows are not shown', () => {
    const text = comparisonMarkdown(compareResults(named('a', many(60, 'match')), named('b', many(60, 'missed'))));
    expect(text).toMatch(/<summary>New: .* \(60\)<\/summary>/);
    const [, more = ''] = /\nand (\d+) more\n/.exec(text) ?? [];
    const [, list = ''] = text.split('<summary>New:');
    expect(list.match(/^\| <code>PER-/gm)?.length).toBe(60 - Number(more));
  });
});

describe('a comparison of results with a crosswalk', () => {
  it('shows the codes of rules', () => {
    const now = named('b', { 'PER-13.a': 'missed' }, { codes: { 'PER-13': 'X101' } });
    const comparison = compareResults(named('a', { 'PER-13.a': 'match' }), now);
    expect(comparison.codes).toEqual({ 'PER-13': 'X101' });
    expect(comparisonText(comparison)).toContain('PER-13 (X101)');
    expect(comparisonMarkdown(comparison)).toContain('<code>PER-13 &#40;X101&#41;</code>');
    const bare = compareResults(named('a', { 'PER-13.a': 'match' }), named('b', { 'PER-13.a': 'missed' }));
    expect(bare).not.toHaveProperty('codes');
    expect(comparisonText(bare)).not.toContain('X101');
  });
});
