import { join } from 'node:path';
import {
  isList,
  refuseUnknown,
  writeFolderAtomically,
  writeOutput,
  type Fields,
  type Sink,
} from '../../output/index.js';
import { collectionYear, isDateTime, type YearItem } from '../../src/model/index.js';
import { cellReader, type CellHandler } from '../cells/cell-reader.js';
import { writeDate } from '../cells/date-cell.js';
import { FormatError, type OpenReturn, type RemarkLog, type WriteOptions } from '../format.js';
import { exportFileName, holdsOnlyExport } from './file-names.js';
import { columnsOf, modulesOf, type Module } from './modules.js';

/** Between two reports of how far the writing is. */
const personsBetween = 500;
/** What stands in `sourceid`: the return is the only source that its rows have. */
const onlySource = '1';

/**
 * Writes a return as the blade export of COLLECT: a folder of nine files. A folder that holds nothing but such an export
 * is replaced.
 * @throws OutputError, XmlWriteError where a record holds what the year does not have; what the reading of its persons
 * throws comes through
 */
export async function writeCsv(path: string, from: OpenReturn, options: WriteOptions): Promise<void> {
  if (path === '-') throw new FormatError('the COLLECT export is a folder of files; name one in place of -');
  const { year, header, persons } = from;
  const modules = modulesOf(year);
  const { Source } = header;
  const dateTime = Source?.DateTime ?? '';
  // Never the clock: the same return has the same files.
  const date = isDateTime(dateTime) ? dateTime.slice(0, 10) : collectionYear(year).referenceDate;
  await writeFolderAtomically(
    path,
    (folder) =>
      withFiles(
        modules.map(({ name }) => join(folder, exportFileName(date, name))),
        async (sinks) => {
          const writer = new ExportWriter(year, modules, sinks, Source?.LEA ?? '', options.remarks);
          writer.header(header);
          let count = 0;
          for await (const person of persons) {
            writer.person(person);
            count += 1;
            if (count % personsBetween === 0) options.onProgress?.(count);
          }
        },
      ),
    { mayReplace: holdsOnlyExport },
  );
}

/** Opens files, one inside the other, so that each is finished however the work ends. */
async function withFiles(
  paths: readonly string[],
  work: (sinks: readonly Sink[]) => Promise<void>,
  open: readonly Sink[] = [],
): Promise<void> {
  const [first, ...rest] = paths;
  if (first === undefined) await work(open);
  else await writeOutput(first, (sink) => withFiles(rest, work, [...open, sink]));
}

/** Gives the cell for a value, and tells of what a cell cannot say. */
type WriteCell = (value: string) => string;

class ExportWriter {
  readonly #keys: number[];
  readonly #cells: readonly (readonly WriteCell[])[];
  readonly #ends: string;

  constructor(
    private readonly year: number,
    private readonly modules: readonly Module[],
    private readonly sinks: readonly Sink[],
    la: string,
    private readonly remarks: RemarkLog,
  ) {
    this.#keys = modules.map(() => 0);
    this.#ends = quoted(la);
    this.#cells = modules.map((module) => module.items.map(({ item }) => cellWriter(item, year, remarks)));
    for (const module of modules) sinks[module.index]?.write(`${columnsOf(module).join(',')}\r\n`);
  }

  header(header: Fields): void {
    const [module] = this.modules;
    if (!module) return;
    const { group } = module;
    refuseUnknown(header, group, this.year);
    for (const part of group.groups) {
      const held = header[part.tag];
      if (held === undefined)
        this.remarks.add(`${part.tag} is not in the header; it is read back as one that is empty`);
      else if (isRecord(held)) refuseUnknown(held, part, this.year);
    }
    this.#row(module, 1, undefined, ({ tag, parent }) => {
      const part = header[parent.tag];
      return part !== undefined && isRecord(part) ? part[tag] : undefined;
    });
  }

  person(person: Fields): void {
    const [sen2, module] = this.modules;
    if (!sen2 || !module) return;
    this.#record(module, person, (this.#keys[module.index] ?? 0) + 1, 1);
  }

  #record(module: Module, record: Fields, position: number, parentKey: number): void {
    refuseUnknown(record, module.group, this.year);
    const key = this.#row(module, position, parentKey, ({ tag }) => record[tag]);
    for (const child of module.children) {
      const held = record[child.group.tag];
      if (held === undefined) continue;
      if (isRecord(held)) this.#record(child, held, 1, key);
      else if (typeof held !== 'string')
        for (const [index, one] of held.entries()) this.#record(child, one, index + 1, key);
    }
  }

  /** Writes a row and gives its key. */
  #row(
    module: Module,
    position: number,
    parentKey: number | undefined,
    valueOf: (item: YearItem) => Fields[string],
  ): number {
    const { index } = module;
    const key = (this.#keys[index] ?? 0) + 1;
    this.#keys[index] = key;
    let row = `${key},${this.#ends},${position},${onlySource}`;
    if (parentKey !== undefined) row += `,${parentKey}`;
    const writers = this.#cells[index] ?? [];
    for (const [at, { item }] of module.items.entries()) {
      const value = valueOf(item);
      row += typeof value === 'string' ? `,${quoted(writers[at]?.(value) ?? value)}` : ',';
    }
    this.sinks[index]?.write(`${row}\r\n`);
    return key;
  }
}

function isRecord(held: NonNullable<Fields[string]>): held is Fields {
  return typeof held === 'object' && !isList(held);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function cellWriter(item: YearItem, year: number, remarks: RemarkLog): WriteCell {
  const { tag, accepts, parent } = item;
  const { type } = item.node;
  const isDated = type === 'date' || type === 'dateTime';
  const read = cellReader(item, year);
  return (value) => {
    if (value === '') {
      remarks.add(`${parent.tag}/${tag} is there and empty, which a cell cannot say; it is read back as not there`);
      return value;
    }
    const cell = isDated ? writeDate(value) : value;
    if (!accepts(value) && readBack(read, cell) !== value)
      remarks.add(
        `${parent.tag}/${tag} has a value that is read back as another, since it is none that the item may have`,
      );
    return cell;
  };
}

function readBack(read: ReturnType<typeof cellReader>, cell: string): string | undefined {
  try {
    return read(cell, unheard);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

const unheard: CellHandler = {
  tell: () => undefined,
  refuse: (why) => {
    throw new FormatError(why);
  },
};
