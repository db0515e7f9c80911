import { writeOutput } from '../../../output/index.js';
import { UsageError } from '../exit.js';
import { print } from '../print.js';
import { checkTarget, standardOutput } from './report-files.js';

/** A report that was asked for. */
export interface ReportRequest<K extends string = string> {
  readonly kind: K;
  readonly file: string;
}

/**
 * Reads `--report KIND=FILE`; `console` alone goes to standard output.
 * @param extensions the kinds there are, and how files of each usually end @param sample for advice, `KIND=NAME.END`
 * @throws UsageError
 */
export function readRequests<K extends string>(
  texts: readonly string[],
  extensions: Readonly<Record<K, string>>,
  sample: string,
): readonly ReportRequest<K>[] {
  const kinds = Object.keys(extensions) as K[];
  const base = sample.slice(sample.indexOf('=') + 1, sample.lastIndexOf('.'));
  const requests = texts.map((text) => {
    const [kind = '', ...rest] = text.split('=');
    const known = kinds.find((one) => one === kind);
    const file = rest.join('=');
    if (!known) throw new UsageError(`--report ${text}: the kind is one of ${kinds.join(', ')}, as in ${sample}`);
    if (file === '' && known !== 'console')
      throw new UsageError(`--report ${text}: a file is needed, as in ${known}=${base}.${extensions[known]}`);
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

/** Whether one more report goes on the console: where none was asked for and nothing else goes to standard output. */
export function isConsoleFree(requests: readonly ReportRequest[]): boolean {
  return !requests.some(({ kind, file }) => kind === 'console' || file === standardOutput);
}

/** @throws UsageError where a file cannot be written, which is better known before the work than after it */
export function checkRequests(requests: readonly ReportRequest[]): void {
  for (const { kind, file } of requests) if (file !== standardOutput) checkTarget(`--report ${kind}=`, file);
}

/** Writes a report, whole or not at all, or prints it. @throws OutputError */
export async function writeReport(file: string, text: Iterable<string>): Promise<void> {
  if (file === standardOutput) await print(text);
  else
    await writeOutput(file, (sink) => {
      for (const piece of text) sink.write(piece);
    });
}
