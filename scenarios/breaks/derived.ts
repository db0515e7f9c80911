import { definitions } from '../../src/rules/index.js';
import type { Company } from '../company.js';
import { accompanied, thrice } from '../parents.js';
import type { Break, Change } from './break.js';
import { Draft } from './draft.js';

/** Breaks made from those that are written one by one: the same fault elsewhere. */

/** Names of breaks of FILE-12 and FILE-13 that are about the header. */
const ofHeader = /^(dsco|release|software-code)\b/;

/** Of the rules about the shape of the message, the break that is made in every person. */
const shapes: Readonly<Record<string, string>> = {
  'FILE-06': 'unknown-element-in-requests',
  'FILE-07': 'surname-after-forename',
  'FILE-08': 'two-surnames',
  'FILE-10': 'text-in-requests',
  'FILE-11': 'attribute-on-requests',
};

function isOfPerson(one: Break): boolean {
  const { rule, name } = one;
  if ('edit' in one) return shapes[rule] === name;
  if (/^(RET|HDR)-|^VAL-(CollectionDetails|Source)\./.test(rule)) return false;
  return !rule.startsWith('FILE-') || !ofHeader.test(name);
}

/**
 * The same break in every person of a return in which all tell the story: it finds out a validator that
 * looks at the first person alone, or stops at the first finding. Undefined for a break that is not of one person.
 */
export function inEveryPerson(one: Break): Break | undefined {
  if ('bytes' in one || !isOfPerson(one)) return undefined;
  const text = {
    rule: one.rule,
    name: `${one.name}-in-every-person`,
    summary: `In every person: ${one.summary}`,
    parent: thrice(one.parent),
    ...(one.from === undefined ? {} : { from: one.from }),
    ...(one.to === undefined ? {} : { to: one.to }),
  };
  const eachPerson = ({ year, la, ret, persons }: Draft): Draft[] =>
    persons.map((_, i) => new Draft(year, la, ret, i + 1));
  if ('change' in one) return { ...text, change: (draft) => together(eachPerson(draft).map((own) => one.change(own))) };
  return { ...text, edit: (document, draft) => together(eachPerson(draft).map((own) => one.edit(document, own))) };
}

function together(changes: readonly Change[]): Change {
  const others = Math.max(...changes.map(({ orAt = [] }) => orAt.length));
  return {
    at: changes.flatMap(({ at }) => at),
    also: changes.flatMap(({ also = [] }) => also),
    // A validator that reads the place otherwise does so in every person.
    orAllAt: Array.from({ length: others }, (_, i) => changes.flatMap(({ at, orAt }) => orAt?.[i] ?? at)),
  };
}

const repeated: ReadonlySet<string> = new Set(['PlanDetail', 'PlacementDetail', 'SENneed']);
const inRequest: ReadonlySet<string> = new Set([...repeated, 'Requests', 'Assessment', 'NamedPlan', 'ActivePlans']);

/**
 * The same break in a second request and, for a rule about a record that repeats, in the second of those: it
 * finds out a validator that looks at the first alone. Undefined for a rule that is about neither.
 */
export function inSecondPlace(one: Break): Break | undefined {
  if (!('change' in one)) return undefined;
  const record = recordOfRule(one.rule);
  if (record === undefined || !inRequest.has(record)) return undefined;
  const company: Company = repeated.has(record) ? 'records' : 'request';
  return {
    ...one,
    name: `${one.name}-in-second-place`,
    summary: `In a second request${company === 'records' ? ' and record' : ''}: ${one.summary}`,
    parent: accompanied(one.parent, company),
  };
}

/** The record a rule is about; undefined for one of the file, a person or the return. */
function recordOfRule(rule: string): string | undefined {
  const value = /^VAL-(\w+)\./.exec(rule)?.[1];
  if (value !== undefined) return value;
  const found = definitions.find((one) => one.id === rule);
  return found?.kind === 'record' || found?.kind === 'item' ? found.on : undefined;
}
