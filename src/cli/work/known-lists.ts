import { readFile } from 'node:fs/promises';
import {
  knownCases,
  parseKnownFailing,
  parseKnownFlaky,
  type KnownCases,
  type KnownFailing,
} from '../../../conformance/known/index.js';
import type { ResultsHeader } from '../../../conformance/report/index.js';
import { sha256, type Suite } from '../../../conformance/suite/index.js';
import { UsageError } from '../exit.js';

/** The lists of known failures and of flaky cases that a run was given. */
export interface KnownLists {
  readonly failing: readonly KnownFailing[];
  /** Their digests, for the header of the results. */
  readonly digests: NonNullable<ResultsHeader['lists']>;
  /** What they say of the cases of a suite. @param today ccyy-mm-dd */
  of(suite: Suite, today: string): KnownCases;
}

/** Reads `--known-failing` and `--known-flaky`. @throws UsageError, KnownListError */
export async function readKnownLists(options: {
  readonly 'known-failing': string | undefined;
  readonly 'known-flaky': string | undefined;
}): Promise<KnownLists> {
  const { 'known-failing': failingFile, 'known-flaky': flakyFile } = options;
  const failingText = await textOf('--known-failing', failingFile);
  const flakyText = await textOf('--known-flaky', flakyFile);
  const failing = failingText === undefined ? [] : parseKnownFailing(failingText, failingFile ?? '');
  const flaky = flakyText === undefined ? [] : parseKnownFlaky(flakyText, flakyFile ?? '');
  return {
    failing,
    digests: {
      ...(failingText !== undefined && { knownFailing: sha256(failingText) }),
      ...(flakyText !== undefined && { knownFlaky: sha256(flakyText) }),
    },
    of: (suite, today) => knownCases(failing, flaky, suite.cases, today),
  };
}

async function textOf(option: string, file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`${option} ${file}: the file cannot be read`);
  }
}
