import type { Header, Person } from '../../../src/return/index.js';
import type { FormatError } from '../../format.js';
import type { TableTag } from '../tables.js';

/** A record while it is put together. */
export interface Fields {
  [tag: string]: string | Fields | Fields[] | undefined;
}

/** A row of a table, its IDs as text; those that are absent are undefined. */
export interface RecordRow {
  readonly tag: TableTag;
  readonly personId: string | undefined;
  readonly requestsId: string | undefined;
  readonly record: Fields;
  /** Makes an error that names a cell of the row. */
  fault(column: 'recordType' | 'personId' | 'requestsId', text: string): FormatError;
  remark(text: string): void;
}

interface HeldRequests {
  readonly personId: string;
  readonly record: Fields;
}

/** Puts the records of the tables into each other as the XML has them. */
export class ReturnBuilder {
  header: Header | undefined;
  readonly persons: Person[] = [];
  readonly #persons = new Map<string, Fields>();
  readonly #requests = new Map<string, HeldRequests>();

  /** @throws what the `fault` of the row makes, where an ID is missing, doubled or not known, or a record is one too many */
  add(row: RecordRow): void {
    switch (row.tag) {
      case 'Header':
        if (this.header) throw row.fault('recordType', 'is a second row of the header: a return has one');
        this.header = row.record;
        return;
      case 'Person':
        this.#addPerson(row);
        return;
      case 'Requests':
        this.#addRequests(row);
        return;
      default:
        this.#addBelow(row, row.tag);
    }
  }

  #addPerson(row: RecordRow): void {
    const id = need(row.personId, row, 'personId', 'Person ID');
    if (this.#persons.has(id)) throw row.fault('personId', 'holds a Person ID that another row of the table has');
    this.#persons.set(id, row.record);
    this.persons.push(row.record);
  }

  #addRequests(row: RecordRow): void {
    const id = need(row.requestsId, row, 'requestsId', 'Requests record ID');
    const personId = need(row.personId, row, 'personId', 'Person ID');
    if (this.#requests.has(id))
      throw row.fault('requestsId', 'holds a Requests record ID that another row of the table has');
    const person = this.#persons.get(personId);
    if (!person) throw row.fault('personId', 'holds a Person ID that no row of the Person Record table has');
    this.#requests.set(id, { personId, record: row.record });
    push(person, 'Requests', row.record);
  }

  #addBelow(row: RecordRow, tag: Exclude<TableTag, 'Header' | 'Person' | 'Requests'>): void {
    const requests = this.#requests.get(need(row.requestsId, row, 'requestsId', 'Requests record ID'));
    if (!requests)
      throw row.fault('requestsId', 'holds a Requests record ID that no row of the Requests Records table has');
    if (row.personId === undefined) row.remark('a row without a Person ID is taken by its Requests record ID alone');
    else if (row.personId !== requests.personId)
      throw row.fault('personId', 'holds another Person ID than the row of its Requests record ID');
    const { record } = requests;
    switch (tag) {
      case 'Assessment':
      case 'ActivePlans':
        putOnce(record, tag, row);
        return;
      case 'NamedPlan':
        putOnce(within(record, 'Assessment', row), tag, row);
        return;
      case 'PlanDetail':
        push(within(within(record, 'Assessment', row), 'NamedPlan', row), tag, row.record);
        return;
      case 'PlacementDetail':
      case 'SENneed':
        push(within(record, 'ActivePlans', row), tag, row.record);
    }
  }
}

function need(id: string | undefined, row: RecordRow, column: 'personId' | 'requestsId', name: string): string {
  if (id === undefined) throw row.fault(column, `holds no ${name}`);
  return id;
}

const tableOf = {
  Assessment: 'Assessments Records',
  NamedPlan: 'Named Plan Records',
  ActivePlans: 'Active Plan Records',
} as const;

function within(record: Fields, tag: keyof typeof tableOf, row: RecordRow): Fields {
  const held = record[tag];
  if (typeof held !== 'object' || Array.isArray(held))
    throw row.fault('requestsId', `holds a Requests record ID that no row of the ${tableOf[tag]} table has`);
  return held;
}

function putOnce(record: Fields, tag: keyof typeof tableOf, row: RecordRow): void {
  if (record[tag] !== undefined)
    throw row.fault('requestsId', 'holds a Requests record ID that another row of the table has');
  record[tag] = row.record;
}

function push(record: Fields, tag: string, one: Fields): void {
  const held = record[tag];
  if (Array.isArray(held)) held.push(one);
  else record[tag] = [one];
}
