import { availableParallelism } from 'node:os';
import { yearCodes, type Crosswalk } from '../crosswalk/index.js';
import type { Capabilities, VerdictCounts } from '../judge/index.js';
import type { SuiteManifest } from '../suite/index.js';
import type { ResultsFooter, ResultsHeader, ValidatorIdentity } from './results.js';

/** What of a validator goes into a header. */
export interface HeaderValidator {
  readonly identity: ValidatorIdentity;
  readonly capabilities: Capabilities;
  /** The sha256 of its adapter; null or absent where there is none. */
  readonly adapter?: string | null;
  /** What its rules are called, and how grave they are, in a list of others; absent where there is none. */
  readonly crosswalk?: Crosswalk;
}

/** The header of a run that starts now, on this machine. */
export function makeHeader(
  kit: string,
  manifest: SuiteManifest,
  { identity, capabilities, adapter = null, crosswalk }: HeaderValidator,
  lists?: ResultsHeader['lists'],
): ResultsHeader {
  const { codes = {}, levels = {} } = crosswalk ? yearCodes(crosswalk, manifest.year) : {};
  return {
    type: 'header',
    format: 1,
    kit,
    suite: { digest: manifest.sha256, year: manifest.year, seed: manifest.seed, kit: manifest.kit },
    validator: { ...identity, granularity: capabilities.granularity, levels: capabilities.levels },
    adapter,
    machine: {
      platform: process.platform,
      arch: process.arch,
      cores: availableParallelism(),
      node: process.version,
    },
    ...(lists && Object.keys(lists).length > 0 && { lists }),
    ...(Object.keys(codes).length > 0 && { codes }),
    ...(Object.keys(levels).length > 0 && { levels }),
    started: timeOfResults(),
  };
}

/** The footer of a run that ends now. */
export function makeFooter(
  counts: VerdictCounts,
  stopped: string | null,
  listFaults: readonly string[] = [],
  notes: readonly string[] = [],
): ResultsFooter {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    type: 'footer',
    counts: { ...counts },
    total,
    stopped,
    ended: timeOfResults(),
    ...(listFaults.length > 0 && { listFaults }),
    ...(notes.length > 0 && { notes }),
  };
}

/** The one place where results read the clock. An ISO time in UTC. */
export function timeOfResults(): string {
  return new Date().toISOString();
}
