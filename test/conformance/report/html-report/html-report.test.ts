import { htmlReport } from '../../../../conformance/report/index.js';
import { removeFolders } from '../../tiny-suite.js';
import { hostile } from '../markup.js';
import { result, sampleResults } from '../sample.js';
import { sampleCases, samplePage, sampleSuite } from './sample-page.js';

afterAll(removeFolders);

interface Data {
  readonly cases: readonly { id: string; reported: unknown[]; reportedCount: number; alternatives?: unknown[] }[];
  readonly modules: readonly { id: string; rules: readonly { rule: string }[] }[];
  readonly replay: readonly [string, string];
}

function dataOf(page: string): Data {
  const [, json = ''] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(json) as Data;
}

describe('htmlReport', () => {
  it('is one file that nothing can be loaded into', async () => {
    const page = await samplePage();
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']*'; style-src 'sha256-[^']*'; img-src data:; /);
    const links = [...page.matchAll(/ (?:src|href)="([^"]*)"/g)].map(([, to]) => to);
    expect(links.filter((to) => !/^(#|data:,$)/.test(to ?? ''))).toEqual([]);
    expect(page).not.toMatch(
      /url\(|@import|fetch\(|XMLHttpRequest|innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
    );
  });

  it('has its data in one place, out of which nothing can break', async () => {
    const page = await samplePage();
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).not.toContain('<img');
    const { cases } = dataOf(page);
    expect(cases.map((one) => one.id)).toContain(`PER-12.${hostile}`);
  });

  it('has failing cases first, at most 50 findings of each, and how many there were', async () => {
    const { cases } = dataOf(await samplePage());
    expect(cases.map((one) => one.id.slice(0, 13))).toEqual([
      'PER-09.absent',
      'PER-12.</scri',
      'valid.plain',
      'PER-09.wrong',
    ]);
    expect([cases[0]?.reported.length, cases[0]?.reportedCount]).toEqual([50, 1234]);
    expect(cases[3]?.alternatives).toHaveLength(2);
  });

  it('has every rule of the year, and those that only the results name', async () => {
    const { modules } = dataOf(await samplePage());
    expect(modules.map((one) => one.id)).toEqual([
      'FILE',
      'HDR',
      'PER',
      'REQ',
      'ASM',
      'PLN',
      'PLC',
      'RET',
      'VAL',
      'valid',
    ]);
    const other = sampleResults([result('X-1.a', 'X-1', { verdict: 'missed', reported: [] })]);
    expect(dataOf(htmlReport(other, null)).modules.at(-1)).toMatchObject({ id: 'other', rules: [{ rule: 'X-1' }] });
  });

  it('tells the outcome, and where results are not whole', async () => {
    const suite = await sampleSuite();
    const whole = sampleResults(sampleCases);
    const page = htmlReport(whole, suite);
    expect(page).toContain('2 of 4 cases failed');
    expect(page).not.toContain('role="alert"');
    expect(htmlReport({ ...whole, footer: null }, suite)).toContain('These results were cut short');
    const stopped = whole.footer && { ...whole.footer, stopped: '<b>so</b>' };
    expect(htmlReport({ ...whole, footer: stopped }, suite)).toContain('The run was stopped: &lt;b&gt;so&lt;/b&gt;.');
    const good = sampleResults(sampleCases.slice(0, 2));
    expect(htmlReport(good, suite)).toContain('Conforms to the suite');
    expect(htmlReport({ ...good, footer: null }, suite)).not.toContain('Conforms to the suite');
    const none = sampleResults([result('PER-09.a', 'PER-09', { verdict: 'unsupported' })]);
    expect(htmlReport(none, null)).toContain('No case could be judged');
  });

  it('names the suite in commands as it is told to', async () => {
    expect(dataOf(await samplePage()).replay).toEqual([
      'sen2kit replay ',
      " --suite 'my suite' --validator 'cmd:check {file}'",
    ]);
    expect(dataOf(htmlReport(sampleResults([]), null)).replay[1]).toMatch(/^ --suite SUITE /);
  });

  it('is the same for the same results', async () => {
    const suite = await sampleSuite();
    const results = sampleResults(sampleCases);
    expect(htmlReport(results, suite)).toBe(htmlReport(results, suite));
  });
});
