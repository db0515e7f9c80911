import type { Case, Expectation, ExpectedFinding } from '../suite/index.js';
import type { Answer, Capabilities, ReportedFinding } from './answer.js';
import { askedOf, type Asked } from './asked.js';
import { agrees, claimInWords, claimKey, claimOf, unnamedRule, type Claim } from './claim.js';
import { pair, type Fits } from './pairing.js';
import { findingInWords, listInWords } from './words.js';
import type { Verdict } from './verdict.js';

/** Everything a verdict depends on. */
export interface JudgeInput {
  readonly case: Case;
  readonly expectation: Expectation;
  readonly answer: Answer;
  /** What the same validator answered on the parent; null for a case without one. */
  readonly parentAnswer: Answer | null;
  /** What is expected of the parent, its places as they are in the case. Without it no reading is known by the parent. */
  readonly parentExpectation?: Expectation | null;
  readonly capabilities: Capabilities;
  /** Whether a validator of granularity 'file' can state a rule at all; without it, every rule is taken as stated. */
  readonly statedBySchema?: (rule: string) => boolean;
}

/** A verdict and what it rests on. */
export interface Judgement {
  readonly verdict: Verdict;
  /** One line in words; null for a match. */
  readonly why: string | null;
  /** The set of findings held against the answer: the expectation's own, or the alternative that came nearest. */
  readonly expected: readonly ExpectedFinding[];
  /** All that was reported. */
  readonly reported: readonly ReportedFinding[];
  /** What of it was set aside because it was reported on the parent too. */
  readonly parentReported: readonly ReportedFinding[];
  /** Rules that were reported where the expectation has nothing of the kind, each once. Empty where the case was not judged. */
  readonly falseAlarms: readonly string[];
}

/**
 * Judges one answer. The first of these that holds is the verdict:
 *
 *  1. `disputed`       the expectation is disputed, so that nothing can count against the validator
 *  2. `could-not-run`  there is no answer to judge, or none on the parent
 *  3. `unsupported`    the validator says that it does not do this, for the case or its parent, or it can report
 *                      none of the expected rules: it has no code for them, or can only say valid or not and a schema
 *                      cannot state them
 *  4. `match`          exactly what is expected was reported, by the expectation or any of its alternatives
 *  5. `missed`         an expected finding has no counterpart in what was reported
 *  6. `false-alarm`    a reported finding has no counterpart in what is expected
 *  7. `wrong-code`     each has one, but a finding stands under another rule at the expected place
 *  8. `wrong-place`    each has one, but a finding of the expected rule stands at another place
 *  9. `wrong-level`    each has one, but a finding has the wrong level
 *
 * A case with several faults gets the gravest: it is graver to say nothing, or to cry wolf, than to say it badly.
 * Among alternatives the one that gives the mildest verdict is taken, the expectation's own first. Where a validator
 * can report some of the expected rules and others not, it is held to those that it can.
 */
export function judge(input: JudgeInput): Judgement {
  const { expectation, answer, parentAnswer } = input;
  const reported = answer.kind === 'findings' ? answer.findings : [];
  const unjudged = (verdict: Verdict, why: string | null): Judgement => {
    return { verdict, why, expected: expectation.findings, reported, parentReported: [], falseAlarms: [] };
  };

  if (expectation.status === 'disputed') return unjudged('disputed', expectation.note);

  if (answer.kind === 'could-not-run') return unjudged('could-not-run', answer.why);
  if (parentAnswer?.kind === 'could-not-run') {
    return unjudged('could-not-run', `its parent ${input.case.parent ?? ''} could not be run: ${parentAnswer.why}`);
  }

  if (answer.kind === 'unsupported') return unjudged('unsupported', answer.why);
  if (parentAnswer?.kind === 'unsupported') {
    return unjudged('unsupported', `its parent is not supported: ${parentAnswer.why}`);
  }

  const onParent = parentAnswer?.findings ?? [];
  if (input.capabilities.granularity === 'file') return judgeValidity(input, answer.findings, onParent);

  const asked = askedOf(expectation, input.capabilities, input.case.year);
  return asked.beyond === undefined
    ? judgeFindings(input, asked, answer.findings, onParent)
    : unjudged('unsupported', asked.beyond);
}

/**
 * Judges an answer that says no more than valid or not. What is expected of it is that it refuses the file where a
 * rule that it can state is broken, and no other. Where it refuses the parent too, its refusal counts for nothing.
 */
function judgeValidity(
  input: JudgeInput,
  reported: readonly ReportedFinding[],
  onParent: readonly ReportedFinding[],
): Judgement {
  const { expectation, statedBySchema = () => true } = input;
  const candidates = [expectation.findings, ...expectation.alternatives];
  const setAside = onParent.length > 0 ? reported : [];
  const base = { expected: expectation.findings, reported, parentReported: setAside };

  const breaks = (findings: readonly ExpectedFinding[]): boolean => findings.some((f) => statedBySchema(f.rule));
  const isBeyondIt = expectation.findings.length > 0 && !breaks(expectation.findings);
  if (isBeyondIt) {
    const why = `a schema cannot state ${listInWords([...new Set(expectation.findings.map((f) => f.rule))])}`;
    return { ...base, verdict: 'unsupported', why, falseAlarms: [] };
  }

  const refused = reported.length > setAside.length;
  const right = candidates.find((findings) => breaks(findings) === refused);
  if (right) return { ...base, expected: right, verdict: 'match', why: null, falseAlarms: [] };
  if (refused) {
    const message = reported[0]?.message;
    const why = `the file is valid and was refused${message === undefined ? '' : `: ${message}`}`;
    return { ...base, verdict: 'false-alarm', why, falseAlarms: [input.case.rule ?? unnamedRule] };
  }
  const why = setAside.length > 0 ? 'the file was refused, but so was its parent' : 'the file was not refused';
  return { ...base, verdict: 'missed', why, falseAlarms: [] };
}

function judgeFindings(
  input: JudgeInput,
  asked: Asked,
  reported: readonly ReportedFinding[],
  onParent: readonly ReportedFinding[],
): Judgement {
  const { capabilities } = input;
  const year = input.case.year;
  const toClaim = (finding: ReportedFinding): Claim => claimOf(finding, capabilities, year);
  const { own, setAside } = setAsideParents(reported, onParent, toClaim);

  const [taken = [], ...others] = asked.sets;
  let best = compare(taken, own, year);
  const signs = readingSigns(input, onParent.map(toClaim), setAside.map(toClaim));
  for (const expected of others) {
    const comparison = compare(expected, [...own, ...signs.filter((claim) => fitsAny(claim, expected, year))], year);
    if (severity(comparison.verdict) < severity(best.verdict)) best = comparison;
  }
  const { verdict, expected, why, falseAlarms } = best;
  return { verdict, why, expected, reported, parentReported: setAside, falseAlarms };
}

/**
 * Of what was reported on the parent too, what shows that the validator reads an open question in another way: it said
 * of the parent all that such a reading finds there. An alternative of the case may ask for it, so that a validator which
 * is just silent, or always says the same, is not taken for one that reads the question so.
 */
function readingSigns(
  { case: { year }, parentExpectation }: JudgeInput,
  onParent: readonly Claim[],
  onBoth: readonly Claim[],
): readonly Claim[] {
  const inAll: Fits = (c, e) => agrees.rule(c, e) && agrees.place(c, e, year) && agrees.level(c, e);
  const readings = (parentExpectation?.alternatives ?? []).filter(
    (findings) => pair(findings, onParent, inAll).missing.length === 0,
  );
  return onBoth.filter((claim) => fitsAny(claim, readings.flat(), year));
}

function fitsAny(claim: Claim, expected: readonly ExpectedFinding[], year: number): boolean {
  return expected.some((finding) => agrees.rule(claim, finding) && agrees.place(claim, finding, year));
}

/**
 * Takes out what was reported on the parent too, so that it neither counts against the validator nor satisfies an
 * expectation. Claims that stand for one finding are taken out as often as they stand on the parent, others altogether;
 * what the parent got under another code is no reason to take one out. Of what is left, claims that say the same are one
 * if they stand for more than one finding, or if they come from different codes: two codes that mean the same rule.
 */
function setAsideParents(
  reported: readonly ReportedFinding[],
  onParent: readonly ReportedFinding[],
  toClaim: (finding: ReportedFinding) => Claim,
): { own: Claim[]; setAside: ReportedFinding[] } {
  const ofCode = (claim: Claim): string => JSON.stringify([claim.code, claimKey(claim)]);
  const leftOnParent = new Map<string, number>();
  for (const finding of onParent) count(leftOnParent, ofCode(toClaim(finding)));

  const own: Claim[] = [];
  const setAside: ReportedFinding[] = [];
  const said = new Map<string, number>();
  const saidByCode = new Map<string, number>();
  for (const finding of reported) {
    const claim = toClaim(finding);
    const key = claimKey(claim);
    const left = leftOnParent.get(ofCode(claim)) ?? 0;
    if (left > 0) {
      setAside.push(finding);
      if (claim.single) leftOnParent.set(ofCode(claim), left - 1);
    } else if (claim.single ? count(saidByCode, ofCode(claim)) > (said.get(key) ?? 0) : !said.has(key)) {
      own.push(claim);
      count(said, key);
    }
  }
  return { own, setAside };
}

/** Counts one more of a key. @returns how many there are now */
function count(counts: Map<string, number>, key: string): number {
  const now = (counts.get(key) ?? 0) + 1;
  counts.set(key, now);
  return now;
}

interface Comparison {
  readonly verdict: Verdict;
  readonly expected: readonly ExpectedFinding[];
  readonly why: string | null;
  readonly falseAlarms: readonly string[];
}

/** From mild to grave. */
const bySeverity: readonly Verdict[] = ['match', 'wrong-level', 'wrong-place', 'wrong-code', 'false-alarm', 'missed'];

function severity(verdict: Verdict): number {
  return bySeverity.indexOf(verdict);
}

/**
 * Holds the claims against one set of expected findings. What fits in every part is right. What is left over is then
 * paired by ever fewer parts, to tell in what it is wrong: all but the level, the rule alone, the place alone.
 */
function compare(expected: readonly ExpectedFinding[], claims: readonly Claim[], year: number): Comparison {
  const inRule = agrees.rule;
  const inLevel = agrees.level;
  const inPlace: Fits = (claim, finding) => agrees.place(claim, finding, year);

  const right = pair(expected, claims, (c, e) => inRule(c, e) && inPlace(c, e) && inLevel(c, e));
  const wrongLevel = pair(right.missing, right.surplus, (c, e) => inRule(c, e) && inPlace(c, e));
  const wrongPlace = pair(wrongLevel.missing, wrongLevel.surplus, inRule);
  const wrongCode = pair(wrongPlace.missing, wrongPlace.surplus, inPlace, 'one each');
  const { missing, surplus } = wrongCode;

  const faults: [Verdict, string[]][] = [
    ['missed', missing.map((e) => `${findingInWords(e)} was not reported`)],
    ['false-alarm', surplus.map((c) => `${claimInWords(c)} was reported and is not expected`)],
    ['wrong-code', wrongCode.pairs.map(([c, e]) => `${claimInWords(c)} was reported in place of ${e.rule}`)],
    ['wrong-place', wrongPlace.pairs.map(([c, e]) => `${claimInWords(c)} was reported, expected at ${e.path}`)],
    [
      'wrong-level',
      wrongLevel.pairs.map(([c, e]) => `${e.rule} was reported as ${c.level ?? '?'}, expected ${e.level}`),
    ],
  ];
  const gravest = faults.find(([, sentences]) => sentences.length > 0);
  return {
    verdict: gravest ? gravest[0] : 'match',
    expected,
    why: gravest
      ? listInWords(
          faults.flatMap(([, sentences]) => sentences),
          '; ',
        )
      : null,
    falseAlarms: [...new Set([...surplus, ...wrongCode.pairs.map(([c]) => c)].flatMap((c) => c.rules))],
  };
}
