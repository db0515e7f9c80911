import { ruleById } from '../../src/rules/index.js';
import { claimKey, personOfPath, returnPath, type Claim } from '../judge/index.js';

/** What a finding is about, as far as it says. */
export type About = 'person' | 'return' | 'frame' | 'unknown';

/**
 * What a finding is about: a person; the return as a whole; the header and what else stands around the persons; or
 * unknown, where it names no place and its rule could be about any.
 */
export function aboutOf({ path, persons, rules }: Claim): About {
  if (rules.some((rule) => rule.startsWith('RET-')) || path === returnPath) return 'return';
  if (persons !== undefined || (path !== undefined && personOfPath(path) !== undefined)) return 'person';
  if (path !== undefined) return 'frame';
  return rules.every((rule) => rule.startsWith('HDR-') || isOfHeader(rule)) ? 'frame' : 'unknown';
}

function isOfHeader(rule: string): boolean {
  return /^VAL-(?:CollectionDetails|Source)\./.test(rule);
}

/** Whether the kit knows every rule that a finding may mean: of others nobody can say what they hang on. */
export function isKnown({ rules }: Claim): boolean {
  return rules.every((rule) => ruleById(rule) !== undefined);
}

/** Where each person is after a transformation, by where they were; undefined for one who is gone. */
export type Moves = (position: number) => number | undefined;

/** A finding with its persons where they are now. */
export function moved(claim: Claim, moves: Moves): Claim {
  const { path, persons } = claim;
  return {
    ...claim,
    // Nobody (0) stays nobody.
    persons: sorted(persons?.flatMap((position) => (position === 0 ? 0 : (moves(position) ?? [])))),
    path: path?.replace(/^(\/Message\/Persons\/Person\[)(\d+)\]/, (whole, start: string, position: string) => {
      const now = moves(Number(position));
      return now === undefined ? whole : `${start}${now}]`;
    }),
  };
}

/** The order in which a validator names several persons means nothing. */
export function inOrder(claim: Claim): Claim {
  return { ...claim, persons: sorted(claim.persons) };
}

function sorted(persons: readonly number[] | undefined): readonly number[] | undefined {
  return persons && [...persons].sort((a, b) => a - b);
}

/** A finding without its place. */
export function placeless(claim: Claim): Claim {
  return { ...claim, persons: undefined, path: undefined, items: undefined };
}

/**
 * What two lists of findings do not share. Findings that stand for one each count as often as they come; others, of
 * validators that do not say how often, count once.
 */
export function differ(
  expected: readonly Claim[],
  found: readonly Claim[],
): { readonly appeared: readonly Claim[]; readonly gone: readonly Claim[] } {
  return { appeared: surplus(found, expected), gone: surplus(expected, found) };
}

function surplus(list: readonly Claim[], others: readonly Claim[]): readonly Claim[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(claimKey(other), (left.get(claimKey(other)) ?? 0) + 1);
  const told = new Set<string>();
  return list.filter((one) => {
    const key = claimKey(one);
    const count = left.get(key) ?? 0;
    if (one.single) {
      left.set(key, count - 1);
      return count <= 0;
    }
    if (count > 0 || told.has(key)) return false;
    told.add(key);
    return true;
  });
}
