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

/** Fields that a granularity, or judging of levels, cannot do without. */
function checkNeeds(file: AdapterFile): Complaint[] {
  const fields = fieldsOf(file);
  const { granularity, levels } = file;
  const complaints: Complaint[] = [];
  const lacks = (what: string): void => {
    complaints.push({ path: ['granularity'], what: `granularity "${granularity}" needs ${what}` });
  };
  const recognised = personParts.some((part) => fields.person?.[part] !== undefined);
  const tellsRecord = fields.path !== undefined || fields.record !== undefined || fields.line !== undefined;
  const tellsPerson = recognised || tellsRecord;
  const tellsItem = fields.path !== undefined || fields.line !== undefined || fields.item !== undefined;
  const tellsPath =
    fields.path !== undefined || fields.line !== undefined || (fields.record && fields.item) !== undefined;

  if ((granularity === 'person' || granularity === 'item') && !tellsPerson) {
    lacks('fields.person, fields.path, fields.record or fields.line, to tell which person a finding is about');
  }
  if (granularity === 'record' && !tellsRecord) {
    lacks('fields.path, fields.record or fields.line, to tell which record a finding is in');
  }
  if (granularity === 'item' && !tellsItem) {
    lacks('fields.item, fields.path or fields.line, to tell which item a finding is at');
  }
  if (granularity === 'path' && !tellsPath) {
    lacks('fields.path, fields.line, or fields.record and fields.item, to tell where a finding is');
  }
  if (fields.person !== undefined && !recognised) {
    complaints.push({ path: ['fields', 'person'], what: 'fields.person says nothing a person is recognised by' });
  }
  if (levels !== undefined && fields.level === undefined) {
    complaints.push({ path: ['levels'], what: 'levels needs fields.level, to tell which level a finding has' });
  }
  return complaints;
}
