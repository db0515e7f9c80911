/** A measurement: how much there was, and what it took. */
export interface Measured {
  /** Bytes of the file; above 0. */
  readonly bytes: number;
  /** Milliseconds, or bytes of memory; above 0. */
  readonly cost: number;
}

/** How a cost grows with the size of the file: as n to the power of `exponent`. */
export interface Growth {
  readonly exponent: number;
  /** Where it grows in another way before: the size from which this holds, and how it grows up to there. */
  readonly above: { readonly bytes: number; readonly exponentBelow: number } | null;
}

/** Two stretches are told apart where they bend by so much, and fit so much better than one line does. */
const leastBend = 0.25;
const leastGain = 4;
/** Points a stretch takes: any two lie on a line. */
const fewestPoints = 3;

/**
 * Fits the growth of a cost: straight lines through the logarithms, by least squares. One line, or two where the cost
 * clearly begins to grow in another way. Undefined for fewer than two sizes.
 */
export function fitGrowth(points: readonly Measured[]): Growth | undefined {
  if (new Set(points.map(({ bytes }) => bytes)).size < 2) return undefined;
  const sorted = [...points].sort((a, b) => a.bytes - b.bytes);
  const whole = fitLine(sorted);
  let best: { readonly growth: Growth; readonly error: number } | undefined;
  for (let at = fewestPoints - 1; at <= sorted.length - fewestPoints; at++) {
    // The point at the bend is of both stretches.
    const [below, above] = [fitLine(sorted.slice(0, at + 1)), fitLine(sorted.slice(at))];
    const error = below.error + above.error;
    const bend = sorted[at];
    if (!bend || Math.abs(above.slope - below.slope) < leastBend || (best && error >= best.error)) continue;
    best = {
      error,
      growth: { exponent: above.slope, above: { bytes: bend.bytes, exponentBelow: below.slope } },
    };
  }
  if (best && best.error * leastGain < whole.error) return best.growth;
  return { exponent: whole.slope, above: null };
}

function fitLine(points: readonly Measured[]): { readonly slope: number; readonly error: number } {
  const logs = points.map(({ bytes, cost }) => ({ x: Math.log(bytes), y: Math.log(cost) }));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(logs.map(({ x }) => x)), mean(logs.map(({ y }) => y))];
  const spread = logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const error = logs.reduce((sum, { x, y }) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  return { slope, error };
}

/** A growth in words, such as `time grows as n^1.9 above 20 MB, and as n^1.0 up to there`. */
export function growthInWords(what: string, { exponent, above }: Growth): string {
  const power = (value: number): string => `n^${Math.max(0, value).toFixed(1)}`;
  if (!above) return `${what} grows as ${power(exponent)}`;
  return `${what} grows as ${power(exponent)} above ${megabytes(above.bytes)}, and as ${power(above.exponentBelow)} up to there`;
}

/** Bytes as megabytes, to two digits at least. */
export function megabytes(bytes: number): string {
  const value = bytes / 1_000_000;
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} MB`;
}
