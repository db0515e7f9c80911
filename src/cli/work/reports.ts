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
import { writeOutput } from '../../../output/index.js';
import { UsageError } from '../exit.js';
import { print } from '../print.js';
import { checkTarget, openResults, standardOutput, type OpenResults } from './report-files.js';

const kinds = ['console', 'ndjson', 'json', 'junit', 'sarif', 'markdown', 'html'] as const;
type Kind = (typeof kinds)[number];

/** How files of each kind usually end, for advice. */
const extensions: Readonly<Record<Kind, string>> = {
  console: 'txt',
  ndjson: 'ndjson',
  json: 'json',
  junit: 'xml',
  sarif: 'sarif',
  markdown: 'md',
  html: 'html',
};

/** A report that was asked for. */
export interface ReportRequest {
  readonly kind: Kind;
  readonly file: string;
}

interface AtEnd {
  readonly kind: Exclude<Kind, 'ndjson'>;
  readonly file: string;
}

/** Reads `--report KIND=FILE`; `console` alone goes to standard output. @throws UsageError */
export function readReports(texts: readonly string[]): readonly ReportRequest[] {
  const requests = texts.map((text) => {
    const [kind = '', ...rest] = text.split('=');
    const known = kinds.find((one) => one === kind);
    const file = rest.join('=');
    if (!known)
      throw new UsageError(`--report ${text}: the kind is one of ${kinds.join(', ')}, as in ndjson=results.ndjson`);
    if (file === '' && known !== 'console')
      throw new UsageError(`--report ${text}: a file is needed, as in ${known}=results.${extensions[known]}`);
    return { kind: known, file: file === '' ? standardOutput : file };
  });
  const files = requests.map((one) => one.file);
  const twice = files.find((file, at) => files.indexOf(file) < at);
  if (twice !== undefined) {
    const where = twice === standardOutput ? 'standard output' : twice;
    throw new UsageError(`--report: two reports go to ${where}; give each a file of its own`);
  }
  return requests;
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
  for (const { kind, file } of requests) if (file !== standardOutput) checkTarget(`--report ${kind}=`, file);
  const { earlier } = options;
  const files: OpenResults[] = [];
  for (const { kind, file } of requests)
    if (kind === 'ndjson') files.push(await openResults(file, earlier?.file === file ? earlier.results : undefined));

  const summary = summarySink();
  const collected = collectingSink();
  const needsConsole = !requests.some((one) => one.kind === 'console' || one.file === standardOutput);
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
        if (file === standardOutput) await print(text);
        else
          await writeOutput(file, (sink) => {
            for (const piece of text) sink.write(piece);
          });
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
