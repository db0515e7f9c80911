import type { OpenQuestion } from './open-question.js';
import { openQuestions } from './questions.js';

const byId = new Map(openQuestions.map((one) => [one.id, one]));

/** @throws RangeError for an id that no question has. */
export function openQuestion(id: string): OpenQuestion {
  const found = byId.get(id);
  if (!found) throw new RangeError(`no open question is called ${id}`);
  return found;
}

/** Whether a question is about every rule, so that it is told once rather than with each. */
export function isAboutEveryRule({ rules }: OpenQuestion): boolean {
  return rules.includes('*');
}

/**
 * The questions about a rule, or about the rule of a case, given its id; those about every rule are not among them.
 * Whether the answer to a case hangs on one, its expectation says.
 */
export function openQuestionsOf(id: string): readonly OpenQuestion[] {
  return openQuestions.filter(({ rules }) => rules.some((rule) => id === rule || id.startsWith(`${rule}.`)));
}

/** Whether a case is one of those that a question names. A name may end in `*`. */
export function isNamed(names: readonly string[], caseId: string): boolean {
  return names.some((name) => (name.endsWith('*') ? caseId.startsWith(name.slice(0, -1)) : caseId === name));
}

/** The questions about a rule in lines to print, without indent; none where there are none. */
export function questionLines(rule: string): readonly string[] {
  return openQuestionsOf(rule).flatMap(linesOf);
}

/** The questions about every rule, in lines to print once. */
export function generalQuestionLines(): readonly string[] {
  return openQuestions.filter(isAboutEveryRule).flatMap(linesOf);
}

function linesOf({ id, question, reading, alternatives, years }: OpenQuestion): readonly string[] {
  return [
    `Open question ${id}${yearsInWords(years)}: ${question}`,
    `  Taken here: ${reading}`,
    ...alternatives.map((one) => `  Or: ${one}`),
  ];
}

function yearsInWords(years: OpenQuestion['years']): string {
  const { from, to } = years ?? {};
  if (from === undefined) return to === undefined ? '' : ` (to ${to})`;
  if (to === undefined) return ` (from ${from})`;
  return from === to ? ` (${from})` : ` (${from} to ${to})`;
}
