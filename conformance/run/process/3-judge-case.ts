import { findingsOfPerson, judge, type Answer, type Capabilities, type PackedFile } from '../../judge/index.js';
import type { CaseResult } from '../../report/index.js';
import { plainText } from '../../shape/index.js';
import { expectationAt, questionsOf, type Case, type Expectation } from '../../suite/index.js';
import type { TimedAnswer } from './2-put-case.js';
import { foldedRules, keptFindings } from './bounded-result.js';

/** What judging needs to know beside the answers. */
export interface JudgeSetup {
  readonly capabilities: Capabilities;
  readonly expectations: ReadonlyMap<string, Expectation>;
  /** By the name of a file that holds many cases, who in it is one. */
  readonly packedFiles: ReadonlyMap<string, PackedFile>;
  readonly statedBySchema?: (rule: string) => boolean;
}

/** A case that was put, and what came of it. */
export interface PutCase {
  readonly case: Case;
  readonly answer: Answer;
}

/** Characters of a reason: some is what a validator says of itself. */
const longestWhy = 2000;

/**
 * Judges one answer and makes its line of the results, which is bounded whatever the answer is. Of a file that holds many
 * cases, only what is said of this one counts.
 */
export function judgeCase(c: Case, given: TimedAnswer, parent: PutCase | null, setup: JudgeSetup): CaseResult {
  const expectation = setup.expectations.get(c.id);
  if (!expectation) throw new RangeError(`the case ${c.id} has no expectation`);
  const { capabilities, statedBySchema } = setup;
  const answer = ownAnswer({ case: c, answer: given.answer }, c, setup);
  const parentAnswer = parent && ownAnswer(parent, c, setup);
  const ofParent = parent && setup.expectations.get(parent.case.id);
  const judgement = judge({
    case: c,
    expectation,
    answer,
    parentAnswer,
    parentExpectation: parent && ofParent ? movedExpectation(ofParent, parent.case, c) : null,
    capabilities,
    ...(statedBySchema && { statedBySchema }),
  });
  const questions = questionsOf(expectation);
  const { verdict, why, expected, reported, parentReported, falseAlarms } = judgement;
  const kept = keptFindings(reported, 'reported');
  return {
    type: 'case',
    id: c.id,
    kind: c.kind,
    rule: c.rule,
    verdict,
    expected,
    reported: kept,
    ...(reported.length > kept.length && { reportedCount: reported.length }),
    ...(parentReported.length > 0 && { parentReported: keptFindings(parentReported, 'parentReported') }),
    falseAlarms: foldedRules(falseAlarms),
    why: why === null ? null : plainText(why, longestWhy),
    ms: given.ms,
    ...(questions.length > 0 && { questions }),
    ...(answer.kind !== 'unsupported' && answer.stderr !== undefined && { stderr: answer.stderr }),
  };
}

/** What is expected of a packed case, with its places as those of another one. */
function movedExpectation(expectation: Expectation, from: Case, to: Case): Expectation {
  return from.packed && to.packed ? expectationAt(expectation, from.packed.person, to.packed.person) : expectation;
}

/** What an answer says of a case alone; its findings stand where those of the case it is held against would. */
function ownAnswer({ case: from, answer }: PutCase, to: Case, { capabilities, packedFiles }: JudgeSetup): Answer {
  if (!from.packed || !to.packed) return answer;
  const file = packedFiles.get(from.file) ?? { cases: new Set([from.packed.person]) };
  return findingsOfPerson(answer, from.packed.person, capabilities, file, to.packed.person);
}

/** Of every file that holds many cases, who in it is one. */
export function packedFilesOf(cases: readonly Case[]): ReadonlyMap<string, PackedFile> {
  const files = new Map<string, Set<number>>();
  for (const { file, packed } of cases) {
    if (!packed) continue;
    const known = files.get(file);
    if (known) known.add(packed.person);
    else files.set(file, new Set([packed.person]));
  }
  return new Map([...files].map(([file, positions]) => [file, { cases: positions }]));
}
