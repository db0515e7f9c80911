import { accessSync, constants, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  ndjsonSink,
  openResultsFile,
  type EarlierResults,
  type ResultSink,
} from '../../../conformance/report/index.js';
import { OutputError } from '../../../output/index.js';
import { UsageError } from '../exit.js';
import { print } from '../print.js';

/** The path that stands for standard output. */
export const standardOutput = '-';

/** Takes results as they come; to be closed whether or not the run came to its end. */
export interface OpenResults {
  readonly sink: ResultSink;
  close(): Promise<void>;
}

/**
 * Makes sure that a file can be written.
 * @param option as the user gave it, such as `--report json=` @throws UsageError naming it and what is in the way
 */
export function checkTarget(option: string, file: string): void {
  const refuse = (why: string): UsageError => new UsageError(`${option}${file}: cannot be written: ${why}`);
  const there = stats(file);
  if (there?.isDirectory()) throw refuse('it is a folder');
  const folder = dirname(file);
  if (!there && !stats(folder)?.isDirectory()) throw refuse(`there is no folder ${folder}`);
  try {
    if (there) accessSync(file, constants.W_OK);
    // A file is written beside its final name first.
    if (!there || there.isFile()) accessSync(folder, constants.W_OK);
  } catch {
    throw refuse('permission denied');
  }
}

/** A results file that takes its name when it is whole, or a stream to standard output, a device or a pipe. @throws OutputError */
export async function openResults(file: string, earlier?: EarlierResults): Promise<OpenResults> {
  if (file === standardOutput) return { sink: ndjsonSink(print), close: () => Promise.resolve() };
  return naming(file, async () => {
    if (stats(file)?.isFile() !== false) {
      const results = await openResultsFile(file, earlier);
      return { sink: named(file, results), close: () => results.close() };
    }
    const handle = await open(file, 'w');
    const sink = ndjsonSink(async (line) => {
      await handle.write(line);
    });
    return { sink: named(file, sink), close: () => handle.close() };
  });
}

function named(file: string, sink: ResultSink): ResultSink {
  return {
    start: (header) => naming(file, () => sink.start(header)),
    result: (result) => naming(file, () => sink.result(result)),
    end: (footer) => naming(file, () => sink.end(footer)),
  };
}

/** Does what may fail for the disk, and says of which file it was. */
async function naming<T>(file: string, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OutputError(`cannot write ${file}: ${why}`, { cause: error });
  }
}

function stats(path: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
