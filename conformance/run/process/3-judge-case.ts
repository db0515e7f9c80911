import { judge, type Answer, type Capabilities } from '../../judge/index.js';
import { reportedAtMost, type CaseResult } from '../../report/index.js';
import type { Case, Expectation } from '../../suite/index.js';
import type { TimedAnswer } from './2-put-case.js';

/** What judging needs to know beside the answers. */
export interface JudgeSetup {
  readonly capabilities: Capabilities;
  readonly expectations: ReadonlyMap<string, Expectation>;
  readonly statedBySchema?: (rule: string) => boolean;
}

/** Judges one answer and makes its line of the results. */
export function judgeCase(c: Case, given: TimedAnswer, parentAnswer: Answer | null, setup: JudgeSetup): CaseResult {
  const expectation = setup.expectations.get(c.id);
  if (!expectation) throw new RangeError(`the case ${c.id} has no expectation`);
  const { answer, ms } = given;
  const { capabilities, statedBySchema } = setup;
  const judgement = judge({
    case: c,
    expectation,
    answer,
    parentAnswer,
    capabilities,
    ...(statedBySchema && { statedBySchema }),
  });
  const { verdict, why, expected, reported, parentReported, falseAlarms } = judgement;
  return {
    type: 'case',
    id: c.id,
    kind: c.kind,
    rule: c.rule,
    verdict,
    expected,
    reported: reported.slice(0, reportedAtMost),
    ...(reported.length > reportedAtMost && { reportedCount: reported.length }),
    ...(parentReported.length > 0 && { parentReported: parentReported.slice(0, reportedAtMost) }),
    falseAlarms,
    why,
    ms,
    ...(answer.kind !== 'unsupported' && answer.stderr !== undefined && { stderr: answer.stderr }),
  };
}
