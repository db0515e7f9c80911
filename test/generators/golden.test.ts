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
  2023: 'a9223708b6cc203d27f98df711f1fd28306f13c513186b969766703f31ce9833',
  2024: 'dbdd011e488e101fa465d2cb62229de5a3f5c592319c23ad6f1a3c48b62ac06b',
  2025: '77a4df3a65e3976d6a66b6f5d19296dfffc064f9da8278cf8f4c8dcf8670b5af',
  2026: '3e527bd2a7fddd747731cbd921358e597283865046138983cc81ba6082112f03',
  2027: 'b7b395f1c4f1ceb6d26a4413e85269e86e2419055b850d994ee5784aeb174efa',
};

describe('a return of 50 persons', () => {
  it.each(Object.entries(hashes))('of %s has the bytes that algorithm version 1 gave it', (text, hash) => {
    const year = Number(text);
    const key = { year, la: '202', seed: 'golden' };
    const writer = xmlWriter(year);
    const digest = createHash('sha256').update(writer.open(headerFor(key)));
    for (const person of persons(makePersonSource(key), 0, count)) digest.update(writer.person(person));
    digest.update(writer.close());
    expect([algorithmVersion, digest.digest('hex')]).toEqual([1, hash]);
  });
});
