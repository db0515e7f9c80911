/**
 * The promise: the same seed makes the same bytes, on every machine, for as long as the algorithm version is the
 * same. If a hash here changes, whoever kept a seed gets another return from it: either undo the change, or give
 * `algorithmVersion` a new number and only then take the new hashes.
 */
import { createHash } from 'node:crypto';
import { algorithmVersion, headerFor, makePersonSource, persons } from '../../generators/index.js';
import { xmlWriter } from '../../output/xml/index.js';

const count = 50;

const hashes: Readonly<Record<number, string>> = {
  2023: 'fe5f07fe76128286f624be9937eccea032e4cbe741bb4223720d2507cab7eee7',
  2024: '9bba7b0a2b107e93842df403b14480cbdca7ac931c9f08c4d60ee4b52ff8ebbc',
  2025: '134d2318ea2e8263cc57e8ee0db3bae6f11f3605a805a438e50bcf784ee0e41b',
  2026: 'f044404226683074417cb16d5c7bbbbf7b3295492dc5af36c99ddd9e77647c9f',
  2027: '00ba52562218d1881bef2a8f222b25cfc9319a5252e0706bd510da7dcde47092',
};

describe('a return of 50 persons', () => {
  it.each(Object.entries(hashes))('of %s has the bytes that algorithm version 2 gave it', (text, hash) => {
    const year = Number(text);
    const key = { year, la: '202', seed: 'golden' };
    const writer = xmlWriter(year);
    const digest = createHash('sha256').update(writer.open(headerFor(key)));
    for (const person of persons(makePersonSource(key), 0, count)) digest.update(writer.person(person));
    digest.update(writer.close());
    expect([algorithmVersion, digest.digest('hex')]).toEqual([2, hash]);
  });
});
