import { generateReturn } from '../../generators/index.js';
import { documentToXml, returnToXml, toDocument } from '../../output/index.js';
import {
  addCompany,
  Draft,
  noOffsets,
  type Offsets,
  type Break,
  type Change,
  type NearMiss,
  type Parent,
  type Variant,
} from '../../scenarios/index.js';
import { collectionYear } from '../../src/model/index.js';
import type { Return } from '../../src/return/index.js';

/** A valid return that cases are made from. */
export interface ParentReturn {
  readonly parent: Parent;
  readonly ret: Return;
  readonly offsets: Offsets;
  readonly xml: string;
}

/** Which suite a case belongs to, as far as its content goes. */
export interface SuiteKey {
  readonly year: number;
  readonly la: string;
  readonly seed: string;
}

export function makeParent({ year, la, seed }: SuiteKey, parent: Parent): ParentReturn {
  const { stories } = parent;
  // Each parent draws persons of its own, so that no two of them are the same people.
  const ret = generateReturn({ year, la, seed: `${seed}/${parent.name}`, persons: stories.length, scenario: stories });
  const person = ret.Persons?.Person?.[parent.position - 1];
  const { company } = parent;
  const offsets = person && company ? addCompany(person, company, collectionYear(year)) : noOffsets;
  return { parent, ret, offsets, xml: returnToXml(ret, year) };
}

/** A file that was made, and how many persons are in it; of one that was edited as text, how many were before. */
interface Made {
  readonly file: Uint8Array;
  readonly persons: number;
}

function personsIn({ ret }: Pick<Draft, 'ret'>): number {
  return ret.Persons?.Person?.length ?? 0;
}

/** The file a break makes, and where it says the fault is. The parent is not changed. */
export function makeBroken({ year, la }: SuiteKey, from: ParentReturn, one: Break): Made & { readonly change: Change } {
  const draft = draftOf({ year, la }, from);
  if ('change' in one) {
    const change = one.change(draft);
    return { file: Buffer.from(returnToXml(draft.ret, year), 'utf8'), persons: personsIn(draft), change };
  }
  if ('edit' in one) {
    const document = toDocument(draft.ret, year);
    const change = one.edit(document, draft);
    return { file: Buffer.from(documentToXml(document), 'utf8'), persons: personsIn(from), change };
  }
  const change = one.bytes(from.xml, draft);
  return { file: change.file, persons: personsIn(from), change };
}

/** The file a near miss makes, and where the rule nearly fires. The parent is not changed. */
export function makeNearMiss(key: SuiteKey, from: ParentReturn, one: NearMiss): Made & { readonly path: string } {
  const draft = draftOf(key, from);
  if ('write' in one) {
    const { file, at } = one.write(from.xml, draft);
    return { file, persons: personsIn(from), path: at };
  }
  const path = one.near(draft);
  return { file: Buffer.from(returnToXml(draft.ret, key.year), 'utf8'), persons: personsIn(draft), path };
}

/** The file of a variant. The parent is not changed. */
export function makeVariant(key: SuiteKey, from: ParentReturn, one: Variant): Uint8Array {
  return one.write(from.xml, draftOf(key, from));
}

function draftOf({ year, la }: Pick<SuiteKey, 'year' | 'la'>, { ret, parent, offsets }: ParentReturn): Draft {
  return new Draft(year, la, structuredClone(ret), parent.position, offsets);
}
