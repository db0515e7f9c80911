import { isNamed, openQuestion, openQuestions, type OpenQuestion } from '../../scenarios/register/index.js';
import { inForce } from '../../src/model/index.js';
import { ruleById } from '../../src/rules/index.js';
import type { BuiltCase, Expectation, ExpectedFinding } from './case.js';
import { setKey, toExpected, withoutFindings, type Told } from './finding-set.js';
import { otherReadingsIn, type OtherReading } from './other-readings.js';

/** How an answer to an open question changes what is to be found in a case. */
interface Shift {
  readonly question: string;
  readonly removed: readonly ExpectedFinding[];
  readonly added: readonly ExpectedFinding[];
}

/**
 * A case as the register of open questions leaves it: where its answer hangs on one, its status is `queried`, its note
 * says which, and what other readings find stands among its alternatives. Any other case is given back as it is.
 *
 * @param one a case whose findings are those of the reading taken here
 * @param parent the case it was made from, since what a reading finds in both is set aside; none for a valid case
 * @param position of the only person who counts, from 1; where absent, all of the file counts
 */
export function applyRegister(one: BuiltCase, parent?: BuiltCase, position?: number): BuiltCase {
  const { expectation } = one;
  const shifts = [...shiftsByName(one), ...shiftsByReading(one, parent)].flatMap((shift) => within(shift, position));
  const questions = [...placesAskedOf(one), ...new Set(shifts.map(({ question }) => question))].map(openQuestion);
  if (questions.length === 0) return one;
  return {
    ...one,
    expectation: {
      ...expectation,
      status: expectation.status === 'agreed' ? 'queried' : expectation.status,
      note: [expectation.note, ...questions.map(noteOf)].filter((text) => text !== null).join(' '),
      alternatives: alternativesOf([expectation.findings, ...expectation.alternatives], shifts),
    },
  };
}

/** Applies the register to every case of a suite; the parents must be among the cases. */
export function applyRegisterToAll(
  built: readonly BuiltCase[],
  onProgress: (done: number) => void = () => undefined,
): readonly BuiltCase[] {
  const byId = new Map(built.map((one) => [one.case.id, one]));
  return built.map((one, index) => {
    const applied = applyRegister(one, byId.get(one.case.parent ?? ''));
    onProgress(index + 1);
    return applied;
  });
}

/** What of a shift is about one person; none where nothing is. */
function within({ question, removed, added }: Shift, position: number | undefined): readonly Shift[] {
  const own = (list: readonly ExpectedFinding[]): readonly ExpectedFinding[] =>
    position === undefined ? list : list.filter(({ person }) => person === position);
  const shift = { question, removed: own(removed), added: own(added) };
  return shift.removed.length + shift.added.length === 0 ? [] : [shift];
}

/** Ids of the open questions that an expectation hangs on, as its note names them. */
export function questionsOf({ note }: Pick<Expectation, 'note'>): readonly string[] {
  return note?.match(/(?<=Open question )[a-z0-9-]+(?=: )/g) ?? [];
}

function noteOf({ id, question }: OpenQuestion): string {
  return `Open question ${id}: ${question}`;
}

/** The questions on the place of a finding that a case with several places hangs on. */
function placesAskedOf({ case: { rule }, expectation }: BuiltCase): readonly string[] {
  if (rule === null || expectation.alternatives.length === 0) return [];
  return openQuestions
    .filter(({ hang, rules }) => hang.how === 'several-places' && rules.includes(rule))
    .map(({ id }) => id);
}

/** The rule of a case that a question names may be told or not. */
function shiftsByName({ case: one, expectation }: BuiltCase): readonly Shift[] {
  const { rule } = one;
  if (rule === null) return [];
  const told = expectation.findings.filter((finding) => finding.rule === rule);
  const untold: Told = { rule, level: ruleById(rule)?.level ?? 'error', path: one.mutation?.path ?? '/' };
  return openQuestions
    .filter(({ hang, years }) => {
      return hang.how === 'fires-or-not' && isNamed(hang.cases, one.id) && inForce(years ?? {}, one.year);
    })
    .map(({ id: question }) => ({ question, removed: told, added: told.length > 0 ? [] : [toExpected(untold)] }));
}

function shiftsByReading(one: BuiltCase, parent: BuiltCase | undefined): readonly Shift[] {
  const taken = one.expectation.findings;
  // Of a file that cannot be read there is nothing to read in another way.
  if (taken.some(({ rule }) => /^FILE-0[1-4]$/.test(rule))) return [];
  return otherReadingsIn(one.case.year).flatMap((reading) => {
    if ((parent ? tracesIn(parent, reading) : '') === tracesIn(one, reading)) return [];
    const found = reading.findings(textOf(one), one.case.year, taken);
    const own = withoutFindings(found, parent ? findingsIn(parent, reading) : []);
    const [removed, added] = [withoutFindings(taken, own), withoutFindings(own, taken)];
    if (removed.length + added.length === 0) return [];
    const told = added.length > 0 ? added : signOf(withoutFindings(withoutFindings(found, own), taken), one);
    return [{ question: reading.question, removed, added: told }];
  });
}

/**
 * Where a reading only takes findings away, one that it finds in the case and its parent alike: without it, every
 * validator that is just silent would pass for one that reads so. One at the place of the case comes first, then one
 * about its person.
 */
function signOf(onBoth: readonly ExpectedFinding[], { case: one }: BuiltCase): readonly ExpectedFinding[] {
  const at = toExpected({ rule: '', level: 'error', path: one.mutation?.path ?? '' });
  const sign =
    onBoth.find(({ path }) => path === at.path) ?? onBoth.find(({ person }) => person === at.person) ?? onBoth[0];
  return sign ? [sign] : [];
}

const texts = new WeakMap<BuiltCase, string>();
const traces = new WeakMap<BuiltCase, Map<OtherReading, string>>();
const findings = new WeakMap<BuiltCase, Map<OtherReading, readonly Told[]>>();

/** Parents have many children, so what is worked out of a case is kept as long as the case. */
function kept<T>(
  map: WeakMap<BuiltCase, Map<OtherReading, T>>,
  one: BuiltCase,
  reading: OtherReading,
  work: () => T,
): T {
  let byReading = map.get(one);
  if (!byReading) map.set(one, (byReading = new Map<OtherReading, T>()));
  const known = byReading.get(reading);
  if (known !== undefined) return known;
  const made = work();
  byReading.set(reading, made);
  return made;
}

function textOf(one: BuiltCase): string {
  let text = texts.get(one);
  if (text === undefined) texts.set(one, (text = Buffer.from(one.file).toString('utf8')));
  return text;
}

function tracesIn(one: BuiltCase, reading: OtherReading): string {
  return kept(traces, one, reading, () => reading.traces(textOf(one)));
}

function findingsIn(one: BuiltCase, reading: OtherReading): readonly Told[] {
  return kept(findings, one, reading, () => reading.findings(textOf(one), one.case.year, one.expectation.findings));
}

/** Every set that some answers to the open questions lead to, but for the first, from which all start. */
function alternativesOf(
  starts: readonly (readonly ExpectedFinding[])[],
  shifts: readonly Shift[],
): readonly (readonly ExpectedFinding[])[] {
  const sets = new Map<string, readonly ExpectedFinding[]>();
  for (const start of starts) {
    for (const answers of answersTo(shifts)) {
      const removed = answers.flatMap((shift) => shift.removed);
      // From another place for the finding, what a reading takes away may have moved with it.
      if (withoutFindings(removed, start).length > 0) continue;
      const set = [...withoutFindings(start, removed), ...answers.flatMap((shift) => shift.added)];
      sets.set(setKey(set), set);
    }
  }
  const [first = []] = starts;
  sets.delete(setKey(first));
  return [...sets.values()];
}

/** Every choice of at most one answer a question. Answers that speak of the same place are not given together. */
function answersTo(shifts: readonly Shift[]): readonly (readonly Shift[])[] {
  let answers: readonly (readonly Shift[])[] = [[]];
  for (const shift of shifts) {
    const fitting = answers.filter((given) => given.every((other) => canBeBoth(other, shift)));
    answers = [...answers, ...fitting.map((given) => [...given, shift])];
  }
  return answers;
}

function canBeBoth(one: Shift, other: Shift): boolean {
  if (one.question === other.question) return false;
  const paths = new Set([...one.removed, ...one.added].map(({ path }) => path));
  return ![...other.removed, ...other.added].some(({ path }) => paths.has(path));
}
