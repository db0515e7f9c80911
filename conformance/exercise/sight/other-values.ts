import { codesIn, type YearNode } from '../../../src/model/index.js';
import { codeSetOf } from '../code-groups.js';

/** A value an item may have, or a container, in place of what stands there; undefined for nothing. */
export type Other = string | object | undefined;

const farDates = ['1900-01-01', '2000-02-15', '2999-12-31'] as const;

/** What may stand in place of a value that is given: enough that a rule on the value would fire for one of them. */
export function insteadOf(node: YearNode, given: string, la: string | undefined, year: number): readonly Other[] {
  if (node.kind === 'group') return [undefined];
  const set = codeSetOf(node);
  if (set === 'laOrUnknown') return [la, undefined];
  if (set !== undefined) return [...codesIn(set, year).keys(), undefined];
  switch (node.node.type) {
    case 'date':
      return [...farDates, undefined];
    case 'dateTime':
      return [...farDates.map((date) => `${date}T00:00:00`), undefined];
    case 'upn':
      return [...otherUpns(given), undefined];
    case 'uln':
      return ['x', `${given.slice(0, -1)}${(Number(given.slice(-1)) + 1) % 10}`, undefined];
    default:
      return ['x', undefined];
  }
}

/** A UPN with each of its parts made wrong in turn. */
function otherUpns(upn: string): readonly string[] {
  const letter = upn.startsWith('A') ? 'B' : 'A';
  return [
    'x',
    letter + upn.slice(1),
    `${upn.slice(0, 4)}X${upn.slice(5)}`,
    `${upn.slice(0, 12)}*`,
    `${upn.charAt(0)}999${upn.slice(4)}`,
  ];
}

/**
 * What may be put where nothing stands, in groups: a rule is about the lack of an item only where it fires for all of a
 * group. A code is a group of its own; of dates it must be any, or the rule is about when and not about whether.
 */
export function inTheGap(node: YearNode, year: number): readonly (readonly Other[])[] {
  if (node.kind === 'group') return [[node.repeats ? [{}] : {}]];
  const set = codeSetOf(node);
  if (set === 'laOrUnknown') return [];
  if (set !== undefined) return [...codesIn(set, year).keys()].map((code) => [code]);
  return node.node.type === 'date' ? [farDates] : [['x']];
}
