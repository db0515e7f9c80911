import { hint } from '../shape/index.js';
import { personParts, type AdapterFile, type Field, type FieldSettings } from './adapter-file.js';
import { fieldsOf } from './adapter.js';
import type { JsonPath } from './json-source.js';
import { compileRegex } from './regex.js';

/** Something wrong at a place of an adapter file. */
export interface Complaint {
  readonly path: JsonPath;
  readonly what: string;
}

interface NamedField {
  readonly path: JsonPath;
  readonly field: Field;
}

/** Every field that the file names, and where. */
function namedFields({ code, person = {}, record, ...others }: FieldSettings): NamedField[] {
  const named = (path: JsonPath, field: Field | undefined): NamedField[] =>
    field === undefined ? [] : [{ path: ['fields', ...path], field }];
  const isList = typeof code === 'object';
  return [
    ...(isList ? code.flatMap((field, index) => named(['code', index], field)) : named(['code'], code)),
    ...Object.entries(others).flatMap(([name, field]) => named([name], field)),
    ...personParts.flatMap((part) => named(['person', part], person[part])),
    ...named(['record', 'table'], record?.table),
    ...named(['record', 'row'], record?.row),
  ];
}

/** What is wrong with the fields of a file that the schema has nothing against. */
export function checkFields(file: AdapterFile): Complaint[] {
  const named = namedFields(file.fields ?? {});
  return [...named.flatMap((one) => checkKind(one, file)), ...checkGroups(named, file), ...checkNeeds(file)];
}

/** A number is a column, and a column without a header has nothing but a number. */
function checkKind({ path, field }: NamedField, { output }: AdapterFile): Complaint[] {
  const where = path.join('.');
  if (output.format !== 'csv' && typeof field === 'number') {
    return [{ path, what: `${where} is a number, which only csv has fields by; give its name` }];
  }
  if (output.format === 'csv' && output.header === false && typeof field === 'string') {
    return [{ path, what: `${where} is a name, but the csv has no header; give the number of the column, from 1` }];
  }
  return [];
}

function checkGroups(named: readonly NamedField[], { output }: AdapterFile): Complaint[] {
  if (output.format !== 'regex') return [];
  const compiled = compileRegex(output.pattern ?? '', output.flags);
  if (typeof compiled === 'string') {
    return [{ path: ['output', 'pattern'], what: `output.pattern is no regular expression: ${compiled}` }];
  }
  return named
    .filter(({ field }) => typeof field === 'string' && !compiled.names.includes(field))
    .map(({ path, field }) => ({
      path,
      what: `${path.join('.')}: output.pattern has no group (?<${field}>...)${hint(String(field), compiled.names)}`,
    }));
}

/** What a granularity cannot do without. */
interface Need {
  /** In words. */
  readonly what: string;
  isMet(fields: FieldSettings): boolean;
}

const isRecognised = ({ person }: FieldSettings): boolean => personParts.some((part) => person?.[part] !== undefined);
const tellsRecord = ({ path, record, line }: FieldSettings): boolean =>
  path !== undefined || record !== undefined || line !== undefined;
const tellsPerson = (fields: FieldSettings): boolean => isRecognised(fields) || tellsRecord(fields);

const tellPerson: Need = {
  what: 'fields.person, fields.path, fields.record or fields.line, to tell which person a finding is about',
  isMet: tellsPerson,
};

/** What is needed of a line beside it: the line of an item that is missing is that of what it is missing from. */
const lineAlone = 'a line alone tells no more than a record, since an item that is missing has none';

const needs: Readonly<Record<AdapterFile['granularity'], readonly Need[]>> = {
  rule: [],
  person: [tellPerson],
  record: [
    {
      what: 'fields.path, fields.record or fields.line, to tell which record a finding is in',
      isMet: tellsRecord,
    },
  ],
  item: [
    tellPerson,
    {
      what: `fields.item or fields.path, to tell which item a finding is at; ${lineAlone}`,
      isMet: ({ path, item }) => path !== undefined || item !== undefined,
    },
  ],
  path: [
    {
      what: `fields.path, or fields.item with fields.record or fields.line, to tell where a finding is; ${lineAlone}`,
      isMet: (fields) => fields.path !== undefined || (fields.item !== undefined && tellsRecord(fields)),
    },
  ],
};

/** Whether the fields of an adapter file tell what a granularity needs. */
export function isToldAt(
  granularity: AdapterFile['granularity'],
  file: Pick<AdapterFile, 'output' | 'fields'>,
): boolean {
  const fields = fieldsOf(file);
  return needs[granularity].every((need) => need.isMet(fields));
}

/** Fields that a granularity, or judging of levels, cannot do without. */
function checkNeeds(file: AdapterFile): Complaint[] {
  const fields = fieldsOf(file);
  const { granularity, levels } = file;
  const complaints: Complaint[] = needs[granularity]
    .filter((need) => !need.isMet(fields))
    .map(({ what }) => ({ path: ['granularity'], what: `granularity "${granularity}" needs ${what}` }));
  if (fields.person !== undefined && !isRecognised(fields)) {
    complaints.push({ path: ['fields', 'person'], what: 'fields.person says nothing a person is recognised by' });
  }
  if (levels !== undefined && fields.level === undefined) {
    complaints.push({ path: ['levels'], what: 'levels needs fields.level, to tell which level a finding has' });
  }
  return complaints;
}
