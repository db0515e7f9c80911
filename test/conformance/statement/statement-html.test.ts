import { signStatement, statementHtml, type Statement } from '../../../conformance/statement/index.js';
import { removeFolders } from '../tiny-suite.js';
import { keys, makeSample, type Sample } from './sample.js';

let sample: Sample;
beforeAll(async () => {
  sample = await makeSample();
});
afterAll(removeFolders);

const page = (change: Partial<Statement> = {}): string =>
  statementHtml(signStatement({ ...sample.signed.statement, ...change }, keys.privateKey));

describe('the page of a statement', () => {
  it('stands by itself', () => {
    const html = page();
    expect(html).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|\bsrc=|\bhref=|url\(|@import/i);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('@media print');
  });

  it('says what the statement says', () => {
    const html = page();
    for (const text of [
      'A Vendor',
      '1 of 8 faults caught',
      sample.signed.statement.suite.digest,
      sample.results.sha256,
      'This is a partial statement',
      'Only where a ReviewOutcome is given.',
      'It is not an approval by the Department for Education',
      'None is declared.',
    ])
      expect([text, html.includes(text)]).toEqual([text, true]);
    expect(html).toMatch(/<dt>Digest of the validator<\/dt><dd>not known<\/dd>/);
    expect(html).toMatch(/<td>PER-09<\/td><td class="number">0<\/td><td class="number">7<\/td>/);
  });

  it('marks a provisional year, and no other', () => {
    const { suite } = sample.signed.statement;
    expect(page({ suite: { ...suite, year: 2027, provisional: 'as 2026' } })).toContain('2027 (provisional)');
    expect(page()).not.toContain('(provisional)');
  });

  it('is inert whatever it is made of', () => {
    const hostile = '</style><script>alert(1)</script><img src=x onerror="alert(1)">\'&amp;\u202e\u0000\u001b[31m';
    const { statement } = sample.signed;
    const vendor = { name: hostile, product: hostile, version: hostile };
    const html = page({
      vendor,
      validator: { ...statement.validator, name: hostile, kind: hostile, version: hostile, digest: hostile },
      adapter: hostile,
      partial: [hostile],
      suite: { ...statement.suite, seed: hostile, select: [hostile], kit: hostile, provisional: hostile },
      rules: statement.rules.map((row) => ({ ...row, rule: hostile })),
      knownFailures: [{ case: hostile, verdict: 'missed', owner: hostile, reason: hostile, until: hostile }],
      openQuestions: [{ id: hostile, question: hostile, reading: hostile, cases: 1 }],
      kit: hostile,
    });
    expect(html).not.toMatch(/<script|<img|[\u0000\u001b\u202e]/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    const tags = new Set(Array.from(html.matchAll(/<\/?([a-z0-9]+)/g), ([, tag]) => tag));
    const plain = new Set(Array.from(page().matchAll(/<\/?([a-z0-9]+)/g), ([, tag]) => tag));
    expect(tags).toEqual(plain);
  });
});
