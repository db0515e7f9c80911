import { ddmin } from './ddmin.js';
import { Reduction, type ReductionOptions } from './reduction.js';

export type BytesReduction = Reduction<Uint8Array>;

export function bytesReduction(file: Uint8Array, options: ReductionOptions): BytesReduction {
  return new Reduction(file, (bytes) => bytes, options);
}

/** Bytes that are looked at one by one: each may cost a question. */
const mostSingly = 4096;

const [lineFeed, less, greater] = [0x0a, 0x3c, 0x3e];

/**
 * Leaves out lines, then tags and what stands between them, then bytes.
 * @throws OutOfTime, RunAborted
 */
export async function reduceBytes(reduction: BytesReduction): Promise<void> {
  await reducePieces(reduction, (byte) => byte === lineFeed);
  await reducePieces(reduction, (byte, next) => byte === greater || next === less);
  if (reduction.best.length <= mostSingly) await reducePieces(reduction, () => true);
}

async function reducePieces(
  reduction: BytesReduction,
  endsAfter: (byte: number, next: number | undefined) => boolean,
): Promise<void> {
  const whole = reduction.best;
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < whole.length; at += 1) {
    if (!endsAfter(whole[at] ?? 0, whole[at + 1])) continue;
    pieces.push(whole.subarray(from, at + 1));
    from = at + 1;
  }
  if (from < whole.length) pieces.push(whole.subarray(from));
  await ddmin(pieces, (kept) => reduction.take(Buffer.concat(kept)));
}
