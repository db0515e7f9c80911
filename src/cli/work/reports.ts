import {
  combineSinks,
  consoleReport,
  jsonReport,
  summarySink,
  type CaseResult,
  type EarlierResults,
  type ResultsFooter,
  type ResultsHeader,
  type ResultSink,
} from '../../../conformance/report/index.js';
import { writeOutput } from '../../../output/index.js';
import { UsageError } from '../exit.js';
import { print } from '../print.js';
import { checkTarget, openResults, standardOutput, type OpenResults } from './report-files.js';

const kinds = ['console', 'ndjson', 'json'] as const;
type Kind = (typeof kinds)[number];

/** A report that was asked for. */
export interface ReportRequest {
  readonly kind: Kind;
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
      throw new UsageError(`--report ${text}: a file is needed, as in ${known}=results.${known}`);
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

export interface ReportOptions {
  /** Rows of the table by rule on the console at most. */
  readonly maxRules: number;
  /** What an earlier run left of one of the results files, which this one goes on with. */
  readonly earlier?: { readonly file: string; readonly results: EarlierResults };
}

/**
 * Opens the reports asked for, and one on the console where none is and nothing else goes to standard output.
 * @throws UsageError where a file cannot be written, which is better known before the run than after it
 */
export async function openReports(
  requests: readonly ReportRequest[],
  { maxRules, earlier }: ReportOptions,
): Promise<Reports> {
  for (const { kind, file } of requests) if (file !== standardOutput) checkTarget(`--report ${kind}=`, file);
  const files: OpenResults[] = [];
  for (const { kind, file } of requests)
    if (kind === 'ndjson') files.push(await openResults(file, earlier?.file === file ? earlier.results : undefined));

  const summary = summarySink();
  const collected = collectingSink();
  const wantsJson = requests.some((one) => one.kind === 'json');
  const needsConsole = !requests.some((one) => one.kind === 'console' || one.file === standardOutput);
  const atEnd = requests.filter((one) => one.kind !== 'ndjson');
  if (needsConsole) atEnd.unshift({ kind: 'console', file: standardOutput });
  return {
    sink: combineSinks([summary, ...files.map((one) => one.sink), ...(wantsJson ? [collected.sink] : [])]),
    finish: async () => {
      for (const file of files) await file.close();
      const told = summary.summary();
      if (!told) return;
      for (const { kind, file } of atEnd) {
        const text =
          kind === 'console'
            ? consoleReport(told, { maxRules })
            : `${JSON.stringify(jsonReport(collected.results()), null, 1)}\n`;
        if (file === standardOutput) await print(text);
        else
          await writeOutput(file, (sink) => {
            sink.write(text);
          });
      }
    },
  };
}

function collectingSink(): { sink: ResultSink; results: () => Parameters<typeof jsonReport>[0] } {
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
