import { arch, availableParallelism, platform } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Answer } from '../judge/index.js';
import type { ValidatorIdentity } from '../report/index.js';
import { withTimeout, type Validator } from '../run/index.js';
import { fitGrowth, type Growth } from './growth.js';
import { watchMemory } from './process-memory.js';

/** What a return of one size took. */
export interface ScalePoint {
  readonly persons: number;
  readonly bytes: number;
  /** Milliseconds; the middle one where it was put more than once. */
  readonly ms: number;
  /** The most memory that its processes held together; null for a validator that is none, and where the system does not tell. */
  readonly peakBytes: number | null;
  /** How many findings came back; a valid return has none. */
  readonly findings: number;
}

/** How a validator takes returns of growing size. Checked against `scale.v1.schema.json` in the tests. */
export interface Scale {
  readonly format: 1;
  readonly kit: string;
  readonly year: number;
  readonly validator: ValidatorIdentity;
  readonly machine: {
    readonly platform: string;
    readonly arch: string;
    readonly cores: number;
    readonly node: string;
  };
  readonly points: readonly ScalePoint[];
  /** Why larger returns were not put; null where all were. */
  readonly stopped: string | null;
  /** Null where fewer than two sizes were measured. */
  readonly time: Growth | null;
  readonly memory: Growth | null;
}

export interface ScaleOptions {
  readonly kit: string;
  readonly year: number;
  /** Sizes in persons, smallest first. */
  readonly sizes: readonly number[];
  /** Seconds for all of it: a return that would take longer than is left is not put. */
  readonly maxSeconds: number;
  /** Makes a valid return of so many persons, in place of the one before. */
  readonly makeFile: (persons: number) => Promise<{ readonly file: string; readonly bytes: number }>;
  readonly onPoint?: (point: ScalePoint) => void;
  readonly signal?: AbortSignal;
}

/** Puts larger and larger returns to a validator. It throws what `makeFile` does. */
export async function measureScale(validator: Validator, options: ScaleOptions): Promise<Scale> {
  const { kit, year, sizes, maxSeconds, makeFile, onPoint, signal } = options;
  const deadline = performance.now() + maxSeconds * 1000;
  const left = (): number => deadline - performance.now();
  const hasMemory = validator.identity.kind === 'cmd' || validator.identity.kind === 'stdio';
  const points: ScalePoint[] = [];
  let stopped: string | null = null;
  for (const persons of sizes) {
    const next = expectedMs(points, persons);
    if (next > left()) {
      stopped = `${persons.toLocaleString('en-GB')} persons would take longer than is left of ${maxSeconds} s`;
      break;
    }
    const { file, bytes } = await makeFile(persons);
    const put = await putOften(validator, { file, year }, { hasMemory, left, signal });
    if ('why' in put) {
      stopped = signal?.aborted === true ? 'it was stopped' : `${persons.toLocaleString('en-GB')} persons: ${put.why}`;
      break;
    }
    const point = { persons, bytes, ...put };
    points.push(point);
    onPoint?.(point);
  }
  const machine = { platform: platform(), arch: arch(), cores: availableParallelism(), node: process.version };
  const time = fitGrowth(points.map(({ bytes, ms }) => ({ bytes, cost: ms })));
  const memory = fitGrowth(
    points.flatMap(({ bytes, peakBytes }) => (peakBytes === null ? [] : [{ bytes, cost: peakBytes }])),
  );
  return {
    format: 1,
    kit,
    year,
    validator: validator.identity,
    machine,
    points,
    stopped,
    time: time ?? null,
    memory: memory ?? null,
  };
}

/** Milliseconds that a size will take, from the last two; 0 where there are not two yet. */
function expectedMs(points: readonly ScalePoint[], persons: number): number {
  const [before, last] = points.slice(-2);
  if (!before || !last) return 0;
  const growth = Math.max(0, Math.log(last.ms / before.ms) / Math.log(last.persons / before.persons));
  return last.ms * (persons / last.persons) ** growth;
}

/** Short ones are put three times, of which the middle one counts. */
const shortMs = 2000;
const rounds = 3;

interface PutOften {
  readonly hasMemory: boolean;
  readonly left: () => number;
  readonly signal: AbortSignal | undefined;
}

type Put = Pick<ScalePoint, 'ms' | 'peakBytes' | 'findings'> | { readonly why: string };

async function putOften(
  validator: Validator,
  request: { readonly file: string; readonly year: number },
  { hasMemory, left, signal }: PutOften,
): Promise<Put> {
  const times: number[] = [];
  let peakBytes: number | null = null;
  let findings = 0;
  for (let round = 0; round < rounds && (times[0] ?? 0) <= shortMs; round++) {
    const limit = left();
    // A time limit has to be more than nothing.
    if (limit < 1) break;
    const watch = hasMemory ? watchMemory() : undefined;
    const started = performance.now();
    const answer = await withTimeout(validator, limit).validate(request, signal);
    times.push(performance.now() - started);
    const held = watch?.stop() ?? null;
    if (held !== null) peakBytes = Math.max(peakBytes ?? 0, held);
    if (answer.kind !== 'findings') return { why: whyNot(answer) };
    findings = answer.findings.length;
  }
  const ms = times.sort((a, b) => a - b)[times.length >> 1];
  return ms === undefined ? { why: 'no time was left' } : { ms, peakBytes, findings };
}

function whyNot(answer: Exclude<Answer, { kind: 'findings' }>): string {
  return answer.kind === 'unsupported' ? `not supported: ${answer.why}` : answer.why;
}
