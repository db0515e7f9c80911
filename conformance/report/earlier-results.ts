import { readFile } from 'node:fs/promises';
import { errorCode, reasonOf } from '../shape/index.js';
import { parseResults, ResultsError } from './ndjson-reader.js';
import type { CaseResult, ResultsHeader } from './results.js';

/** What an earlier run left of a results file. */
export interface EarlierResults {
  readonly header: ResultsHeader;
  readonly cases: readonly CaseResult[];
  /** Bytes of the `.part` file that hold the header and the cases; null where the file is whole. */
  readonly partBytes: number | null;
}

/**
 * Reads what an earlier run left of a results file: its `.part` where it was cut short, else the file itself. A last
 * line that was cut off does not count. Undefined where there is neither, or not even a header.
 * @throws ResultsError where what is there is damaged
 */
export async function readEarlierResults(file: string): Promise<EarlierResults | undefined> {
  const part = await readIfThere(`${file}.part`);
  if (part !== undefined) {
    if (!part.includes('\n')) return undefined;
    const { header, cases } = parseResults(part, `${file}.part`);
    // The footer, where the run ended between it and the final name, is written anew.
    const lines = part.split('\n').slice(0, 1 + cases.length);
    return { header, cases, partBytes: Buffer.byteLength(`${lines.join('\n')}\n`) };
  }
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  const { header, cases } = parseResults(text, file);
  return { header, cases, partBytes: null };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new ResultsError(`${file}: cannot be read: ${reasonOf(error)}`);
  }
}

/** Whether two headers are of one run: all but the machine and the time are the same. */
export function isSameRun(one: ResultsHeader, other: ResultsHeader): boolean {
  const told = ({
    kit,
    suite,
    validator,
    adapter,
    lists = {},
    codes = {},
    levels: given = {},
  }: ResultsHeader): string => {
    const { kind, name, title, version, digest: build, command, granularity, levels } = validator;
    const { digest, year, seed } = suite;
    return JSON.stringify([
      kit,
      [digest, year, seed],
      [kind, name, title, version, build, command, granularity, levels],
      [adapter, lists.knownFailing, lists.knownFlaky],
      [inOrder(codes), inOrder(given)],
    ]);
  };
  return told(one) === told(other);
}

function inOrder(values: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}
