import type { ReportedFinding } from '../judge/index.js';
import type { RecordFields } from './adapter-file.js';
import type { Adapter } from './adapter.js';
import type { FileIndex } from './locate/file-index.js';
import { containerAt, ownPath } from './locate/own-path.js';
import type { GivenPerson } from './locate/person-table.js';
import { textOf, textsOf, wholeNumber, type RawFinding } from './raw-finding.js';

/** Where a finding is, as far as it says. */
export type Place = Pick<ReportedFinding, 'path' | 'anyItemOf' | 'person' | 'anyPersonOf'>;

/** A place that no finding of any case is at: what was said of it fits nothing in the file. */
const nowhere: Place = { person: 0 };

/** Whether findings have to be looked for in the file of the case. */
export function needsIndex({ fields }: Adapter): boolean {
  const isByPosition = Object.keys(fields.person ?? {}).every((part) => part.startsWith('position'));
  return !isByPosition || fields.record !== undefined || fields.line !== undefined;
}

/**
 * Where a finding is: by its path or else its record or else its line; its items; and the person that it names.
 * @param index of the file; undefined where nothing is known of it, so that only what the finding itself says counts
 */
export function placeOf(raw: RawFinding, adapter: Adapter, year: number, index: FileIndex | undefined): Place {
  const element = elementOf(raw, adapter, year, index);
  if (element === 'nowhere') return nowhere;
  const tags = itemsOf(raw, adapter);
  const path = element === undefined ? undefined : withItem(element, tags, year);
  return {
    ...(path !== undefined && { path }),
    ...(adapter.settings.granularity === 'item' && tags.length > 0 && { anyItemOf: tags }),
    ...personOf(raw, adapter, index),
  };
}

function elementOf(
  raw: RawFinding,
  { fields }: Adapter,
  year: number,
  index: FileIndex | undefined,
): string | undefined {
  const path = fields.path === undefined ? undefined : textOf(raw(fields.path));
  if (path !== undefined) return ownPath(path, year);
  if (!index) return undefined;
  const record = fields.record && recordOf(raw, fields.record, index);
  if (record !== undefined) return record;
  const line = fields.line === undefined ? undefined : wholeNumber(raw(fields.line));
  const column = fields.column === undefined ? undefined : wholeNumber(raw(fields.column));
  return line === undefined ? undefined : index.atLine(line, column);
}

/** The path of a record; nowhere for a table or row that the file does not have; undefined where none is named. */
function recordOf(raw: RawFinding, fields: RecordFields, index: FileIndex): string | undefined {
  const { base = 0, tables = {} } = fields;
  const named = textsOf(raw(fields.table));
  const row = wholeNumber(raw(fields.row));
  if (named.length === 0 || row === undefined) return undefined;
  const tags = named.map((table) => (Object.hasOwn(tables, table) ? tables[table] : table) ?? table);
  return tags.map((tag) => index.nth(tag, row - base + 1)).find((path) => path !== undefined) ?? 'nowhere';
}

function itemsOf(raw: RawFinding, { fields, settings }: Adapter): readonly string[] {
  const { items = {} } = settings;
  const named = fields.item === undefined ? [] : textsOf(raw(fields.item));
  return named.map((name) => (Object.hasOwn(items, name) ? items[name] : name) ?? name);
}

/** The path of the first of some items that a record has; the path itself where it is none of a record, or has none of them. */
function withItem(path: string, tags: readonly string[], year: number): string {
  const container = containerAt(path, year);
  const tag = tags.find((one) => container?.byTag.has(one));
  return tag === undefined ? path : `${path}/${tag}`;
}

function personOf(raw: RawFinding, { fields, settings }: Adapter, index: FileIndex | undefined): Place {
  const { person } = fields;
  if (!person) return {};
  const text = (part: 'upn' | 'uln' | 'surname' | 'forename' | 'birthDate'): string | undefined =>
    person[part] === undefined ? undefined : textOf(raw(person[part]));
  const [upn, uln, surname, forename] = [text('upn'), text('uln'), text('surname'), text('forename')];
  const birthDate = dateOf(text('birthDate'), settings.dates);
  const row = person.position === undefined ? undefined : wholeNumber(raw(person.position));
  const position = row === undefined ? undefined : row - (person.positionBase ?? 1) + 1;
  // A position needs no looking up.
  if (!index) return position === undefined ? {} : { person: position };
  const given: GivenPerson = {
    ...(upn !== undefined && { upn }),
    ...(uln !== undefined && { uln }),
    ...(surname !== undefined && { surname }),
    ...(forename !== undefined && { forename }),
    ...(birthDate !== undefined && { birthDate }),
    ...(position !== undefined && { position }),
  };
  const found = index.persons.find(given);
  if (!found) return {};
  const [first, ...others] = found;
  return others.length > 0 ? { anyPersonOf: found } : { person: first ?? 0 };
}

/** A date as the return writes it, a time after it left out; as it stands where it is no date of that form. */
function dateOf(text: string | undefined, form: 'yyyy-mm-dd' | 'dd/mm/yyyy' = 'yyyy-mm-dd'): string | undefined {
  if (text === undefined) return undefined;
  const match =
    form === 'dd/mm/yyyy'
      ? /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})(?:[ T].*)?$/.exec(text)
      : /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[ T].*)?$/.exec(text);
  const { year = '', month = '', day = '' } = match?.groups ?? {};
  return match ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
