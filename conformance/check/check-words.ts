import { plural } from '../report/case-words.js';
import type { CheckDocument, CheckedFinding, WaivedBy } from './check-document.js';
import { personInWords } from './words.js';

/** The outcome in one sentence. */
export function outcomeInWords({ right, expected, counts, reading, stopped, waiverFaults }: CheckDocument): string {
  const waived = counts.waivedDifferences + counts.waivedErrors;
  const but = waived === 0 ? '' : `, but for ${plural(waived, 'thing')} waived`;
  const so = reading.length === 0 ? '' : `, as it was read: see the ${plural(reading.length, 'remark')} on that`;
  if (right)
    return expected
      ? `The export is right: it is as expected and has no error${but}${so}.`
      : `The export has no error${but}${so}.`;
  const errors = counts.errors - counts.waivedErrors;
  const differences = counts.differences - counts.waivedDifferences;
  const why = [
    ...(differences > 0 ? [plural(differences, 'difference')] : []),
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(stopped === null ? [] : ['it could not be read to its end']),
    ...(waiverFaults.length === 0 ? [] : ['the list of waivers is out of date']),
  ];
  return `The export is not right: ${why.join(', ')}${but}.`;
}

/** What it was held against and how the persons fared, in one sentence; undefined where nothing was expected. */
export function againstInWords({ expected }: CheckDocument): string | undefined {
  if (!expected) return undefined;
  const { name, persons, same, differing, missing, unexpected, notRead } = expected;
  const parts = [
    `${same} as expected`,
    ...(differing > 0 ? [`${differing} not as expected`] : []),
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(unexpected > 0 ? [`${unexpected} not expected`] : []),
    ...(notRead > 0 ? [`${notRead} not found in what could be read`] : []),
  ];
  return `Against ${name} (${plural(persons, 'person')}): ${parts.join(', ')}`;
}

/** From so many differences on, what they come to is of more use than each of them. */
const worthSumming = 10;

/** How often each item or container differs, the most first; undefined where there are few differences. */
export function sumInWords({ differences }: CheckDocument): string | undefined {
  if (differences.length < worthSumming) return undefined;
  const counts = new Map<string, number>();
  for (const { tag } of differences) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const sums = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return `By item: ${sums.map(([tag, count]) => `${tag} ${count}`).join(', ')}`;
}

/** What the rules say in numbers. */
export function findingsInWords({ counts }: CheckDocument): string {
  return `File and rule checks: ${plural(counts.errors, 'error')}, ${counts.queries === 1 ? '1 query' : `${counts.queries} queries`}`;
}

/** A finding with whom it is about. */
export function findingInWords({ rule, level, message, path, person, persons, value }: CheckedFinding): string {
  const who = person ? `${personInWords(person)}: ` : persons ? `Persons ${listed(persons)} of the export: ` : '';
  const given = value === undefined ? '' : ` (${JSON.stringify(value)})`;
  return `${level} ${rule}: ${who}${message}${given} [${path}]`;
}

/** Why a thing does not count. */
export function waivedInWords({ owner, reason, until }: WaivedBy): string {
  return `waived until ${until} (${owner}): ${reason}`;
}

const mostListed = 10;

function listed(positions: readonly number[]): string {
  const shown = positions.slice(0, mostListed).join(', ');
  return positions.length > mostListed ? `${shown} and ${positions.length - mostListed} more` : shown;
}
