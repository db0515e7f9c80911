import { buildCases, defaultLa, type SuiteOptions } from './build-suite.js';
import type { BuiltCase, SuiteManifest } from './case.js';
import { packCases, type Packing } from './pack.js';
import type { WhyAlone } from './pack-choose.js';
import { writeCases } from './write-suite.js';

/** A packed suite as it was written, in numbers. */
export interface PackedSuite {
  readonly manifest: SuiteManifest;
  /** The returns that hold many cases, in the order they were made. */
  readonly returns: readonly { readonly file: string; readonly persons: number; readonly cases: number }[];
  /** How many cases keep a file of their own, by the reason. */
  readonly alone: Readonly<Record<WhyAlone, number>>;
}

/**
 * Writes a suite in which cases about one person share a file into an empty folder.
 * @throws as `buildCases` and `packCases` do
 */
export function writePackedSuite(folder: string, options: SuiteOptions): PackedSuite {
  const { returns, lone, cases } = packing(options);
  const alone = { file: 0, return: 0, persons: 0, other: 0, size: 0, number: 0, parent: 0 };
  for (const { why } of lone) alone[why] += 1;
  return {
    manifest: writeCases(folder, cases, { ...options, packed: true }),
    returns: returns.map((one) => ({ file: one.file, persons: one.persons, cases: one.cases.length })),
    alone,
  };
}

/** The cases of a packed suite as they are written. @throws as `writePackedSuite` does */
export function packedSuiteCases(options: SuiteOptions): readonly BuiltCase[] {
  return packing(options).cases;
}

function packing(options: SuiteOptions): Packing {
  const { year, seed, la = defaultLa } = options;
  return packCases(buildCases(options), { year, seed, la });
}
