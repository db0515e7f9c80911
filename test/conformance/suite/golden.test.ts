/**
 * The promise: for a seed a suite is byte-identical on every machine, for as long as the algorithm version is the same.
 * The cases are a few of each kind, so that a new case changes nothing here. If a digest changes, whoever kept a seed
 * gets other files from it: either undo the change, or give `algorithmVersion` a new number and take the new digests.
 */
import { createHash } from 'node:crypto';
import { algorithmVersion } from '../../../generators/index.js';
import { buildCases } from '../../../conformance/suite/index.js';

const select = [
  'valid.issued-on-time',
  'valid.crlf',
  'PER-13.wrong-check-letter',
  'RET-04.three-of-twenty',
  'PLC-17.sixteen-on-census-day',
  'FILE-01.crossed-tags',
  'FILE-02.nul',
];

const digests: Readonly<Record<number, string>> = {
  2023: '91c81d262fc39f4d7ba0063f380410bd07738e0e4c9ed5fcc5c9500fc248b797',
  2024: '769c6c942c43c3b09e0dd43c2598b3d41b0a10bb8a075ec7263cb4ba1fdbed49',
  2025: '780e36828d79dc74c9b08319787578e7a71268abec02e9277b408b606ba7a342',
  2026: '8f396e9670df8fb794179c48a186117b6acc75743dd725d6e6e51027ac0603f8',
  2027: '5ef77c3ce7f9debd6880c64026bd2f5c92f8bac1c79bfeeb787deef36565030d',
};

describe('the cases of a suite', () => {
  it.each(Object.entries(digests))('of %s have the bytes that algorithm version 2 gave them', (text, digest) => {
    const cases = buildCases({ year: Number(text), seed: 'golden', kit: 'test', select });
    const hash = createHash('sha256');
    for (const { case: one, file } of cases) hash.update(`${JSON.stringify(one)}\n`).update(file);
    expect([algorithmVersion, hash.digest('hex')]).toEqual([2, digest]);
  });
});
