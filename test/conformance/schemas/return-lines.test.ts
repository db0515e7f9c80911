import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { collectionYears, message, type GroupNode } from '../../../src/model/index.js';
import { removeFolders, sampleReturn, temporaryFolder, write } from '../../formats/kit.js';

afterAll(removeFolders);

interface Schema {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: boolean;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(`conformance/schemas/${name}.v1.schema.json`), 'utf8'));
const head = read('return-head') as { properties: { sen2: { properties: { header: Schema } } } };
const person = read('return-person') as Schema;
const ajv = new Ajv2020({ strict: true, allErrors: true });
const isHead = ajv.compile(head);
const isPerson = ajv.compile(person);

/** What a container is as JSON, with the items of all years. */
function schemaOf({ children }: GroupNode): Schema {
  const properties = children.map((child): [string, Schema] => {
    if (child.kind === 'item') return [child.tag, { type: 'string' }];
    return [child.tag, child.repeats ? { type: 'array', items: schemaOf(child) } : schemaOf(child)];
  });
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
}

function groupAt(node: GroupNode, ...tags: readonly string[]): GroupNode {
  const [first, ...rest] = tags;
  if (first === undefined) return node;
  const child = node.children.find((one) => one.tag === first);
  if (child?.kind !== 'group') throw new Error(`no ${first}`);
  return groupAt(child, ...rest);
}

function faults(is: ValidateFunction, line: unknown): unknown {
  return is(line) ? [] : is.errors?.map(({ instancePath, message: said }) => `${instancePath} ${said ?? ''}`);
}

describe('the JSON Schemas of a return in JSON Lines', () => {
  it('have the items of the message, of all years', () => {
    const { type, properties, additionalProperties } = person;
    expect({ type, properties, additionalProperties }).toEqual(schemaOf(groupAt(message, 'Persons', 'Person')));
    expect(head.properties.sen2.properties.header).toEqual(schemaOf(groupAt(message, 'Header')));
  });

  it.each(collectionYears)('hold for what is written, of %i', async (year) => {
    const path = join(temporaryFolder(), 'return.jsonl');
    await write('jsonl', path, sampleReturn(year, 30), year);
    const [first, ...others] = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(faults(isHead, first)).toEqual([]);
    expect(others.length).toBe(30);
    for (const line of others) expect(faults(isPerson, line)).toEqual([]);
  });

  it('refuse what is no line', () => {
    expect(faults(isPerson, { UPN: null })).not.toEqual([]);
    expect(faults(isPerson, { Requests: {} })).not.toEqual([]);
    expect(faults(isPerson, { Upn: 'x' })).not.toEqual([]);
    expect(faults(isHead, { sen2: { format: 2, year: 2025, header: {} } })).not.toEqual([]);
  });
});
