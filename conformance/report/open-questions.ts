import type { CaseResult } from './results.js';

/** What of the results hangs on questions that nobody has answered. */
export interface OpenCases {
  /** Disputed cases, which were not judged. */
  readonly disputed: number;
  /** Cases that were judged although an open question could change their answer. */
  readonly queried: number;
  /** By id of the question, how many cases hang on it, in the order of the results. */
  readonly questions: ReadonlyMap<string, number>;
}

/** Counts cases that hang on open questions, as their results come. */
export interface OpenTally {
  add(result: CaseResult): void;
  counts(): OpenCases;
}

/** A tally with nothing in it yet. */
export function openTally(): OpenTally {
  let disputed = 0;
  let queried = 0;
  const questions = new Map<string, number>();
  return {
    add: ({ verdict, questions: hangsOn = [] }) => {
      if (verdict === 'disputed') disputed += 1;
      else if (hangsOn.length > 0) queried += 1;
      for (const id of hangsOn) questions.set(id, (questions.get(id) ?? 0) + 1);
    },
    counts: () => ({ disputed, queried, questions }),
  };
}

/** The open questions that cases hang on, in one line without markup; undefined where none does. */
export function openInWords({ disputed, queried, questions }: OpenCases): string | undefined {
  if (disputed + queried === 0) return undefined;
  const cases = (count: number): string => `${count} case${count === 1 ? '' : 's'}`;
  const parts = [
    ...(queried > 0 ? [`${cases(queried)} that accept${queried === 1 ? 's' : ''} every reading`] : []),
    ...(disputed > 0 ? [`${cases(disputed)} disputed, which do${disputed === 1 ? 'es' : ''} not count`] : []),
  ];
  const asked = [...questions].map(([id, count]) => `${id} (${count})`).join(', ');
  return `${parts.join(', ')}${asked === '' ? '' : `: ${asked}`}`;
}
