import { findingInWords, type Answer, type ReportedFinding } from '../judge/index.js';
import { plainText } from '../shape/index.js';
import { goalInWords, type Goal } from '../shrink/index.js';
import type { Found } from './fuzz.js';

/** The name of the return beside a `disagreement.json`. */
export const disagreementFile = 'return.xml';

/** A finding as it is told, without its message, in which a validator may quote a value. */
export interface ToldFinding {
  readonly rule: string | null;
  readonly code: string | null;
  readonly level: string | null;
  readonly path: string | null;
  readonly person: number | null;
}

/** `disagreement.json`. */
export interface Disagreement {
  readonly format: 1;
  readonly kit: string;
  readonly year: number;
  readonly seed: string;
  /** The number of the return, from 1: `--runs` of so many is enough to come to it. */
  readonly run: number;
  readonly validator: string;
  readonly kind: Goal['kind'];
  readonly rule: string | null;
  readonly questions: readonly string[];
  readonly changes: readonly string[];
  readonly file: string;
  readonly bytes: number;
  readonly validatorSaid: {
    readonly answer: Answer['kind'];
    readonly why: string | null;
    readonly findings: readonly ToldFinding[];
  };
  readonly referenceSaid: readonly ToldFinding[];
}

const mostTold = 200;
const maxWhy = 500;

/** What was found, as it is written. */
export function disagreementOf(
  { run, goal, questions, changes, shrunk, said: { answer, reference } }: Found,
  about: { readonly kit: string; readonly year: number; readonly seed: string; readonly validator: string },
): Disagreement {
  const isAnswer = answer.kind === 'findings';
  return {
    format: 1,
    ...about,
    run,
    kind: goal.kind,
    rule: goal.kind === 'fails' ? null : goal.rule,
    questions,
    changes,
    file: disagreementFile,
    bytes: shrunk.file.length,
    validatorSaid: {
      answer: answer.kind,
      why: isAnswer ? null : plainText(answer.why, maxWhy),
      findings: isAnswer ? answer.findings.slice(0, mostTold).map(toldOf) : [],
    },
    referenceSaid: reference
      .slice(0, mostTold)
      .map((one) =>
        toldOf({ rule: one.rule, level: one.level, path: one.path, ...(one.person && { person: one.person.index }) }),
      ),
  };
}

function toldOf({ rule, code, level, path, person }: ReportedFinding): ToldFinding {
  return {
    rule: rule ?? null,
    code: code ?? null,
    level: level ?? null,
    path: path ?? null,
    person: (typeof person === 'number' ? person : person?.index) ?? null,
  };
}

/** What was found, for a terminal, with the return itself: it is of nobody. */
export function disagreementText(
  found: Found,
  { validatorSaid, referenceSaid, questions, changes, run, seed }: Disagreement,
): string {
  const lines = (list: readonly ToldFinding[]): readonly string[] =>
    list.length === 0 ? ['    nothing'] : list.map((one) => `    ${inWords(one)}`);
  return [
    `Return ${run} of seed ${plainText(seed, maxWhy)}: ${goalInWords(found.goal)}`,
    `  ${changes.join('; ')}`,
    '  The validator says',
    ...(validatorSaid.why === null ? lines(validatorSaid.findings) : [`    no answer: ${validatorSaid.why}`]),
    '  The reference validator says',
    ...lines(referenceSaid),
    ...(questions.length > 0 ? [`  Open to question: ${questions.join(', ')} (sen2kit rules show RULE)`] : []),
    '',
    Buffer.from(found.shrunk.file).toString('utf8'),
  ].join('\n');
}

function inWords({ rule, code, level, path, person }: ToldFinding): string {
  const place = findingInWords({ rule: rule ?? code ?? '(no rule named)', person, ...(path !== null && { path }) });
  const own = code === null || code === rule ? '' : `, its code ${code}`;
  return plainText(`${level === null ? '' : `${level} `}${place}${own}`, maxWhy);
}
