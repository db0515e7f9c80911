import { generateReturn } from '../../generators/index.js';
import { documentToXml, returnToXml, toDocument } from '../../output/index.js';
import { Draft, type Break, type Change, type Parent } from '../../scenarios/index.js';
import type { Return } from '../../src/return/index.js';

/** A valid return that cases are made from. */
export interface ParentReturn {
  readonly parent: Parent;
  readonly ret: Return;
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
  return { parent, ret, xml: returnToXml(ret, year) };
}

/** The file a break makes, and where it says the fault is. The parent is not changed. */
export function makeBroken(
  { year, la }: SuiteKey,
  from: ParentReturn,
  one: Break,
): { file: Uint8Array; change: Change } {
  const draft = new Draft(year, la, structuredClone(from.ret), from.parent.position);
  if ('change' in one) {
    const change = one.change(draft);
    return { file: Buffer.from(returnToXml(draft.ret, year), 'utf8'), change };
  }
  if ('edit' in one) {
    const document = toDocument(draft.ret, year);
    const change = one.edit(document, draft);
    return { file: Buffer.from(documentToXml(document), 'utf8'), change };
  }
  const change = one.bytes(from.xml, draft);
  return { file: change.file, change };
}
