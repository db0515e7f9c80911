import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { casesById } from '../compare/index.js';
import { isJudged } from '../judge/index.js';
import { ResultsError, parseResults, type CaseResult, type Results } from '../report/index.js';
import { asObject, objectAt, optionalTextAt, reasonOf, textAt } from '../shape/index.js';
import type { StatedKnownFailure } from './statement.js';

/** A results file as a statement rests on it. */
export interface ResultsOfStatement {
  /** What errors call it. */
  readonly name: string;
  /** Of its bytes. */
  readonly sha256: string;
  readonly results: Results;
  readonly cases: ReadonlyMap<string, CaseResult>;
  readonly judged: number;
  /** A digest of the validator, where the header tells one. */
  readonly validatorDigest: string | null;
  readonly knownFailures: readonly StatedKnownFailure[];
}

/** Reads a results file. @throws ResultsError */
export async function readResultsOfStatement(file: string): Promise<ResultsOfStatement> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new ResultsError(`${file}: cannot be read: ${reasonOf(error)}`);
  }
  return resultsOfStatement(bytes, file);
}

/** Reads the bytes of a results file. @param name what errors call it @throws ResultsError */
export function resultsOfStatement(bytes: Uint8Array, name: string): ResultsOfStatement {
  const text = Buffer.from(bytes).toString('utf8');
  const results = parseResults(text, name);
  const cases = casesById(results, name);
  const [header, ...rest] = text.split('\n');
  return {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    results,
    cases,
    judged: results.cases.filter(({ verdict }) => isJudged(verdict)).length,
    ...attempt(name, () => ({
      validatorDigest: digestIn(header ?? ''),
      knownFailures: results.cases.flatMap((one, index) => knownIn(one, rest[index] ?? '')),
    })),
  };
}

function attempt<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ResultsError(`${name}: ${reasonOf(error)}`);
  }
}

// What not every version of the kit writes is read from the lines themselves.

function digestIn(header: string): string | null {
  return optionalTextAt(objectAt(asObject(JSON.parse(header), 'the header'), 'validator'), 'digest') ?? null;
}

function knownIn({ id, verdict }: CaseResult, line: string): readonly StatedKnownFailure[] {
  // To parse every line twice would double the time, and hardly any case is known to fail.
  if (!line.includes('"known"')) return [];
  const fields = asObject(JSON.parse(line), 'the line');
  if (fields['known'] === undefined) return [];
  const known = objectAt(fields, 'known');
  return [
    {
      case: id,
      verdict,
      owner: textAt(known, 'owner'),
      reason: textAt(known, 'reason'),
      until: textAt(known, 'until'),
    },
  ];
}
