import { availableParallelism } from 'node:os';
import type { Capabilities, VerdictCounts } from '../judge/index.js';
import type { SuiteManifest } from '../suite/index.js';
import type { ResultsFooter, ResultsHeader, ValidatorIdentity } from './results.js';

/** What of a validator goes into a header. */
export interface HeaderValidator {
  readonly identity: ValidatorIdentity;
  readonly capabilities: Capabilities;
  /** The sha256 of its adapter; null or absent where there is none. */
  readonly adapter?: string | null;
}

/** The header of a run that starts now, on this machine. */
export function makeHeader(
  kit: string,
  manifest: SuiteManifest,
  { identity, capabilities, adapter = null }: HeaderValidator,
  lists?: ResultsHeader['lists'],
): ResultsHeader {
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
    started: now(),
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
    ended: now(),
    ...(listFaults.length > 0 && { listFaults }),
    ...(notes.length > 0 && { notes }),
  };
}

/** The one place where results read the clock. */
function now(): string {
  return new Date().toISOString();
}
