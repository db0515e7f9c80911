import { inForce, yearModel } from '../model/index.js';
import { definitions, tagOf, recordOf, type RecordRule } from '../rules/index.js';
import type { IsRequired } from './xsd-for.js';

/** Error rules that one item or container is always there: what a count in the schema can state. */
function unconditionalPresence(year: number): readonly RecordRule[] {
  return definitions
    .filter((rule) => rule.kind === 'record')
    .filter(
      (rule) => inForce(rule, year) && rule.level === 'error' && rule.phase === 'presence' && rule.lacks.length === 1,
    );
}

/** What the rules of a collection year demand without a condition. */
export function requiredByRule(year: number): IsRequired {
  const required = new Set(
    unconditionalPresence(year).flatMap((rule) => rule.lacks.map((ref) => `${recordOf(ref)}.${tagOf(ref)}`)),
  );
  return (parent, tag) => required.has(`${parent}.${tag}`);
}

/** Rules on file, shape and identifiers that the schema states; the others are presence and VAL rules. */
const alwaysStated: ReadonlySet<string> = new Set([
  'FILE-01',
  'FILE-04',
  'FILE-05',
  'FILE-06',
  'FILE-07',
  'FILE-08',
  'FILE-09',
  'FILE-10',
  'FILE-11',
  'FILE-12',
  'PER-12',
  'PER-14',
  'PER-15',
  'PER-16',
  'PER-17',
]);

/**
 * A test of whether the schema of a collection year refuses every file that breaks a rule. Conditions,
 * check digits, comparisons and counts over the return are beyond a schema.
 */
export function statedBySchema(year: number): (rule: string) => boolean {
  const presence = new Set(unconditionalPresence(year).map((rule) => rule.id));
  const values = new Set(
    yearModel(year)
      .items.filter((item) => item.hasValueRule)
      .map((item) => `VAL-${item.parent.tag}.${item.tag}`),
  );
  return (rule) => alwaysStated.has(rule) || presence.has(rule) || values.has(rule);
}
