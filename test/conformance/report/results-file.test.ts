import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ResultsError,
  combineSinks,
  jsonReport,
  jsonReportText,
  ndjsonSink,
  openResultsFile,
  parseResults,
  readResults,
  type ResultSink,
  type Results,
} from '../../../conformance/report/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';
import { result, sampleResults } from './sample.js';

afterAll(removeFolders);

const sample = sampleResults([
  result('valid.plain', null, { kind: 'valid' }),
  result('PER-12.a', 'PER-12', { stderr: 'noise\n', parentReported: [{ rule: 'X' }], reportedCount: 300 }),
  result('PER-12.b', 'PER-12', { verdict: 'missed', reported: [{ message: 'odd' }], why: 'not reported' }),
]);

async function pour(results: Results, sink: ResultSink): Promise<void> {
  await sink.start(results.header);
  for (const one of results.cases) await sink.result(one);
  if (results.footer) await sink.end(results.footer);
}

async function textOf(results: Results): Promise<string> {
  let text = '';
  await pour(
    results,
    ndjsonSink((line) => void (text += line)),
  );
  return text;
}

describe('a results file', () => {
  it('reads back as it was written', async () => {
    const file = join(temporaryFolder(), 'results.ndjson');
    await pour(sample, await openResultsFile(file));
    expect(await readResults(file)).toEqual(sample);
    expect(readFileSync(file, 'utf8')).toBe(await textOf(sample));
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  it('keeps retries, the entry of a known failure and notes', async () => {
    const known = { owner: 'ann', reason: 'old', until: '2026-12-31', verdict: 'missed' as const };
    const whole = sampleResults([result('PER-12.a', 'PER-12', { verdict: 'known-failing', attempts: 3, known })]);
    const noted = { ...whole, footer: whole.footer && { ...whole.footer, notes: ['one', 'two'] } };
    const text = await textOf(noted);
    expect(parseResults(text, 'r')).toEqual(noted);
    expect(() => parseResults(text.replace('"owner":"ann"', '"owner":7'), 'r')).toThrow(/^r line 2: owner is not text/);
    expect(() => parseResults(text.replace('"attempts":3', '"attempts":-1'), 'r')).toThrow(
      /^r line 2: attempts is not/,
    );
  });

  it('takes its name only with the footer, and is cut short without', async () => {
    const file = join(temporaryFolder(), 'results.ndjson');
    const sink = await openResultsFile(file);
    await pour({ ...sample, footer: null }, sink);
    await sink.close();
    expect(existsSync(file)).toBe(false);
    expect(await readResults(`${file}.part`)).toEqual({ ...sample, footer: null });
  });

  it('is read as far as it goes where its last line was cut off', async () => {
    const text = await textOf(sample);
    const cut = parseResults(text.slice(0, text.lastIndexOf('"type":"footer"') + 40), 'r');
    expect(cut).toEqual({ ...sample, footer: null });
    expect(jsonReport(cut).cutShort).toBe(true);
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    ['without a header', (lines) => lines.slice(1), /^r line 1: is not the header/],
    ['that is empty', () => [], /^r line 1: is not the header/],
    ['with two headers', (lines) => [lines[0] ?? '', ...lines], /^r line 2: a header among the cases/],
    [
      'with a line that is no JSON',
      (lines) => lines.map((line, n) => (n === 2 ? line.slice(3) : line)),
      /^r line 3: is not JSON/,
    ],
    [
      'with a verdict unknown',
      (lines) => lines.map((line) => line.replace('"missed","exp', '"lost","exp')),
      /^r line 4: verdict is none of match/,
    ],
    ['with a case lost', (lines) => lines.filter((_, n) => n !== 2), /^r: 2 cases, but its footer counts 3/],
    [
      'of another format',
      (lines) => lines.map((line) => line.replace('"format":1', '"format":9')),
      /^r line 1: format is not 1/,
    ],
  ])('is refused %s', async (_, damage, message) => {
    const lines = (await textOf(sample)).trimEnd().split('\n');
    const text = damage(lines)
      .map((line) => `${line}\n`)
      .join('');
    expect(() => parseResults(text, 'r')).toThrow(ResultsError);
    expect(() => parseResults(text, 'r')).toThrow(message);
  });

  it('is refused where it is not there', async () => {
    await expect(readResults(join(temporaryFolder(), 'none'))).rejects.toThrow(ResultsError);
  });

  it('cannot be opened in a folder that is not there', async () => {
    await expect(openResultsFile(join(temporaryFolder(), 'none', 'r.ndjson'))).rejects.toThrow(/ENOENT/);
  });

  it('is not taken for another that came before it', async () => {
    const file = join(temporaryFolder(), 'results.ndjson');
    writeFileSync(file, 'old');
    await pour(sample, await openResultsFile(file));
    expect(await readResults(file)).toEqual(sample);
  });
});

describe('combineSinks', () => {
  it('hands everything to each', async () => {
    let first = '';
    let second = '';
    const sinks = [ndjsonSink((line) => void (first += line)), ndjsonSink((line) => void (second += line))];
    await pour(sample, combineSinks(sinks));
    expect([first, second]).toEqual([await textOf(sample), await textOf(sample)]);
  });
});

describe('jsonReportText', () => {
  it.each<[string, Results]>([
    ['cases', sample],
    ['none', sampleResults([])],
    ['no end', { ...sample, footer: null }],
  ])('is the report in pieces: with %s', (_, results) => {
    const pieces = [...jsonReportText(results)];
    expect(pieces.join('')).toBe(`${JSON.stringify(jsonReport(results), null, 1)}\n`);
    expect(pieces.length).toBeGreaterThan(results.cases.length);
  });
});

describe('jsonReport', () => {
  it('holds the results whole, with the table by rule', () => {
    const report = jsonReport(sample);
    expect(report).toMatchObject({
      format: 1,
      header: sample.header,
      cases: sample.cases,
      footer: sample.footer,
      cutShort: false,
    });
    expect(report.rules).toEqual([
      { rule: 'PER-12', caught: 1, missed: 1, falseAlarms: 0, rightlyQuiet: 1, notJudged: 0 },
    ]);
  });
});
