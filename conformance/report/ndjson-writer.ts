import { open, rename, type FileHandle } from 'node:fs/promises';
import type { EarlierResults } from './earlier-results.js';
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
 * @param earlier what such a run left, where this one goes on with it: its lines stay as they are, and are not written
 * again when they are handed over
 * @throws where the file cannot be opened, as `node:fs` does.
 */
export async function openResultsFile(file: string, earlier?: EarlierResults): Promise<ResultsFile> {
  const part = `${file}.part`;
  const kept = earlier?.partBytes ?? null;
  let handle: FileHandle | undefined = await open(part, kept === null ? 'w' : 'r+');
  await handle.truncate(kept ?? 0);
  let position = kept ?? 0;
  let written = kept === null ? 0 : 1 + (earlier?.cases.length ?? 0);
  const close = async (): Promise<void> => {
    const open = handle;
    handle = undefined;
    await open?.close();
  };
  const lines = ndjsonSink(async (line) => {
    if (written > 0) {
      written -= 1;
      return;
    }
    if (!handle) return;
    const bytes = Buffer.from(line, 'utf8');
    // A disk that fills up may take a part of it before it refuses the rest.
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position);
      done += bytesWritten;
      position += bytesWritten;
    }
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
