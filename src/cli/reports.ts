import {
  combineSinks,
  consoleReport,
  jsonReport,
  openResultsFile,
  summarySink,
  type CaseResult,
  type ResultsFile,
  type ResultsFooter,
  type ResultsHeader,
  type ResultSink,
} from '../../conformance/report/index.js';
import { writeOutput } from '../../output/index.js';
import { UsageError } from './exit.js';

const kinds = ['console', 'ndjson', 'json'] as const;
type Kind = (typeof kinds)[number];

interface ReportRequest {
  readonly kind: Kind;
  readonly file: string;
}

/** Reads `--report KIND=FILE`; `console` alone goes to standard output. */
export function readReports(texts: readonly string[]): readonly ReportRequest[] {
  return texts.map((text) => {
    const [kind = '', ...rest] = text.split('=');
    const known = kinds.find((one) => one === kind);
    const file = rest.join('=');
    if (!known)
      throw new UsageError(`--report ${text}: the kind is one of ${kinds.join(', ')}, as in ndjson=results.ndjson`);
    if (file === '' && known !== 'console')
      throw new UsageError(`--report ${text}: a file is needed, as in ${known}=results.${known}`);
    return { kind: known, file: file === '' ? '-' : file };
  });
}

/** Takes results in and turns them into the reports asked for. */
export interface Reports {
  readonly sink: ResultSink;
  /** Writes what is made at the end; after a run that was cut short too. */
  finish(options: { readonly maxRules: number }): Promise<void>;
}

/** Opens the reports asked for, the one to the console in any case. @throws OutputError where a file cannot be written */
export async function openReports(requests: readonly ReportRequest[]): Promise<Reports> {
  const summary = summarySink();
  const collected = collectingSink();
  const files: ResultsFile[] = [];
  for (const { kind, file } of requests) {
    if (kind === 'ndjson') files.push(await openResultsFile(file));
  }
  const wantsJson = requests.some((one) => one.kind === 'json');
  const consoles = requests.filter((one) => one.kind === 'console').map((one) => one.file);
  return {
    sink: combineSinks([summary, ...files, ...(wantsJson ? [collected.sink] : [])]),
    finish: async ({ maxRules }) => {
      for (const file of files) await file.close();
      const told = summary.summary();
      if (!told) return;
      for (const out of consoles.length > 0 ? consoles : ['-']) {
        await writeOutput(out, (sink) => {
          sink.write(consoleReport(told, { maxRules }));
        });
      }
      for (const { kind, file } of requests) {
        if (kind !== 'json') continue;
        const results = collected.results();
        await writeOutput(file, (sink) => {
          sink.write(`${JSON.stringify(jsonReport(results), null, 1)}\n`);
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
