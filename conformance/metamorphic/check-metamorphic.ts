import { bytesSource, type Finding } from '../../src/validate/index.js';
import { claimKey, claimOf, personsTold, type Answer, type Claim, type ReportedFinding } from '../judge/index.js';
import type { Asker } from '../shrink/index.js';
import { elementsOf, personsOf, readTree, writeTree, type Element } from '../tree/index.js';
import { arrangements } from './arrangements.js';
import { differ, inOrder } from './claims.js';
import { layouts } from './layouts.js';
import type { LeftOut, Start, Transformation } from './transformation.js';

/** A finding that came or went, as far as its validator says what and where. */
export interface MovedFinding {
  readonly rule: string;
  readonly level: string | null;
  /** In the return as it was changed. */
  readonly path: string | null;
  readonly person: number | null;
}

/** What came of one transformation. */
export interface TransformationResult {
  readonly name: string;
  readonly summary: string;
  /** The findings followed it, or did not; it could not be done with this return; or there was no answer. */
  readonly verdict: 'held' | 'broken' | 'not-done' | 'could-not-run';
  readonly why: string | null;
  readonly appeared: readonly MovedFinding[];
  readonly gone: readonly MovedFinding[];
  readonly leftOut: readonly LeftOut[];
}

/** What came of all of them. */
export interface MetamorphicResult {
  readonly format: 1;
  readonly year: number;
  readonly validator: string;
  readonly granularity: string;
  readonly persons: number;
  readonly findings: number;
  readonly calls: number;
  readonly transformations: readonly TransformationResult[];
}

/** The names of all transformations, in the order in which they are tried. */
export const transformationNames: readonly string[] = [
  'written-again',
  ...[...layouts, ...arrangements].map(({ name }) => name),
];

/** Why nothing could be compared at all; the message is one line. */
export class NotComparableError extends Error {
  override readonly name = 'NotComparableError';
}

/**
 * Changes a return in ways that mean nothing, or that mean one thing only, and holds what a validator says of it after
 * against what it said before: a check that needs to know nothing of what is right. Lines and columns are not compared.
 * @param onDone called after each transformation with how many are done
 * @throws NotComparableError where the file is no XML, or the validator gives no answer or not the same each time; RunAborted
 */
export async function checkMetamorphic(
  file: Uint8Array,
  asker: Asker,
  onDone: (done: number, total: number) => void = () => undefined,
): Promise<MetamorphicResult> {
  const root = readTree(bytesSource(file));
  if (!root)
    throw new NotComparableError('the file is no XML that can be read, so it cannot be written in another way');
  const original = claimsIn(await asker.answer(file), asker);
  const written = Buffer.from(writeTree(root), 'utf8');
  const said = await asker.said(written);
  const claims = claimsIn(said.answer, asker);
  const again = claimsIn(await asker.answer(written), asker);
  if (claims.length !== again.length || !isSame(claims, again))
    throw new NotComparableError(
      'the validator does not say the same of the same file each time, so nothing can be compared',
    );

  const results: TransformationResult[] = [writtenAgain(original, claims)];
  const start: Start = { root, year: asker.year, claims, clean: cleanPersons(root, said.answer, said.reference) };
  const all = [...layouts, ...arrangements];
  for (const one of all) {
    onDone(results.length, all.length + 1);
    results.push(await resultOf(one, start, asker));
  }
  return {
    format: 1,
    year: asker.year,
    validator: asker.validator.identity.name,
    granularity: asker.validator.capabilities.granularity,
    persons: personElements(root).length,
    findings: claims.length,
    calls: asker.calls,
    transformations: results,
  };
}

function isSame(one: readonly Claim[], other: readonly Claim[]): boolean {
  const { appeared, gone } = differ(one, other);
  return appeared.length + gone.length === 0;
}

/** What is said of it, cut down to what the validator declares. @throws NotComparableError where nothing is */
function claimsIn(answer: Answer, { validator, year }: Asker): readonly Claim[] {
  if (answer.kind !== 'findings') throw new NotComparableError(`the validator gives no answer: ${answer.why}`);
  return answer.findings.map((finding) => inOrder(claimOf(finding, validator.capabilities, year)));
}

function writtenAgain(original: readonly Claim[], claims: readonly Claim[]): TransformationResult {
  const { appeared, gone } = differ(original, claims);
  return {
    name: 'written-again',
    summary: 'The return is written as this kit writes: without comments, one element a line, in UTF-8.',
    verdict: appeared.length + gone.length === 0 ? 'held' : 'broken',
    why: null,
    appeared: appeared.map(toldOf),
    gone: gone.map(toldOf),
    leftOut: [],
  };
}

async function resultOf(one: Transformation, start: Start, asker: Asker): Promise<TransformationResult> {
  const { name, summary } = one;
  const nothing = { name, summary, appeared: [], gone: [], leftOut: [] };
  const made = one.apply(start);
  if ('why' in made) return { ...nothing, verdict: 'not-done', why: made.why };
  const answers: (readonly Claim[])[] = [];
  for (const file of made.files) {
    const answer = await asker.answer(file);
    if (answer.kind !== 'findings') return { ...nothing, verdict: 'could-not-run', why: answer.why };
    answers.push(claimsIn(answer, asker));
  }
  const parts = made.compare(answers).map(({ expected, found }) => differ(expected, found));
  const appeared = distinct(parts.flatMap((part) => part.appeared));
  const gone = distinct(parts.flatMap((part) => part.gone));
  return {
    name,
    summary,
    verdict: appeared.length + gone.length === 0 ? 'held' : 'broken',
    why: null,
    appeared: appeared.map(toldOf),
    gone: gone.map(toldOf),
    leftOut: made.leftOut,
  };
}

/** What went from both halves of a return is told once. */
function distinct(claims: readonly Claim[]): readonly Claim[] {
  return [...new Map(claims.map((claim) => [claimKey(claim), claim])).values()];
}

function toldOf({ rules, level, path, persons }: Claim): MovedFinding {
  return {
    rule: rules.join(' or '),
    level: level ?? null,
    path: path ?? null,
    person: persons?.length === 1 ? (persons[0] ?? null) : null,
  };
}

function personElements(root: Element): readonly Element[] {
  const persons = personsOf(root);
  return persons ? elementsOf(persons).filter(({ tag }) => tag === 'Person') : [];
}

/** Persons of whom nothing is said, and whom nobody is like in what tells persons apart, however it is read. */
function cleanPersons(root: Element, answer: Answer, reference: readonly Finding[]): readonly number[] {
  const named = new Set<number>();
  const findings: readonly ReportedFinding[] = answer.kind === 'findings' ? answer.findings : [];
  for (const finding of findings) for (const position of personsTold(finding) ?? []) named.add(position);
  for (const { person, persons = [] } of reference)
    for (const one of person ? [person, ...persons] : persons) named.add(one.index);
  const keys = personElements(root).map(identityOf);
  const counts = new Map<string, number>();
  for (const key of keys.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.flatMap((own, i) => (named.has(i + 1) || own.some((key) => (counts.get(key) ?? 0) > 1) ? [] : [i + 1]));
}

function identityOf(person: Element): readonly string[] {
  const plain = (tag: string): string =>
    elementsOf(person)
      .filter((child) => child.tag === tag)
      .map(({ children }) => children.filter((child) => typeof child === 'string').join(''))
      .join('')
      .replace(/\s+/g, '')
      .toUpperCase();
  const keys = ['UPN', 'UniqueLearnerNumber'].map((tag) => [tag, plain(tag)] as const);
  const name = ['Surname', 'Forename', 'PersonBirthDate'].map(plain).join(' ');
  return [...keys.filter(([, value]) => value !== '').map(([tag, value]) => `${tag} ${value}`), `name ${name}`];
}
