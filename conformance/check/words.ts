import { plainText } from '../shape/index.js';
import type { RequestPlace } from './compare-records.js';
import type { Difference, PersonAt } from './difference.js';
import { recordIn, valueIn } from './plain-record.js';

/**
 * A difference in the words of the return, such as `Person 14 (UPN ending 5001), plan of 2024-03-02: PlacementDetail 2
 * EntryDate is 2024-09-02, expected 2024-09-01`. Where values are not to be shown it names the place alone.
 */
export function differenceInWords(difference: Difference, showValues: boolean): string {
  const { tag, of, person, exportPath, expectedPath, kind, request } = difference;
  if (tag === 'Person' && of === 'record') return wholePerson(difference);
  const where = person
    ? [personInWords(person), ...placeInRequests(request, expectedPath, showValues)].join(', ')
    : 'The header';
  // What is not expected has a position in the export alone.
  const path = kind === 'unexpected' && of === 'record' ? exportPath : expectedPath;
  const what = of === 'record' ? recordInWords(path) : `${recordInWords(parentOf(path), true)}${tag}`;
  return `${where}: ${what} ${whatOf(difference, showValues)}`;
}

/** A person with what tells it without a value: position, the end of the UPN, the story. */
export function personInWords({ expected, actual, upnEnding, story }: PersonAt): string {
  const known = [
    ...(upnEnding === null ? [] : [`UPN ending ${upnEnding}`]),
    ...(story === null ? [] : [`story ${story}`]),
  ];
  const who = expected === null ? `Person ${actual ?? ''} of the export` : `Person ${expected}`;
  return known.length === 0 ? who : `${who} (${known.join(', ')})`;
}

function wholePerson({ kind, person }: Difference): string {
  const who = person ? personInWords(person) : 'A person';
  return kind === 'missing' ? `${who} is missing` : `${who} is not expected`;
}

/** The plan or request, by its date; where values are not shown, by its position where there are several. */
function placeInRequests(request: RequestPlace | undefined, path: string, showValues: boolean): readonly string[] {
  if (!request) return [];
  if (showValues) {
    const plan = recordIn(recordIn(request.record, 'Assessment'), 'NamedPlan');
    const [issued, received] = [valueIn(plan, 'StartDate'), valueIn(request.record, 'ReceivedDate')];
    if (issued !== undefined && /\/(?:NamedPlan|ActivePlans)\b/.test(path)) return [`plan of ${plainText(issued)}`];
    if (received !== undefined) return [`request of ${plainText(received)}`];
    if (issued !== undefined) return [`plan of ${plainText(issued)}`];
  }
  return request.of > 1 ? [`Requests ${request.position}`] : [];
}

/** The last record of a path, `PlacementDetail 2`; before an item only where it repeats, and with a space after it. */
function recordInWords(path: string, isBeforeItem = false): string {
  const [, tag = '', position] = /\/(\w+)(?:\[(\d+)\])?$/.exec(path) ?? [];
  if (position !== undefined && !(isBeforeItem && (tag === 'Requests' || tag === 'Person')))
    return `${tag} ${position}${isBeforeItem ? ' ' : ''}`;
  return isBeforeItem ? '' : tag;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function whatOf({ kind, of, expected, actual }: Difference, showValues: boolean): string {
  if (of === 'record') return kind === 'missing' ? 'is missing' : 'of the export is not expected';
  const [wanted, given] = [shown(expected), shown(actual)];
  switch (kind) {
    case 'value':
      return showValues ? `is ${given}, expected ${wanted}` : 'differs from what is expected';
    case 'missing':
      return `is ${actual === '' ? 'empty' : 'missing'}${showValues ? `, expected ${wanted}` : ''}`;
    case 'unexpected':
      if (actual === '') return 'is there, empty, though not expected';
      return showValues ? `is ${given}, though not expected` : 'is there though not expected';
  }
}

/** A value on one line; quoted where white space at its ends would not be seen. */
function shown(value: string | undefined): string {
  const text = plainText(value ?? '');
  return text === value ? text : JSON.stringify(value ?? '').slice(0, 200);
}
