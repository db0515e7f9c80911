import {
  consoleReport,
  htmlReport,
  junitReport,
  makeHeader,
  markdownReport,
  ndjsonSink,
  parseResults,
  ResultsError,
  ruleCode,
  ruleLabel,
  ruleLevel,
  sarifReport,
  summarise,
  type Results,
} from '../../../conformance/report/index.js';
import { parseCrosswalk } from '../../../conformance/crosswalk/index.js';
import { makeManifest } from '../tiny-suite.js';
import { result, sampleResults } from './sample.js';

const names = { codes: { 'PER-13': 'X<1>' }, levels: { 'PER-13': 'query' } } as const;
const plain = sampleResults([
  result('PER-13.a', 'PER-13', { verdict: 'missed', reported: [], why: 'PER-13 was not reported' }),
  result('PER-12.a', 'PER-12', { verdict: 'wrong-code', reported: [{ rule: 'PER-13' }], falseAlarms: ['PER-13'] }),
]);
const coded: Results = { ...plain, header: { ...plain.header, ...names } };

describe('a rule', () => {
  it('is shown with its code where one is known', () => {
    expect(['PER-13', 'PER-12', 'constructor'].map((rule) => ruleLabel(names, rule))).toEqual([
      'PER-13 (X<1>)',
      'PER-12',
      'constructor',
    ]);
    expect([ruleCode(names, 'toString'), ruleLevel(names, 'PER-13'), ruleLevel({}, 'PER-13')]).toEqual([
      undefined,
      'query',
      undefined,
    ]);
  });
});

describe('the header', () => {
  const validator = {
    identity: { kind: 'test', name: 'test' },
    capabilities: { granularity: 'path', levels: true },
  } as const;
  const headerOf = (rows: string): Results['header'] =>
    makeHeader('1', makeManifest([], 'a'.repeat(64)), {
      ...validator,
      crosswalk: parseCrosswalk(`rule,dfeCode,year,level\n${rows}`, 'x.csv'),
    });

  it('has what the crosswalk says of the year of the suite, and nothing where it says nothing', () => {
    const { codes, levels } = headerOf('PER-13,X1,2025,query\nPER-12,X2,2026,error\n');
    expect({ codes, levels }).toEqual({ codes: { 'PER-13': 'X1' }, levels: { 'PER-13': 'query' } });
    expect(Object.keys(headerOf('PER-12,X2,2026,error\n'))).not.toEqual(expect.arrayContaining(['codes']));
    expect(Object.keys(headerOf('PER-12,X2,2026,error\n'))).not.toEqual(expect.arrayContaining(['levels']));
  });

  it('is read as it was written, and refused where a code or a level is none', () => {
    let text = '';
    const sink = ndjsonSink((line) => void (text += line));
    void sink.start(coded.header);
    expect(parseResults(text, 'r').header).toEqual(coded.header);
    for (const wrong of [text.replace('"X<1>"', '7'), text.replace('"query"', '"grave"')]) {
      expect(() => parseResults(wrong, 'r')).toThrow(ResultsError);
    }
  });
});

const reports: Readonly<Record<string, (results: Results) => string>> = {
  console: (results) => consoleReport(summarise(results), { replay: { suite: 's', crosswalk: 'my codes.csv' } }),
  markdown: (results) => markdownReport(results),
  junit: (results) => junitReport(results),
  sarif: (results) => JSON.stringify(sarifReport(results, null)),
  html: (results) => htmlReport(results, null, { crosswalk: 'my codes.csv' }),
};

describe('every report', () => {
  it.each<[string, string[]]>([
    [
      'console',
      [
        '\nPER-13 (X<1>)       0 ',
        'expected PER-13 (X<1>) at /',
        'reported PER-13 (X<1>)\n',
        "PER-13.a --suite s --validator 'cmd:check {file}' --crosswalk 'my codes.csv'\n",
      ],
    ],
    ['markdown', ['| <code>PER-13</code> (X&#60;1&#62;) | 0 |', 'expected PER-13 (X&#60;1&#62;) at /']],
    ['junit', ['<property name="code of PER-13" value="X&lt;1&gt;"/>', 'expected PER-13 (X&lt;1&gt;) at /']],
    [
      'sarif',
      [
        '"to":null,"dfeCode":"X<1>"}',
        '"verdict":"missed","dfeCode":"X<1>"}',
        'Expected PER-13 (X<1>) at /',
        '"defaultConfiguration":{"level":"warning"}',
      ],
    ],
    ['html', ['"codes":{"PER-13":"X\\u003c1>"}', '"crosswalkLevel":"query"', '{"rule":"PER-13","level":"query"']],
  ])('shows the code: %s', (kind, parts) => {
    const text = reports[kind]?.(coded) ?? '';
    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  });

  it.each(Object.keys(reports))('has nothing of it without a crosswalk: %s', (kind) => {
    const text = reports[kind]?.(plain) ?? '';
    // The script of the page knows these words; its data must not.
    const [, data = text] = /id="data">([^]*?)<\/script>/.exec(text) ?? [];
    expect(data).toMatch(/PER-13/);
    const parts = ['(X', '"codes":', 'dfeCode', 'code of PER', '"crosswalkLevel":'];
    expect(parts.filter((part) => data.includes(part))).toEqual([]);
  });
});
