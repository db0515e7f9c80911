import { setImmediate } from 'node:timers/promises';
import { knownYear } from '../../src/model/index.js';
import { UnknownYearError } from '../../src/validate/index.js';
import { FormatError, type OpenOptions, type RemarkLog } from '../format.js';
import { remarkLog } from '../remark-log.js';
import { heldRows, streamedRows, type ChildRows } from './child-rows.js';
import { encodingOf } from './decoding.js';
import { exportFiles } from './file-names.js';
import { ModuleTable, type TableRow } from './module-table.js';
import { modulesOf, type Module } from './modules.js';
import { RowCursor, type CsvFile } from './row-cursor.js';
import { columnName } from './table-head.js';

/** A record as the rows that make it up. */
export interface RecordRows {
  readonly table: ModuleTable;
  readonly row: TableRow;
  /** Those in it, by the place of their table among the children of its own. */
  readonly children: readonly (readonly RecordRows[])[];
}

/** An export that is being read. */
export interface ExportReader {
  readonly year: number;
  readonly header: RecordRows;
  /** Each person with all that is in it, once. */
  persons(): AsyncGenerator<RecordRows, void, undefined>;
}

/** Which tables have to be held, and which have keys that have to be looked up. */
interface Survey {
  readonly held: ReadonlySet<string>;
  readonly unsorted: ReadonlySet<string>;
}

/** Some ten milliseconds of reading. */
const personsAtOnce = 500;

/**
 * Opens an export. All of it is read once to see whether the rows of each table stand in the order of those that hold
 * them: such tables are read side by side, others are held as a whole, which is told.
 * @throws FormatError, UnknownYearError, UnreadableFileError
 */
export async function openExport(path: string, { year: asked, remarks }: OpenOptions): Promise<ExportReader> {
  const files = new Map<string, CsvFile>();
  for (const [name, file] of exportFiles(path)) {
    const encoding = encodingOf(file);
    if (encoding === 'windows-1252')
      remarks.add('not in UTF-8, and taken for Windows-1252', { kind: 'row', file: baseName(file), row: 1 });
    files.set(name, { path: file, encoding });
  }
  const year = asked ?? (await yearIn(fileOf(files, 'sen2')));
  const modules = modulesOf(year);
  const header = await headerRows(files, modules, { year, remarks });
  const lea = header.table.head.byTag.get('LEA');
  const la = lea && header.table.value(header.row, lea);
  const survey = await look(files, modules, year, header.row.key);
  for (const name of survey.held) {
    remarks.add(
      `the rows of ${name} are not in the order of ${parentName(modules, name)}, so that all of them are held in memory`,
      { kind: 'row', file: baseName(fileOf(files, name).path), row: 1 },
    );
  }
  return { year, header, persons: () => personRows(files, modules, { year, remarks, la }, header.row.key, survey) };
}

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

function parentName(modules: readonly Module[], name: string): string {
  return modules.find((module) => module.name === name)?.parent?.name ?? '';
}

function fileOf(files: ReadonlyMap<string, CsvFile>, name: string): CsvFile {
  const file = files.get(name);
  if (!file) throw new RangeError(`no file of ${name}`);
  return file;
}

async function yearIn(file: CsvFile): Promise<number> {
  const cursor = await RowCursor.open(file, (name) => name === 'year' || name === 'sen2tableid' || name === 'lea');
  try {
    const names = (await cursor.peek())?.cells ?? [];
    cursor.skip();
    const given = (await cursor.peek())?.cells[names.findIndex((name) => columnName(name) === 'year')]?.trim();
    const year = knownYear(given);
    if (year === undefined) throw new UnknownYearError(given);
    return year;
  } finally {
    cursor.close();
  }
}

interface Settings {
  readonly year: number;
  readonly remarks: RemarkLog;
  readonly la?: string | undefined;
}

async function headerRows(
  files: ReadonlyMap<string, CsvFile>,
  [sen2]: readonly Module[],
  settings: Settings,
): Promise<RecordRows> {
  if (!sen2) throw new RangeError('no table of the header');
  const file = fileOf(files, sen2.name);
  const table = await ModuleTable.open(file, sen2, settings);
  try {
    const row = await table.peek();
    if (!row)
      throw new FormatError(`${file.path}: has no row under its column names; the header of the return is needed`);
    table.skip();
    const second = await table.peek();
    if (second) throw table.fault(second, 'is a second header; an export of one return is needed');
    return { table, row, children: [] };
  } finally {
    table.close();
  }
}

/** Reads all of the tables side by side, as if their rows stood in order, to see which ones do. */
async function look(
  files: ReadonlyMap<string, CsvFile>,
  modules: readonly Module[],
  year: number,
  key: string,
): Promise<Survey> {
  // What is to be told is told when the rows are read for good.
  const settings = { year, remarks: remarkLog() };
  const tables = new Map<string, ModuleTable>();
  const held = new Set<string>();
  try {
    await openTables(files, modules, settings, tables);
    const rows = new Map([...tables].map(([name, table]) => [name, streamedRows(table)]));
    const persons = treeOf(tables, rows, key);
    while ((await persons.next()).done !== true);
    for (const [name, one] of rows) {
      const lost = await one.leftOver();
      const table = tables.get(name);
      // Persons are read in the order of their file, whatever it is.
      if (lost && table && name === 'person') throw orphan(table, lost);
      if (lost) held.add(name);
    }
  } finally {
    for (const table of tables.values()) table.close();
  }
  const unsorted = [...tables].filter(([name, table]) => held.has(name) || !table.isRising).map(([name]) => name);
  return { held, unsorted: new Set(unsorted) };
}

async function openTables(
  files: ReadonlyMap<string, CsvFile>,
  modules: readonly Module[],
  settings: Settings,
  tables: Map<string, ModuleTable>,
  unsorted?: ReadonlySet<string>,
): Promise<void> {
  for (const module of modules.slice(1)) {
    const options = { ...settings, checkKeys: unsorted?.has(module.name) ?? false };
    tables.set(module.name, await ModuleTable.open(fileOf(files, module.name), module, options));
  }
}

async function* personRows(
  files: ReadonlyMap<string, CsvFile>,
  modules: readonly Module[],
  settings: Settings,
  key: string,
  { held, unsorted }: Survey,
): AsyncGenerator<RecordRows, void, undefined> {
  const tables = new Map<string, ModuleTable>();
  try {
    await openTables(files, modules, settings, tables, unsorted);
    const rows = new Map<string, ChildRows>();
    for (const [name, table] of tables) rows.set(name, held.has(name) ? await heldRows(table) : streamedRows(table));
    yield* treeOf(tables, rows, key);
    for (const [name, table] of tables) {
      const lost = await rows.get(name)?.leftOver();
      if (lost) throw orphan(table, lost);
    }
  } finally {
    for (const table of tables.values()) table.close();
  }
}

function orphan(table: ModuleTable, row: TableRow): Error {
  const { parent, parentKey = '' } = table.module;
  return table.fault(row, `there is no row of ${parent?.name ?? ''} with its ${parentKey}`, parentKey);
}

/** The persons with all below them. Those of the header's key come first; what comes after is left over. */
async function* treeOf(
  tables: ReadonlyMap<string, ModuleTable>,
  rows: ReadonlyMap<string, ChildRows>,
  key: string,
): AsyncGenerator<RecordRows, void, undefined> {
  const persons = tables.get('person');
  if (!persons) return;
  let count = 0;
  for (let row = await persons.peek(); row?.parent === key; row = await persons.peek()) {
    persons.skip();
    yield await recordRows(persons, row, tables, rows);
    count += 1;
    // Lets signals in now and then.
    if (count % personsAtOnce === 0) await setImmediate();
  }
}

async function recordRows(
  table: ModuleTable,
  row: TableRow,
  tables: ReadonlyMap<string, ModuleTable>,
  rows: ReadonlyMap<string, ChildRows>,
): Promise<RecordRows> {
  const children: (readonly RecordRows[])[] = [];
  for (const child of table.module.children) {
    const below = tables.get(child.name);
    const own = (await rows.get(child.name)?.under(row.key)) ?? [];
    if (!below || own.length === 0) {
      children.push(none);
      continue;
    }
    const [, second] = own;
    if (second && !child.group.repeats)
      throw below.fault(
        second,
        `is a second row of ${child.name} for one row of ${table.module.name}`,
        child.parentKey,
      );
    const records: RecordRows[] = [];
    for (const one of own) records.push(await recordRows(below, one, tables, rows));
    children.push(records);
  }
  return { table, row, children };
}

const none: readonly RecordRows[] = [];
