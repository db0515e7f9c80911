import {
  judge,
  type Answer,
  type Capabilities,
  type Granularity,
  type Judgement,
  type ReportedFinding,
} from '../../../conformance/judge/index.js';
import type { ExpectedFinding } from '../../../conformance/suite/index.js';
import { error, makeCase, makeExpectation, type TinyCase } from '../tiny-suite.js';

/** Where the expected findings of these tests are. */
export const person = '/Message/Persons/Person[3]';
export const upn = `${person}/UPN`;
export const sex = `${person}/Sex`;

/** What differs from a broken case with a clean parent, judged by path and level. */
export interface Options {
  readonly tiny?: Partial<TinyCase>;
  readonly onParent?: readonly ReportedFinding[] | Answer | null;
  readonly granularity?: Granularity;
  readonly levels?: boolean;
  readonly statedBySchema?: (rule: string) => boolean;
  readonly cannotReport?: Capabilities['cannotReport'];
  readonly levelOf?: Capabilities['levelOf'];
}

const found = (findings: readonly ReportedFinding[]): Answer => ({ kind: 'findings', findings });
const isList = (value: readonly ReportedFinding[] | Answer): value is readonly ReportedFinding[] =>
  Array.isArray(value);
const asAnswer = (value: readonly ReportedFinding[] | Answer): Answer => (isList(value) ? found(value) : value);

/** Judges what was reported on a child of a valid parent on which nothing was, unless the options say otherwise. */
export function put(
  expected: readonly ExpectedFinding[],
  answer: readonly ReportedFinding[] | Answer,
  options: Options = {},
): Judgement {
  const tiny: TinyCase = { id: 'PER-13.x', rule: 'PER-13', parent: 'valid.x', findings: expected, ...options.tiny };
  const { onParent = [], granularity = 'path', levels = true, statedBySchema, cannotReport, levelOf } = options;
  const capabilities: Capabilities = {
    granularity,
    levels,
    ...(cannotReport && { cannotReport }),
    ...(levelOf && { levelOf }),
  };
  return judge({
    case: makeCase(tiny),
    expectation: makeExpectation(tiny),
    answer: asAnswer(answer),
    parentAnswer: onParent === null ? null : asAnswer(onParent),
    capabilities,
    ...(statedBySchema && { statedBySchema }),
  });
}

/** A finding that is expected, and the same as reported. */
export const wanted = error('PER-13', upn, 3);
export const exact: ReportedFinding = { rule: 'PER-13', level: 'error', path: upn, person: { index: 3 } };
/** No answers. */
export const crash: Answer = { kind: 'could-not-run', why: 'exit code 7' };
export const refusal: Answer = { kind: 'unsupported', why: 'not this year' };
