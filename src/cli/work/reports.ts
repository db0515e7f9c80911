import {
  combineSinks,
  consoleReport,
  htmlReport,
  jsonReportText,
  junitReport,
  markdownReport,
  sarifReport,
  sarifText,
  summarySink,
  type CaseResult,
  type EarlierResults,
  type HtmlOptions,
  type Results,
  type ResultsFooter,
  type ResultsHeader,
  type ResultSink,
  type Summary,
} from '../../../conformance/report/index.js';
import type { Suite } from '../../../conformance/suite/index.js';
import { openResults, standardOutput, type OpenResults } from './report-files.js';
import {
  checkRequests,
  isConsoleFree,
  readRequests,
  writeReport,
  type ReportRequest as RequestOf,
} from './report-requests.js';

/** How files of each kind usually end, for advice. */
const extensions = {
  console: 'txt',
  ndjson: 'ndjson',
  json: 'json',
  junit: 'xml',
  sarif: 'sarif',
  markdown: 'md',
  html: 'html',
} as const;

type Kind = keyof typeof extensions;

/** A report of a run that was asked for. */
export type ReportRequest = RequestOf<Kind>;

interface AtEnd {
  readonly kind: Exclude<Kind, 'ndjson'>;
  readonly file: string;
}

/** Reads `--report KIND=FILE`; `console` alone goes to standard output. @throws UsageError */
export function readReports(texts: readonly string[]): readonly ReportRequest[] {
  return readRequests(texts, extensions, 'ndjson=results.ndjson');
}

/** Takes results in and turns them into the reports asked for. */
export interface Reports {
  readonly sink: ResultSink;
  /** Writes what is made at the end; after a run that was cut short too. @throws OutputError */
  finish(): Promise<void>;
}

/** What reports need to know beside the results. */
export interface ReportOptions {
  /** Rows of the table by rule on the console at most. */
  readonly maxRules: number;
  /** The suite that was put; null where it is not at hand, and reports then say less of the cases. */
  readonly suite: Suite | null;
  /** How the user named the suite's folder, for the commands that put a case again; the suite's own where absent. */
  readonly folder?: string;
  /** The adapter file, where there is one, for the same. */
  readonly adapter?: string;
  /** The crosswalk file, where there is one, for the same. */
  readonly crosswalk?: string;
  /** What an earlier run left of one of the results files, which this one goes on with. */
  readonly earlier?: { readonly file: string; readonly results: EarlierResults };
}

/**
 * Opens the reports asked for, and one on the console where none is and nothing else goes to standard output.
 * @throws UsageError where a file cannot be written, which is better known before the run than after it
 */
export async function openReports(requests: readonly ReportRequest[], options: ReportOptions): Promise<Reports> {
  checkRequests(requests);
  const { earlier } = options;
  const files: OpenResults[] = [];
  for (const { kind, file } of requests)
    if (kind === 'ndjson') files.push(await openResults(file, earlier?.file === file ? earlier.results : undefined));

  const summary = summarySink();
  const collected = collectingSink();
  const needsConsole = isConsoleFree(requests);
  const atEnd: AtEnd[] = requests.flatMap(({ kind, file }) => (kind === 'ndjson' ? [] : [{ kind, file }]));
  const wantsAll = atEnd.some((one) => one.kind !== 'console');
  if (needsConsole) atEnd.unshift({ kind: 'console', file: standardOutput });
  return {
    sink: combineSinks([summary, ...files.map((one) => one.sink), ...(wantsAll ? [collected.sink] : [])]),
    finish: async () => {
      for (const file of files) await file.close();
      const told = summary.summary();
      if (!told) return;
      for (const { kind, file } of atEnd) {
        const text = kind === 'console' ? [consoleText(told, options)] : reportText(kind, collected.results(), options);
        await writeReport(file, text);
      }
    },
  };
}

function consoleText(summary: Summary, options: ReportOptions): string {
  return consoleReport(summary, { maxRules: options.maxRules, replay: replayNames(options) });
}

/** The report of whole results, of a kind that is made at the end, in pieces. */
function reportText(
  kind: Exclude<Kind, 'console' | 'ndjson'>,
  results: Results,
  options: ReportOptions,
): Iterable<string> {
  const { suite } = options;
  switch (kind) {
    case 'json':
      return jsonReportText(results);
    case 'junit':
      return [junitReport(results)];
    case 'sarif':
      return [sarifText(sarifReport(results, suite))];
    case 'markdown':
      return [markdownReport(results)];
    case 'html':
      return [htmlReport(results, suite, replayNames(options))];
  }
}

function replayNames({ suite, folder = suite?.folder, adapter, crosswalk }: ReportOptions): HtmlOptions {
  return {
    ...(folder !== undefined && { suite: folder }),
    ...(adapter !== undefined && { adapter }),
    ...(crosswalk !== undefined && { crosswalk }),
  };
}

function collectingSink(): { readonly sink: ResultSink; readonly results: () => Results } {
  let header: ResultsHeader | undefined;
  let footer: ResultsFooter | null = null;
  const cases: CaseResult[] = [];
  return {
    sink: {
      start: (given) => {
        header = given;
      },
      result: (result) => {
        cases.push(result);
      },
      end: (given) => {
        footer = given;
      },
    },
    results: () => {
      if (!header) throw new RangeError('the run has not begun');
      return { header, cases, footer };
    },
  };
}
