import {
  compareResults,
  comparisonMarkdown,
  comparisonText,
  type Comparison,
  type NamedResults,
} from '../../../conformance/compare/index.js';
import { readResults } from '../../../conformance/report/index.js';
import { writeOutput } from '../../../output/index.js';
import type { CompareOptions } from '../commands/compare.js';
import { exitCodes, type ExitCode } from '../exit.js';
import { print } from '../print.js';

/** Holds two results files against each other; 1 where something is worse. @throws ResultsError, OutputError */
export async function compareFiles({ old, new: current, format, out }: CompareOptions): Promise<ExitCode> {
  const comparison = compareResults(await read(old), await read(current));
  const text = formatted(comparison, format);
  if (out === '-') await print(text);
  else
    await writeOutput(out, (sink) => {
      sink.write(text);
    });
  return comparison.worse ? exitCodes.discrepancy : exitCodes.conforms;
}

async function read(name: string): Promise<NamedResults> {
  return { name, results: await readResults(name) };
}

function formatted(comparison: Comparison, format: CompareOptions['format']): string {
  switch (format) {
    case 'text':
      return comparisonText(comparison);
    case 'json':
      return `${JSON.stringify(comparison, null, 1)}\n`;
    case 'markdown':
      return comparisonMarkdown(comparison);
  }
}
