import { thrice } from '../parents.js';
import type { Break, Change } from './break.js';
import { Draft } from './draft.js';

/** Names of breaks of FILE-12 and FILE-13 that are about the header. */
const ofHeader = /^(dsco|release|software-code)\b/;

/**
 * The same break in every person of a return in which all tell the story: it finds out a validator that
 * looks at the first person alone, or stops at the first finding. Undefined for a break that is not of one person.
 */
export function inEveryPerson(one: Break): Break | undefined {
  if (!('change' in one) || /^(RET|HDR)-|^VAL-(CollectionDetails|Source)\./.test(one.rule)) return undefined;
  if (one.rule.startsWith('FILE-') && ofHeader.test(one.name)) return undefined;
  const { change, ...text } = one;
  return {
    ...text,
    name: `${one.name}-in-every-person`,
    summary: `In every person: ${one.summary}`,
    parent: thrice(one.parent),
    change: (draft): Change => {
      const changes = draft.persons.map((_, i) => change(new Draft(draft.year, draft.la, draft.ret, i + 1)));
      const others = Math.max(...changes.map(({ orAt = [] }) => orAt.length));
      return {
        at: changes.flatMap(({ at }) => at),
        also: changes.flatMap(({ also = [] }) => also),
        // A validator that reads the place otherwise does so in every person.
        orAllAt: Array.from({ length: others }, (_, i) => changes.flatMap(({ at, orAt }) => orAt?.[i] ?? at)),
      };
    },
  };
}
