import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  manifestOfCases,
  packedSuiteCases,
  suiteCases,
  writePackedSuite,
  writeSuite,
} from '../../../conformance/suite/index.js';

describe('the manifest of a suite that is not written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sen2kit manifest '));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const options = { year: 2025, seed: 'a', kit: '1', select: ['PER-01*', 'REQ-19.*'] };

  it('is that of the same suite when it is written', () => {
    expect(manifestOfCases(suiteCases(options), options)).toEqual(writeSuite(made('plain'), options));
  });

  it('is so when it is packed', () => {
    const packed = manifestOfCases(packedSuiteCases(options), { ...options, packed: true });
    expect(packed).toEqual(writePackedSuite(made('packed'), options).manifest);
    expect(packed.sha256).not.toBe(manifestOfCases(suiteCases(options), options).sha256);
  });

  function made(name: string): string {
    return mkdtempSync(join(folder, name));
  }
});
