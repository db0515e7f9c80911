import type { Expectation, Suite } from '../suite/index.js';
import type { CaseResult } from './results.js';

/** What of the results hangs on questions that nobody has answered. */
export interface OpenCases {
  /** Disputed cases, which were not judged. */
  readonly disputed: number;
  /** Cases that were judged although an open question could change their answer. */
  readonly queried: number;
  /** Ids of the questions that the notes of those cases name, each once, in the order of the results. */
  readonly questions: readonly string[];
}

/** Counts the cases that hang on an open question; without the suite only those that are disputed are known. */
export function openCases(cases: readonly CaseResult[], suite: Suite | null): OpenCases {
  let disputed = 0;
  let queried = 0;
  const questions = new Set<string>();
  for (const { id, verdict, why } of cases) {
    const expectation: Pick<Expectation, 'status' | 'note'> | undefined = suite?.expectations.get(id);
    const isDisputed = verdict === 'disputed';
    if (isDisputed) disputed += 1;
    else if (expectation?.status === 'queried') queried += 1;
    else continue;
    const note = expectation?.note ?? (isDisputed ? (why ?? '') : '');
    for (const [, question = ''] of note.matchAll(/Open question ([\w.-]+):/g)) questions.add(question);
  }
  return { disputed, queried, questions: [...questions] };
}
