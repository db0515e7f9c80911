import { readFile } from 'node:fs/promises';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { asObject, hint } from '../shape/index.js';
import type { AdapterFault } from './adapter-error.js';
import type { AdapterFile } from './adapter-file.js';
import type { JsonPath, JsonSource } from './json-source.js';

/** Seen from the compiled file. */
const schemaFile = new URL('../../../conformance/schemas/adapter.v1.schema.json', import.meta.url);

let compiled: Promise<ValidateFunction<AdapterFile>> | undefined;

async function compile(): Promise<ValidateFunction<AdapterFile>> {
  // Loaded with the first adapter: no other command is to wait for it.
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const schema = asObject(JSON.parse(await readFile(schemaFile, 'utf8')), 'the schema');
  return new Ajv2020({ strict: true, allErrors: true, verbose: true }).compile<AdapterFile>(schema);
}

/** The value of a source as an adapter file, or what the schema has against it. */
export async function heldToSchema(
  source: JsonSource,
): Promise<{ readonly settings: AdapterFile } | { readonly faults: readonly AdapterFault[] }> {
  compiled ??= compile();
  const isAdapter = await compiled;
  const { value } = source;
  if (isAdapter(value)) return { settings: value };
  const errors = (isAdapter.errors ?? []).filter(isTold);
  const faults = new Map<string, AdapterFault>();
  for (const error of errors) {
    const fault = toFault(error, source);
    faults.set(JSON.stringify(fault), fault);
  }
  return { faults: [...faults.values()] };
}

/** Whether an error is not just what led to another, which says it better. */
function isTold({ keyword, schemaPath }: ErrorObject): boolean {
  return keyword !== 'if' && !/\/anyOf\/\d+\//.test(schemaPath);
}

function toFault(error: ErrorObject, source: JsonSource): AdapterFault {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const where = path.length === 0 ? 'the adapter' : path.join('.');
  const { params, data, parentSchema } = error;
  const at = (more: JsonPath, what: string): AdapterFault =>
    source.faultAt([...located(source.value, path), ...more], what);
  const about = descriptionOf(parentSchema);

  switch (error.keyword) {
    case 'required':
      return at([], `${where} lacks ${quoted(params['missingProperty'])}`);
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const known = Object.keys(asFields(parentSchema?.['properties'])).filter((key) => key !== '$schema');
      return at(
        [name],
        `${quoted(name)} is nothing that ${where} has${hint(name, known) || `: it has ${known.join(', ')}`}`,
      );
    }
    case 'false schema':
      return at([], `${where} means nothing for this format of output; take it out`);
    case 'const':
      return at([], `${where} must be ${JSON.stringify(params['allowedValue'])}`);
    case 'enum':
      return at([], `${where} is ${told(data)}; it must be one of ${listOf(params['allowedValues'])}`);
    case 'type':
      return at([], `${where} is ${told(data)}; it must be of type ${String(params['type'])}`);
    case 'anyOf':
      return at([], `${where} is ${told(data)}; it must be ${about}`);
    case 'pattern':
      return at([], `${where} is ${told(data)}, which is not of its form: ${about}`);
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return at([], `${where} is empty; take it out or fill it in`);
    default:
      return at([], `${where} ${error.message ?? 'is wrong'}`);
  }
}

/** Steps into lists as numbers, which a pointer has as text. */
function located(value: unknown, path: readonly string[]): JsonPath {
  let current = value;
  return path.map((step) => {
    const isList = Array.isArray(current);
    current = asFields(current)[step];
    return isList ? Number(step) : step;
  });
}

function asFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function descriptionOf(schema: unknown): string {
  const description = asFields(schema)['description'];
  return typeof description === 'string' ? description.replace(/\.$/, '') : 'something else';
}

function quoted(name: unknown): string {
  return JSON.stringify(String(name));
}

function listOf(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : '';
}

/** A value in a few characters. */
function told(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
