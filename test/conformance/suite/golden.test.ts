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
  2023: '4c826c39ecaa8d48a601cef8fb0f47ab0c4cdcd749f4d7456cce51b8be3e8546',
  2024: '4faadcd464efa6d6192e5127e9d4748c17c5b3ba614f432cc8e6b4b4f9073052',
  2025: 'c72d59cfef5e835612b074daf3a6abf17ca9ef101bb756e9c84bcd61d57b8c4d',
  2026: '0679f6f7f7ba778566c6e13cc4a417e17b74212acabcee829bf7ca348c57c65e',
  2027: 'f2fda63f435dd89071aa09858a28439cd060c9c409f3e7a033e0af48e393fc10',
};

describe('the cases of a suite', () => {
  it.each(Object.entries(digests))('of %s have the bytes that algorithm version 1 gave them', (text, digest) => {
    const cases = buildCases({ year: Number(text), seed: 'golden', kit: 'test', select });
    const hash = createHash('sha256');
    for (const { case: one, file } of cases) hash.update(`${JSON.stringify(one)}\n`).update(file);
    expect([algorithmVersion, hash.digest('hex')]).toEqual([1, digest]);
  });
});
