import { forbiddenIn } from '../../output/index.js';
import { yearModel, type YearGroup } from '../../src/model/index.js';
import type { Header, Person } from '../../src/return/index.js';
import { FormatError, type RemarkLog } from '../format.js';
import { shortLabel } from './label-key.js';
import { place } from './sheet/place.js';
import { blankRows, longestText, mostRows, tablesOf, type Column, type Table, type TableTag } from './tables.js';

/** A record as it is written: values, records and lists of records by tag. */
type Fields = Readonly<Record<string, unknown>>;

/** A record beside the IDs that tie it to its parent. */
interface Tied {
  readonly record: Fields;
  readonly personId: number;
  readonly requestsId: number;
}

/** A cell as it is written: text, or a number for an ID; undefined where it stays empty. */
export type WrittenCell = string | number | undefined;

/** A row of the worksheet as it is written. */
export interface WrittenRow {
  readonly kind: 'title' | 'labels' | 'record' | 'blank';
  readonly cells: readonly WrittenCell[];
}

/** Counts the rows that persons take, and sees that the year has a place for all they hold. */
export class HeldPersons {
  readonly persons: Person[] = [];
  readonly #tables: readonly Table[];
  readonly #person: YearGroup;
  #rows: number;

  constructor(
    private readonly year: number,
    private readonly header: Header,
  ) {
    this.#tables = tablesOf(year);
    this.#person = yearModel(year).group('Person');
    this.#check(header, yearModel(year).group('Header'));
    this.#rows = 1 + this.#tables.length * (2 + blankRows);
  }

  /** @throws FormatError where the year has no place for what the person holds, or the worksheet no room */
  add(person: Person): void {
    this.#rows += this.#check(person, this.#person);
    if (this.#rows > mostRows)
      throw new FormatError(`a worksheet has ${mostRows} rows, which the return does not fit into: use another format`);
    this.persons.push(person);
  }

  /** All rows of the sheet from top to bottom. @throws FormatError where a text is such as no cell can hold */
  *rows(remarks: RemarkLog): Generator<WrittenRow, void, undefined> {
    const la = this.header.Source?.LEA;
    let row = 0;
    for (const table of this.#tables) {
      yield { kind: 'title', cells: [table.name] };
      yield { kind: 'labels', cells: table.columns.map(({ label }) => label) };
      row += 2;
      for (const tied of tiedRecords(table.tag, this.header, this.persons)) {
        row += 1;
        const at = row;
        yield {
          kind: 'record',
          cells: table.columns.map((column, index) =>
            cellOf(column, table, tied, la, () => {
              remarks.add(emptyItem, place(at, index + 1));
            }),
          ),
        };
      }
      for (let blank = 0; blank < blankRows; blank++) yield { kind: 'blank', cells: [] };
      row += blankRows;
    }
  }

  /** How many rows a record and those in it take. */
  #check(record: Fields, group: YearGroup): number {
    let rows = 1;
    for (const tag in record) {
      const held = record[tag];
      if (held === undefined) continue;
      const child = group.byTag.get(tag);
      if (child?.tag !== tag) throw new FormatError(`${group.tag} has no ${tag} in ${this.year}`);
      if (child.kind === 'group') for (const one of recordsIn(held)) rows += this.#check(one, child);
    }
    return rows;
  }
}

const emptyItem = 'an item that is there but empty cannot be told from one that is absent; its cell is left blank';

function* tiedRecords(tag: TableTag, header: Header, persons: readonly Person[]): Generator<Tied> {
  if (tag === 'Header') {
    yield { record: { ...header.CollectionDetails, ...header.Source }, personId: 0, requestsId: 0 };
    return;
  }
  let requestsId = 0;
  for (const [index, person] of persons.entries()) {
    const personId = index + 1;
    if (tag === 'Person') yield { record: person, personId, requestsId };
    else
      for (const requests of person.Requests ?? []) {
        requestsId += 1;
        for (const record of recordsBelow(requests, tag)) yield { record, personId, requestsId };
      }
  }
}

/** The records of a table that a request holds. */
function recordsBelow(requests: NonNullable<Person['Requests']>[number], tag: TableTag): readonly Fields[] {
  const { Assessment: assessment, ActivePlans: plans } = requests;
  switch (tag) {
    case 'Assessment':
    case 'ActivePlans':
      return recordsIn(requests[tag]);
    case 'NamedPlan':
      return recordsIn(assessment?.NamedPlan);
    case 'PlanDetail':
      return recordsIn(assessment?.NamedPlan?.PlanDetail);
    case 'PlacementDetail':
    case 'SENneed':
      return recordsIn(plans?.[tag]);
    default:
      return [requests];
  }
}

function recordsIn(held: unknown): readonly Fields[] {
  if (held === undefined) return [];
  return Array.isArray(held) ? (held as readonly Fields[]) : [held as Fields];
}

function cellOf(
  column: Column,
  table: Table,
  { record, personId, requestsId }: Tied,
  la: string | undefined,
  tellEmpty: () => void,
): WrittenCell {
  switch (column.kind) {
    case 'recordType':
      return table.tag;
    case 'personId':
      return personId;
    case 'requestsId':
      return requestsId;
    case 'la':
      return la;
    case 'item': {
      const value = record[column.item.tag];
      if (typeof value !== 'string') return undefined;
      if (value === '') tellEmpty();
      return value === '' ? undefined : checked(value, column.label, personId);
    }
  }
}

/** @throws FormatError for a text that no cell, or no XML, can hold */
function checked(value: string, label: string, personId: number): string {
  const where = `${shortLabel(label)}${personId > 0 ? ` of person ${personId}` : ''}`;
  if (value.length > longestText)
    throw new FormatError(
      `${where} has more than the ${longestText} characters that a cell can hold: use another format`,
    );
  const bad = forbiddenIn(value);
  if (bad !== undefined) throw new FormatError(`${where} holds the character ${bad}, which a workbook cannot carry`);
  return value;
}
