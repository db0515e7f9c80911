import { codesIn, splitType, type YearItem } from '../../src/model/index.js';
import { mainEthnicGroup } from '../stats/ethnic-group.js';

/** Values of a coded item that count as one. */
export interface CodeGroup {
  /** A code, the first of several, or a word for them. */
  readonly name: string;
  readonly words: string;
}

/** The name of the code set of an item; undefined where it has none. */
export function codeSetOf(item: YearItem): string | undefined {
  const { type } = item.node;
  return type.startsWith('code:') ? splitType(type as `code:${string}`)[1] : undefined;
}

const notAGroup: ReadonlySet<string> = new Set(['REFU', 'NOBT']);

/**
 * The group of a code that is in force. Each code is a group of its own, save in three lists:
 * - ethnicity: an extended code counts as the main code it belongs to (20 groups in place of 101 codes);
 * - LAs: one is as good as another, but an LA that has ended, and XXX, count for themselves;
 * - items of the header: a return has one header, so that any code of such an item counts as all of them.
 */
export function codeGroupOf(item: YearItem, code: string, year: number): string {
  const set = codeSetOf(item);
  if (item.parent.tag === 'Source') return 'any';
  if (set === 'ethnicity') return notAGroup.has(code) ? code : (mainEthnicGroup(code) ?? code);
  if (set === 'laOrUnknown') return code === 'XXX' ? code : codesIn('la', year).has(code) ? 'LA' : 'ended LA';
  return code;
}

const inWords: Readonly<Record<string, string>> = {
  any: 'any value',
  LA: 'the number of an LA',
  'ended LA': 'the number of an LA that has ended',
};

/** The groups of codes of an item in a year, in the order of the list. */
export function codeGroups(item: YearItem, year: number): readonly CodeGroup[] {
  const set = codeSetOf(item);
  if (set === undefined) return [];
  const groups = new Map<string, CodeGroup>();
  for (const [code, label] of codesIn(set, year)) {
    const name = codeGroupOf(item, code, year);
    if (!groups.has(name)) groups.set(name, { name, words: inWords[name] ?? `${name} (${label})` });
  }
  return [...groups.values()];
}
