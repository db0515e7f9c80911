import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { loadFormat, remarkLog, type FormatName, type Remark } from '../../formats/index.js';
import { generateReturn } from '../../generators/index.js';
import { returnToXml } from '../../output/index.js';
import type { Person, Return } from '../../src/return/index.js';

const folders: string[] = [];

/** A new folder, removed by `removeFolders`. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sen2kit formats '));
  folders.push(folder);
  return folder;
}

/** For afterAll. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Writes a whole return in a format; what was told. */
export async function write(name: FormatName, path: string, ret: Return, year: number): Promise<readonly Remark[]> {
  const remarks = remarkLog();
  const persons = (async function* () {
    yield* await Promise.resolve(ret.Persons?.Person ?? []);
  })();
  const format = await loadFormat(name);
  await format.write(path, { year, header: ret.Header ?? {}, persons }, { remarks });
  return remarks.all();
}

/** What a return in a format is as XML, and what was told. */
export async function read(
  name: FormatName,
  path: string,
  year?: number,
): Promise<{ readonly xml: string; readonly remarks: readonly Remark[] }> {
  const remarks = remarkLog();
  const format = await loadFormat(name);
  const opened = await format.open(path, { ...(year !== undefined && { year }), remarks });
  const persons: Person[] = [];
  for await (const person of opened.persons) persons.push(person);
  const xml = returnToXml({ Header: opened.header, Persons: { Person: persons } }, opened.year);
  return { xml, remarks: remarks.all() };
}

/** The message of an error. Fails where there is none, or it is of another kind. */
export async function refusal(name: string, work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    expect(error).toMatchObject({ name });
    const { message } = error as Error;
    expect(message).not.toMatch(/[\r\n]/);
    return message;
  }
  throw new Error('nothing was thrown');
}

/** A return of a few persons with cases of all kinds. */
export function sampleReturn(year: number, persons = 12): Return {
  return generateReturn({ year, la: '202', seed: 'formats', persons });
}

/** The files of an export as rows of cells. */
export type Tables = Map<string, string[][]>;

/** Reads an export as it was written, by the names of its tables. */
export function tablesIn(folder: string): Tables {
  const tables: Tables = new Map();
  for (const name of readdirSync(folder)) {
    const rows: string[][] = parse(readFileSync(join(folder, name)));
    tables.set(/_([a-z0-9]+)\.csv$/.exec(name)?.[1] ?? '', rows);
  }
  return tables;
}

/** Writes tables as an export, as somebody else would, each cell as it stands. */
export function writeTables(
  folder: string,
  tables: Tables,
  { date = '12-02-2026', separator = ',', end = '\r\n', before = '' } = {},
): void {
  for (const [name, rows] of tables)
    writeFileSync(
      join(folder, `Blade-Export_${date}_${name}.csv`),
      before + rows.map((row) => row.join(separator) + end).join(''),
    );
}
