import { open, rename, type FileHandle } from 'node:fs/promises';
import type { ResultSink } from './sink.js';

/** A sink that hands over each result as one line of NDJSON, line break included. */
export function ndjsonSink(write: (line: string) => void | Promise<void>): ResultSink {
  const line = (value: unknown): void | Promise<void> => write(`${JSON.stringify(value)}\n`);
  return { start: line, result: line, end: line };
}

/** A sink that writes to a file, and must be closed whether or not the run came to its end. */
export interface ResultsFile extends ResultSink {
  close(): Promise<void>;
}

/**
 * Opens a results file. Lines are written beside it as they come, to `<file>.part`, which takes the final name with
 * the footer. What a run that was cut short left behind keeps its `.part`.
 * @throws where the file cannot be opened, as `node:fs` does.
 */
export async function openResultsFile(file: string): Promise<ResultsFile> {
  const part = `${file}.part`;
  let handle: FileHandle | undefined = await open(part, 'w');
  const close = async (): Promise<void> => {
    const open = handle;
    handle = undefined;
    await open?.close();
  };
  const lines = ndjsonSink(async (line) => {
    await handle?.write(line);
  });
  return {
    ...lines,
    end: async (footer) => {
      await lines.end(footer);
      await close();
      await rename(part, file);
    },
    close,
  };
}
