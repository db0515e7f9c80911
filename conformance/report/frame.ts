import { availableParallelism } from 'node:os';
import type { Capabilities, VerdictCounts } from '../judge/index.js';
import type { SuiteManifest } from '../suite/index.js';
import type { ResultsFooter, ResultsHeader, ValidatorIdentity } from './results.js';

/** The header of a run that starts now, on this machine. */
export function makeHeader(
  kit: string,
  manifest: SuiteManifest,
  identity: ValidatorIdentity,
  capabilities: Capabilities,
): ResultsHeader {
  return {
    type: 'header',
    format: 1,
    kit,
    suite: { digest: manifest.sha256, year: manifest.year, seed: manifest.seed, kit: manifest.kit },
    validator: { ...identity, granularity: capabilities.granularity, levels: capabilities.levels },
    adapter: null,
    machine: {
      platform: process.platform,
      arch: process.arch,
      cores: availableParallelism(),
      node: process.version,
    },
    started: now(),
  };
}

/** The footer of a run that ends now. */
export function makeFooter(counts: VerdictCounts, stopped: string | null): ResultsFooter {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { type: 'footer', counts: { ...counts }, total, stopped, ended: now() };
}

/** The one place where results read the clock. */
function now(): string {
  return new Date().toISOString();
}
