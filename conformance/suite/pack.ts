import { headerFor } from '../../generators/index.js';
import { xmlWriter } from '../../output/index.js';
import type { Finding } from '../../src/validate/index.js';
import type { BuiltCase, Case } from './case.js';
import { sha256 } from './digest.js';
import type { SuiteKey } from './make-case.js';
import { choosePersons, type CasePerson, type WhyAlone } from './pack-choose.js';
import { evenedOut, makeFillers, type Fillers } from './pack-fillers.js';
import { keptKeys, tellApart } from './pack-identity.js';
import { applyRegister } from './register.js';
import { expectationAt, movePath } from './move.js';
import { disagreement, referenceFindings, UnprovedSuiteError, type Disagreement } from './prove.js';

/** A return that holds many cases, each in a person of its own. */
export interface PackedReturn {
  /** Relative to the suite folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** All there are, those beside the cases included. */
  readonly persons: number;
  /** With their places as they are in the packed return. */
  readonly cases: readonly BuiltCase[];
}

/** A case that keeps a file of its own. */
export interface LoneCase {
  readonly built: BuiltCase;
  readonly why: WhyAlone;
}

/** A suite packed: every case of it is in one of the returns or among the lone ones. */
export interface Packing {
  readonly returns: readonly PackedReturn[];
  readonly lone: readonly LoneCase[];
  /**
   * All cases in the order of the suite. Where a valid case has children of both kinds, it is packed, and stands
   * alone as well for those that do: with `.alone` after its id.
   */
  readonly cases: readonly BuiltCase[];
}

/**
 * Puts each case about one person into a return with others, as many as do not clash in what they are about. Every
 * packed return is proved: the reference validator finds in each person what the case expects, and nothing else. The
 * register of open questions is applied to each case: to a packed one as far as its own person goes.
 * @param built the cases of a suite as they were built, without the register
 * @throws UnprovedSuiteError where it does not
 */
export function packCases(built: readonly BuiltCase[], key: SuiteKey): Packing {
  const byId = new Map(built.map((one) => [one.case.id, one]));
  const registered = (one: BuiltCase, position?: number): BuiltCase =>
    applyRegister(one, byId.get(one.case.parent ?? ''), position);
  // What a case is about is told by the reading taken: another one moves no case out of its person.
  const choices = choosePersons(built).map((choice) =>
    'alone' in choice
      ? { ...choice, built: registered(choice.built) }
      : { ...choice, built: registered(choice.built, choice.position), asTaken: choice.built },
  );
  const fillers = makeFillers(key);
  const returns = sortIntoReturns(choices.flatMap((choice) => ('alone' in choice ? [] : [choice]))).map((persons, i) =>
    makeReturn(persons, `cases/packed-${i + 1}.xml`, key, fillers),
  );
  const packed = new Map(returns.flatMap(({ cases }) => cases).map((one) => [one.case.id, one]));

  const parentsOfLone = new Set(choices.flatMap((choice) => ('alone' in choice ? [choice.built.case.parent] : [])));
  const isTwice = (id: string | null): id is string => id !== null && parentsOfLone.has(id) && packed.has(id);
  const lone: LoneCase[] = [];
  const cases: BuiltCase[] = [];
  const keep = (one: BuiltCase, why: WhyAlone): void => {
    lone.push({ built: one, why });
    cases.push(one);
  };
  for (const choice of choices) {
    const { case: one } = choice.built;
    if ('alone' in choice) {
      const parent = isTwice(one.parent) ? aloneId(one.parent) : one.parent;
      keep({ ...choice.built, case: { ...one, parent } }, choice.alone);
      continue;
    }
    const made = packed.get(one.id);
    if (made) cases.push(made);
    if (isTwice(one.id)) keep(under(aloneId(one.id), registered(choice.asTaken)), 'parent');
  }
  return { returns, lone, cases };
}

function aloneId(id: string): string {
  return `${id}.alone`;
}

function under(id: string, built: BuiltCase): BuiltCase {
  return { ...built, case: { ...built.case, id }, expectation: { ...built.expectation, id } };
}

/** As few returns as the first that fits gives: two that must keep the same number or name go into different ones. */
function sortIntoReturns(persons: readonly CasePerson[]): readonly (readonly CasePerson[])[] {
  const returns: { readonly kept: Set<string>; readonly persons: CasePerson[] }[] = [];
  for (const person of persons) {
    const keys = [...keptKeys(person)];
    let home = returns.find(({ kept }) => !keys.some((key) => kept.has(key)));
    if (!home) returns.push((home = { kept: new Set(), persons: [] }));
    for (const key of keys) home.kept.add(key);
    home.persons.push(person);
  }
  return returns.map((one) => one.persons);
}

function makeReturn(persons: readonly CasePerson[], file: string, key: SuiteKey, fillers: Fillers): PackedReturn {
  const { year } = key;
  // One of those with nothing to find stands first and one last: a validator that looks at no others finds nothing.
  const first = fillers.next('refused');
  const last = fillers.next('refused');
  const more = evenedOut([first, ...persons.map(({ text }) => text), last], fillers);
  const nobody = [...more, last].map((text) => ({ text, before: text }));
  const texts = tellApart([{ text: first, before: first }, ...persons, ...nobody], fillers.names);

  const writer = xmlWriter(year);
  const xml = writer.open(headerFor(key)) + writer.text(texts.map((text) => `    ${text}\n`).join('')) + writer.close();
  const bytes = Buffer.from(xml, 'utf8');
  const shared = { file, sha256: sha256(bytes), persons: texts.length };
  const cases = persons.map(({ built, position }, i): BuiltCase => {
    const to = i + 2;
    return {
      case: movedCase({ ...built.case, ...shared }, position, to),
      expectation: expectationAt(built.expectation, position, to),
      file: bytes,
    };
  });
  prove(cases, file, bytes, year);
  return { file, bytes, persons: texts.length, cases };
}

function movedCase(one: Case, from: number, to: number): Case {
  const { mutation } = one;
  return {
    ...one,
    mutation: mutation && { ...mutation, path: movePath(mutation.path, from, to) },
    packed: { person: to },
  };
}

/** @throws UnprovedSuiteError where the findings are not those of the cases, each in its own person */
function prove(cases: readonly BuiltCase[], file: string, bytes: Uint8Array, year: number): void {
  const found = new Map<number | undefined, Finding[]>();
  for (const finding of referenceFindings(bytes, year)) {
    const own = found.get(finding.person?.index);
    if (own) own.push(finding);
    else found.set(finding.person?.index, [finding]);
  }
  const wrong: (Disagreement | undefined)[] = [];
  for (const { case: one, expectation } of cases) {
    wrong.push(disagreement(one.id, expectation.findings, found.get(one.packed?.person) ?? []));
    found.delete(one.packed?.person);
  }
  wrong.push(disagreement(`${file}, beside its cases`, [], [...found.values()].flat()));
  const disagreements = wrong.filter((one) => one !== undefined);
  if (disagreements.length > 0) throw new UnprovedSuiteError(disagreements);
}
