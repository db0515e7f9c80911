import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { formatOf, loadFormat, remarkLog, type FormatName, type Place } from '../../formats/index.js';
import { isList, type Fields } from '../../output/index.js';
import type { Return } from '../../src/return/index.js';
import { removeFolders, sampleReturn, temporaryFolder, write } from './kit.js';

afterAll(removeFolders);

const year = 2026;
const made = sampleReturn(year);
// Line breaks in a cell, after which rows and lines have other numbers.
const [first, ...others] = made.Persons?.Person ?? [];
const sample: Return = { ...made, Persons: { Person: [{ ...first, Surname: 'three\r\nlines\n' }, ...others] } };

/** Every item that is there by its path, with its value, and every record. */
function contents(held: Fields, path: string, into: Map<string, string | undefined>): Map<string, string | undefined> {
  into.set(path, undefined);
  for (const [tag, value] of Object.entries(held)) {
    if (value === undefined) continue;
    if (typeof value === 'string') into.set(`${path}/${tag}`, value);
    else if (isList(value)) for (const [at, one] of value.entries()) contents(one, `${path}/${tag}[${at + 1}]`, into);
    else contents(value, `${path}/${tag}`, into);
  }
  return into;
}

const all = contents({ ...sample }, '/Message', new Map());
const items = [...all].filter((one): one is [string, string] => one[1] !== undefined);

async function locate(name: FormatName, paths: Iterable<string>): Promise<[string, ReadonlyMap<string, Place>]> {
  const path = join(temporaryFolder(), 'return');
  await write(name, path, sample, year);
  return [path, await (await loadFormat(name)).locate(path, paths, { remarks: remarkLog() })];
}

const gone = '/Message/Persons/Person[2]/Requests[1]/Exported';
const goneRecord = '/Message/Persons/Person[2]/Requests[7]/Assessment/AssessmentOutcome';
const nobody = '/Message/Persons/Person[99]/UPN';

describe('what a path names is found', () => {
  it('in XML', async () => {
    const [path, places] = await locate('xml', [...all.keys(), gone, goneRecord, nobody, 'no path']);
    const lines = readFileSync(path, 'utf8').split('\n');
    for (const one of all.keys()) {
      const place = places.get(one);
      if (place?.kind !== 'line') throw new Error(`${one} is not found`);
      const tag = /(\w+)(\[\d+\])?$/.exec(one)?.[1] ?? '';
      expect([one, lines[place.line - 1]?.slice(place.column - 1)]).toEqual([
        one,
        expect.stringMatching(`^<${tag}[>/]`) as string,
      ]);
    }
    expect(places.get(gone)).toEqual(places.get('/Message/Persons/Person[2]/Requests[1]'));
    expect(places.get(goneRecord)).toEqual(places.get('/Message/Persons/Person[2]'));
    expect([places.has(nobody), places.has('no path')]).toEqual([false, false]);
  });

  it('in the COLLECT export', async () => {
    const [path, places] = await locate('csv', [...all.keys(), gone, goneRecord, nobody]);
    const files = new Map<string, string[][]>();
    const rowsOf = (file: string): string[][] => {
      const rows = files.get(file) ?? parse(readFileSync(join(path, file), 'utf8'));
      files.set(file, rows);
      return rows;
    };
    expect(items.length).toBeGreaterThan(200);
    for (const [one, value] of items) {
      const place = places.get(one);
      if (place?.kind !== 'row') throw new Error(`${one} is not found`);
      const rows = rowsOf(place.file);
      const cell = rows[place.row - 1]?.[rows[0]?.indexOf(place.column ?? '') ?? -1];
      // Dates are written in another way.
      const [found, wanted] = /^\d{4}-\d\d-/.test(value) ? [cell?.slice(0, 4), value.slice(0, 4)] : [cell, value];
      expect([one, found]).toEqual([one, wanted]);
    }
    const person = places.get('/Message/Persons/Person[2]');
    expect(person).toEqual({ kind: 'row', file: 'Blade-Export_12-02-2026_person.csv', row: 3, line: 5 });
    expect(places.get(goneRecord)).toEqual(person);
    expect(places.get(gone)).toEqual(places.get('/Message/Persons/Person[2]/Requests[1]'));
    // Looked at as an editor shows it.
    const text = readFileSync(join(path, 'Blade-Export_12-02-2026_person.csv'), 'utf8');
    expect(text.split(/\r\n|\n/)[4]).toMatch(/^2,202,2,/);
    expect(places.get('/Message/Persons')).toEqual({ ...person, row: 1, line: undefined });
    expect(places.has(nobody)).toBe(false);
  });

  it('in JSON Lines', async () => {
    const [path, places] = await locate('jsonl', [...all.keys(), gone, goneRecord, nobody]);
    const lines = readFileSync(path, 'utf8').split('\n');
    for (const [one, value] of items) {
      const place = places.get(one);
      if (place?.kind !== 'line') throw new Error(`${one} is not found`);
      const tag = one.slice(one.lastIndexOf('/') + 1);
      const text = lines[place.line - 1]?.slice(place.column - 1) ?? '';
      expect([one, text.startsWith(`${JSON.stringify(tag)}:${JSON.stringify(value)}`)]).toEqual([one, true]);
    }
    expect(places.get(goneRecord)).toEqual({ kind: 'line', line: 3, column: 1 });
    expect(places.get(gone)).toEqual(places.get('/Message/Persons/Person[2]/Requests[1]'));
    expect(places.get('/Message/Persons')).toEqual({ kind: 'line', line: 1, column: 1 });
    expect(places.has(nobody)).toBe(false);
  });
});

describe('the format of a path', () => {
  it('is told by its name', () => {
    const folder = temporaryFolder();
    expect(formatOf('a.XML')).toBe('xml');
    expect(['a.jsonl', 'a.ndjson'].map(formatOf)).toEqual(['jsonl', 'jsonl']);
    expect([folder, 'none/', 'Blade-Export_1_person.csv'].map(formatOf)).toEqual(['csv', 'csv', 'csv']);
    expect(['a', 'a.csv', 'a.txt', 'Blade-Export_1_other.csv'].map(formatOf)).toEqual(Array(4).fill(undefined));
  });
});
