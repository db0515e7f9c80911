import type { Fields } from '../../output/index.js';
import type { Header, Person } from '../../src/return/index.js';
import type { OpenOptions, OpenReturn } from '../format.js';
import { openExport, type ExportReader, type RecordRows } from './export-reader.js';

/**
 * Opens the blade export of COLLECT, given its folder or one of its files.
 * @throws FormatError, UnknownYearError, UnreadableFileError
 */
export async function openCsv(path: string, options: OpenOptions): Promise<OpenReturn> {
  const reader = await openExport(path, options);
  return { year: reader.year, header: headerOf(reader.header), persons: personsOf(reader) };
}

async function* personsOf(reader: ExportReader): AsyncGenerator<Person, void, undefined> {
  for await (const rows of reader.persons()) yield recordOf(rows);
}

function headerOf({ table, row }: RecordRows): Header {
  const parts: Record<string, Record<string, string>> = {};
  for (const group of table.module.group.groups) parts[group.tag] = {};
  for (const item of table.head.items) {
    const value = table.value(row, item);
    const part = parts[item.item.parent.tag];
    if (value !== undefined && part) part[item.item.tag] = value;
  }
  return parts;
}

function recordOf({ table, row, children }: RecordRows): Fields {
  const record: Record<string, Fields[string]> = {};
  for (const item of table.head.items) {
    const value = table.value(row, item);
    if (value !== undefined) record[item.item.tag] = value;
  }
  for (const [at, { group }] of table.module.children.entries()) {
    const [first, ...others] = children[at] ?? [];
    if (!first) continue;
    record[group.tag] = group.repeats ? [first, ...others].map(recordOf) : recordOf(first);
  }
  return record;
}
