import {
  breaksIn,
  caseIdOf,
  nearMissesIn,
  parentNamed,
  parentsIn,
  variantsIn,
  yearsOf,
  type Break,
  type Change,
  type NearMiss,
  type Parent,
  type Variant,
} from '../../scenarios/index.js';
import { collectionYears } from '../../src/model/index.js';
import { ruleById } from '../../src/rules/index.js';
import type { BuiltCase, Case, CaseKind, Expectation, ExpectedFinding } from './case.js';
import { sha256 } from './digest.js';
import { makeBroken, makeNearMiss, makeParent, makeVariant, type ParentReturn, type SuiteKey } from './make-case.js';
import { disagreement, referenceFindings, UnprovedSuiteError, type Disagreement } from './prove.js';
import { caseSelector } from './select.js';

export interface SuiteOptions {
  readonly year: number;
  readonly seed: string;
  /** Version of the kit, for suite.json. */
  readonly kit: string;
  /** Number of the LA whose returns they are; Camden where absent. */
  readonly la?: string;
  /** Globs over case ids and rules; every case where there are none. Parents of chosen cases come along. */
  readonly select?: readonly string[];
  /** Called after each case. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Camden. */
export const defaultLa = '202';

/**
 * Builds the cases of a suite, with the answers of the readings taken here. Every valid case is proved to have no
 * finding and every other one to have exactly the findings its author intended, each by the reference validator.
 * @throws UnprovedSuiteError where one is not, RangeError for a year that is not known or a selection that chooses nothing
 */
export function buildCases({
  year,
  seed,
  la = defaultLa,
  select = [],
  onProgress,
}: SuiteOptions): readonly BuiltCase[] {
  const key: SuiteKey = { year, la, seed };
  const isChosen = caseSelector(select);
  const chosenBreaks = breaksIn(year).filter((one) => isChosen({ id: caseIdOf(one), rule: one.rule }));
  const chosenNear = nearMissesIn(year).filter((one) => isChosen({ id: caseIdOf(one), rule: one.rule }));
  const chosenVariants = variantsIn(year).filter((one) => isChosen({ id: validId(one), rule: null }));
  const needed = new Set([...chosenBreaks, ...chosenNear].map((one) => one.parent));
  const chosenParents = parentsIn(year).filter(
    (parent) =>
      needed.has(parent.name) || (parent.onlyForOthers !== true && isChosen({ id: validId(parent), rule: null })),
  );
  const total = chosenParents.length + chosenBreaks.length + chosenNear.length + chosenVariants.length;
  if (total === 0) throw new RangeError(`no case of ${year} is chosen by ${select.join(' ')}`);

  const built: BuiltCase[] = [];
  const disagreements: Disagreement[] = [];
  const add = (one: BuiltCase): void => {
    const wrong = disagreement(one.case.id, one.expectation.findings, referenceFindings(one.file, year));
    if (wrong) disagreements.push(wrong);
    built.push(one);
    onProgress?.(built.length, total);
  };
  const parents = new Map<string, ParentReturn>();
  for (const parent of chosenParents) {
    const made = makeParent(key, parent);
    parents.set(parent.name, made);
    add(validCase(key, made));
  }
  for (const one of chosenVariants)
    add(variantCase(key, parents.get(one.parent) ?? makeParent(key, parentNamed(one.parent)), one));
  for (const one of chosenBreaks) {
    const parent = parents.get(one.parent);
    if (parent) add(brokenCase(key, parent, one));
  }
  for (const one of chosenNear) {
    const parent = parents.get(one.parent);
    if (parent) add(nearMissCase(key, parent, one));
  }
  if (disagreements.length > 0) throw new UnprovedSuiteError(disagreements);
  return built;
}

function validId({ name }: Parent | Variant): string {
  return `valid.${name}`;
}

/** A name that gives nothing away and, like the id it is made from, never changes. */
function fileNameOf(id: string): string {
  return `cases/${sha256(id).slice(0, 16)}.xml`;
}

function validCase(key: SuiteKey, { parent, xml }: ParentReturn): BuiltCase {
  return quietCase(key, parent, parent, Buffer.from(xml, 'utf8'));
}

function variantCase(key: SuiteKey, from: ParentReturn, one: Variant): BuiltCase {
  return quietCase(key, one, from.parent, makeVariant(key, from, one));
}

function quietCase(
  { year }: SuiteKey,
  one: Parent | Variant,
  { from, to, stories }: Parent,
  file: Uint8Array,
): BuiltCase {
  const id = validId(one);
  return {
    case: {
      id,
      year,
      kind: 'valid',
      rule: null,
      parent: null,
      mutation: null,
      file: fileNameOf(id),
      sha256: sha256(file),
      persons: stories.length,
      years: { from: one.from ?? from ?? collectionYears[0] ?? year, to: one.to ?? to ?? null },
    },
    expectation: { id, findings: [], status: 'agreed', note: null, alternatives: [] },
    file,
  };
}

function brokenCase(key: SuiteKey, from: ParentReturn, one: Break): BuiltCase {
  const { file, persons, change } = makeBroken(key, from, one);
  return {
    case: derivedCase(key, from, one, isStructural(one) ? 'structure' : 'broken', change.at[0] ?? '', {
      file,
      persons,
    }),
    expectation: expectationOf(caseIdOf(one), one, change),
    file,
  };
}

function nearMissCase(key: SuiteKey, from: ParentReturn, one: NearMiss): BuiltCase {
  const { file, persons, path } = makeNearMiss(key, from, one);
  return {
    case: derivedCase(key, from, one, 'near-miss', path, { file, persons }),
    expectation: { id: caseIdOf(one), findings: [], status: 'agreed', note: null, alternatives: [] },
    file,
  };
}

function derivedCase(
  { year }: SuiteKey,
  { parent }: ParentReturn,
  one: Break | NearMiss,
  kind: CaseKind,
  path: string,
  { file, persons }: { readonly file: Uint8Array; readonly persons: number },
): Case {
  const id = caseIdOf(one);
  return {
    id,
    year,
    kind,
    rule: one.rule,
    parent: validId(parent),
    mutation: { name: one.name, summary: one.summary, path },
    file: fileNameOf(id),
    sha256: sha256(file),
    persons,
    years: yearsOf(one),
  };
}

/** Cases about the file and the shape of the message, as against what it holds. */
function isStructural({ rule }: Break): boolean {
  return rule.startsWith('FILE-') && rule !== 'FILE-12' && rule !== 'FILE-13';
}

function expectationOf(id: string, one: Break, change: Change): Expectation {
  const companions = (change.also ?? []).map(({ rule, path }) => finding(rule, path));
  const reasons = [...new Set((change.also ?? []).map(({ rule, reason }) => `${rule} fires too: ${reason}`))];
  return {
    id,
    findings: [...change.at.map((path) => finding(one.rule, path)), ...companions],
    status: 'agreed',
    note: reasons.length > 0 ? reasons.join(' ') : null,
    alternatives: [...(change.orAt ?? []).map((path) => [path]), ...(change.orAllAt ?? [])].map((paths) => [
      ...paths.map((path) => finding(one.rule, path)),
      ...companions,
    ]),
  };
}

function finding(rule: string, path: string): ExpectedFinding {
  const level = ruleById(rule)?.level ?? 'error';
  const person = /^\/Message\/Persons\/Person\[(\d+)\]/.exec(path)?.[1];
  return { rule, level, path, person: person === undefined ? null : Number(person) };
}
