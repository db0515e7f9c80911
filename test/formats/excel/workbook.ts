import { excelFormat } from '../../../formats/excel/excel-format.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs, { type CellValue, type Workbook, type Worksheet } from 'exceljs';
import { labelKey } from '../../../formats/excel/label-key.js';
import { HeldPersons } from '../../../formats/excel/sheet-rows.js';
import { tablesOf, type TableTag } from '../../../formats/excel/tables.js';
import { remarkLog, type OpenOptions, type Remark } from '../../../formats/index.js';
import type { Header, Person, Return } from '../../../src/return/index.js';

const folders: string[] = [];

/** A path in a folder of its own, for a file that a test makes. */
export function temporaryFile(name = 'return.xlsx'): string {
  const folder = mkdtempSync(join(tmpdir(), 'sen2kit-excel-'));
  folders.push(folder);
  return join(folder, name);
}

export function removeFiles(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export const header: Header = {
  CollectionDetails: { Collection: 'SEN2', Year: '2026', ReferenceDate: '2026-01-15' },
  Source: {
    SourceLevel: 'L',
    LEA: '202',
    SoftwareCode: 'x',
    SerialNo: '001',
    DateTime: '2026-02-12T10:00:00',
    DMO: 'Y',
    DCO: 'Y',
    DSCO: 'R',
  },
};

/** Two persons with a record in every table. */
export const people: readonly Person[] = [
  {
    Surname: 'One',
    Forename: 'Ann',
    PersonBirthDate: '2010-05-04',
    Sex: 'F',
    Ethnicity: 'WBRI',
    PostCode: 'N1 1AA',
    UPN: 'B801200005001',
    UniqueLearnerNumber: '1000000043',
    Requests: [
      {
        ReceivedDate: '2024-09-02',
        RYA: '0',
        RequestOutcome: 'Y',
        Exported: '301',
        Assessment: {
          AssessmentOutcome: 'Y',
          Week20: '0',
          NamedPlan: { StartDate: '2025-01-20', PlanDetail: [{ URN: '100123', PlacementRank: '1' }] },
        },
        ActivePlans: {
          PlacementDetail: [
            { URN: '100123', SENSettingOther: 'a hospital', EntryDate: '2025-01-21', PlacementRank: '1' },
            { UKPRN: '10012345', EntryDate: '2025-02-01', PlacementRank: '2' },
          ],
          SENneed: [{ SENtype: 'ASD', SENtypeRank: '1' }],
        },
      },
      { ReceivedDate: '2020-03-01', RequestOutcome: 'N' },
    ],
  },
  { Surname: 'Two', Forename: 'Bob', Sex: 'M', Requests: [{ ReceivedDate: '2025-11-03', RequestOutcome: 'A' }] },
];

/** The rows of a sheet, from 0, as lists of values by column, from 0. */
export type Rows = CellValue[][];

/** The rows as they are written for a return. */
export function rowsOf(persons: readonly Person[] = people, of: Header = header, year = 2026): Rows {
  const held = new HeldPersons(year, of);
  for (const person of persons) held.add(person);
  return [...held.rows(remarkLog())].map(({ cells }) => [...cells]);
}

/** Where the name of a table stands, from 0. */
export function titleRow(rows: Rows, tag: TableTag, year = 2026): number {
  const name = tablesOf(year).find((table) => table.tag === tag)?.name;
  return rows.findIndex(([first]) => first === name);
}

/** The address of a cell: the n-th record of a table, from 1, and a column by its label. */
export function cellAt(
  rows: Rows,
  tag: TableTag,
  n: number,
  label: string,
): { row: number; column: number; name: string } {
  const title = titleRow(rows, tag);
  const column = (rows[title + 1] ?? []).findIndex(
    (one) => typeof one === 'string' && labelKey(one) === labelKey(label),
  );
  if (title < 0 || column < 0) throw new Error(`no ${label} in ${tag}`);
  const row = title + 1 + n;
  return { row, column, name: `${String.fromCharCode(65 + column)}${row + 1}` };
}

/** Puts a value into a cell, and tells its address. */
export function put(rows: Rows, tag: TableTag, n: number, label: string, value: CellValue): string {
  const { row, column, name } = cellAt(rows, tag, n, label);
  const cells = (rows[row] ??= []);
  cells[column] = value;
  return name;
}

export interface WorkbookOptions {
  readonly sheet?: string;
  readonly from1904?: boolean;
  readonly edit?: (sheet: Worksheet, workbook: Workbook) => void;
}

/** Writes a workbook as Excel would, by the other writer of exceljs, and tells its path. */
export async function saved(rows: Rows, options: WorkbookOptions = {}): Promise<string> {
  const workbook = new exceljs.Workbook();
  if (options.from1904) workbook.properties.date1904 = true;
  const sheet = workbook.addWorksheet(options.sheet ?? 'Data Entry Template');
  for (const [index, cells] of rows.entries()) {
    for (const [column, value] of cells.entries())
      if (value !== undefined) sheet.getCell(index + 1, column + 1).value = value;
  }
  options.edit?.(sheet, workbook);
  const path = temporaryFile();
  writeFileSync(path, Buffer.from(await workbook.xlsx.writeBuffer()));
  return path;
}

export interface ReadBack {
  readonly year: number;
  readonly ret: Return;
  readonly persons: Person[];
  readonly remarks: readonly Remark[];
}

/** Reads a return, all of it, with what is remarked. */
export async function read(path: string, options: Omit<OpenOptions, 'remarks'> = {}): Promise<ReadBack> {
  const remarks = remarkLog();
  const open = await excelFormat.open(path, { ...options, remarks });
  const persons: Person[] = [];
  for await (const person of open.persons) persons.push(person);
  return {
    year: open.year,
    ret: { Header: open.header, Persons: { Person: persons } },
    persons,
    remarks: remarks.all(),
  };
}

/** Writes a return, and tells the path and what is remarked. */
export async function written(ret: Return, year: number): Promise<{ path: string; remarks: readonly Remark[] }> {
  const path = temporaryFile();
  const remarks = remarkLog();
  await excelFormat.write(
    path,
    { year, header: ret.Header ?? {}, persons: each(ret.Persons?.Person ?? []) },
    { remarks },
  );
  return { path, remarks: remarks.all() };
}

export async function* each(persons: readonly Person[]): AsyncGenerator<Person, void, undefined> {
  for (const person of persons) yield await Promise.resolve(person);
}
