import { markdownReport, type CaseResult } from '../../../conformance/report/index.js';
import { removeFolders } from '../tiny-suite.js';
import { hostile } from './markup.js';
import { result, sampleResults } from './sample.js';

afterAll(removeFolders);

const missed = { verdict: 'missed', reported: [], why: 'not reported' } as const;
const id = (n: number): string => `PER-${String(n).padStart(2, '0')}`;

describe('markdownReport', () => {
  it('has the headline, the rules with something wrong and the cases that failed', () => {
    const text = markdownReport(
      sampleResults([
        result('valid.plain', null, { kind: 'valid' }),
        result('PER-09.a', 'PER-09'),
        result('PER-12.a', 'PER-12', missed),
      ]),
    );
    expect(text).toBe(`### ❌ SEN2 2025 conformance: 1 case failed

Validator <code>cmd:check &#123;file&#125;</code>, judged at path, on suite <code>aaaaaaaaaaaa</code> (seed <code>tiny</code>).

**1 of 2 faults caught, 0 false alarms.** 3 cases, 3 judged: 2 match, 1 missed.

| Rule | caught | missed | false alarms | rightly quiet |
| --- | ---: | ---: | ---: | ---: |
| <code>PER-12</code> | 0 | 1 | 0 | 2 |

1 other rule with nothing missed and no false alarm.

<details><summary>1 case that failed</summary>

- **missed** <code>PER-12.a</code>: expected PER-12 at /Message/Persons/Person&#91;1&#93;/UPN; reported nothing

</details>
`);
  });

  it('is short where all is as expected', () => {
    const text = markdownReport(sampleResults([result('PER-09.a', 'PER-09')]));
    expect(text).toMatch(/^### ✅ SEN2 2025 conformance: as expected\n/);
    expect(text).not.toMatch(/\| Rule|<details>/);
  });

  it('caps rules and cases and counts the rest', () => {
    const text = markdownReport(
      sampleResults(Array.from({ length: 70 }, (_, n) => result(`${id(n)}.a`, id(n), missed))),
    );
    expect(text.match(/^\| <code>/gm)).toHaveLength(30);
    expect(text).toContain('and 40 more rules with something wrong');
    expect(text.match(/^- \*\*missed/gm)).toHaveLength(50);
    expect(text).toContain('<summary>70 cases that failed</summary>');
    expect(text).toContain('- and 20 more\n');
  });

  it('tells of cut-short results, notes, known failures, flaky cases and open questions', () => {
    const known = { owner: 'ann', reason: 'old', until: '2026-12-31', verdict: 'missed' as const };
    const cases = [
      result('PER-09.left-out', 'PER-09', { attempts: 3, questions: ['spelling'] }),
      result('PER-12.b', 'PER-12', { verdict: 'known-failing', why: 'w', known }),
      result('PER-12.c', 'PER-12', { verdict: 'disputed', why: 'where?', questions: ['places'] }),
    ];
    const whole = sampleResults(cases);
    const footer = whole.footer && { ...whole.footer, notes: ['a *note*'], listFaults: ['an entry ended'] };
    const text = markdownReport({ ...whole, footer });
    expect(text).toContain('- ❌ **The run fails:** an entry ended.\n');
    expect(text).toContain('- Note: a &#42;note&#42;\n');
    expect(text).toContain('- Known failures: 1 case, which do not count.\n');
    expect(text).toContain('- Flaky: 1 case put 3 times in all.\n');
    expect(text).toContain(
      '- Open questions: 1 case that accepts every reading, 1 case disputed, which does not count: spelling (1), places (1).\n',
    );
    expect(text).toContain('- <code>PER-12.b</code> known to fail until 2026-12-31 (ann): old\n');
    expect(markdownReport({ ...whole, footer: null })).toContain('**These results were cut short');
    expect(text).not.toContain('cut short');
  });

  it('lets nothing from elsewhere be markup, a mention, a link or a line of its own', () => {
    const case1 = result(`X-1.${hostile}`, hostile, { verdict: 'could-not-run', why: hostile });
    const case2 = result('X-1.b', hostile, { ...missed, falseAlarms: [hostile], why: hostile });
    const text = markdownReport(sampleResults([case1, case2]));
    const rows = text.split('\n').filter((line) => line.startsWith('| <'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.match(/\|/g)).toHaveLength(6);
    expect(text.replaceAll(/<\/?(code|details|summary)>/g, '').replaceAll(/^\|.*\|$/gm, '')).not.toMatch(/[<>`|]/);
    // In code GitHub looks for neither.
    expect(text.replaceAll(/<code>.*?<\/code>/g, '')).not.toMatch(/(@|&#64;)team|[^&]#12|&#35;12|https:\/\/a/);
    expect(text).toContain('&#60;/script&#62;&#60;img onerror=alert(1) src=x&#62;&#124;&#96;&#42;');
  });

  it('is cut between lines where it would be too long, and says so', () => {
    const long = (n: number): CaseResult => result(`${'*'.repeat(290)}${n}`, `${'<'.repeat(280)}-${n}`, missed);
    const text = markdownReport(sampleResults(Array.from({ length: 60 }, (_, n) => long(n))));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.length).toBeGreaterThan(55_000);
    expect(text).toMatch(/\n_This report was cut: [^\n]*_\n$/);
    for (const line of text.split('\n').filter((one) => one.startsWith('|'))) expect(line).toMatch(/\|$/);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });
});
