import { escapeMarkup } from '../shape/index.js';

/** A line to draw over logarithmic axes, on which growth as a power is a straight line. */
export interface LineChart {
  /** Told to those who cannot see it. */
  readonly name: string;
  /** Two or more, all above 0. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly xUnit: (x: number) => string;
  readonly yUnit: (y: number) => string;
}

const [width, height] = [720, 360];
const margin = { left: 80, right: 24, top: 12, bottom: 36 };

interface Axis {
  readonly ticks: readonly number[];
  /** 0 at the beginning of the axis, 1 at its end. */
  share(value: number): number;
}

/** From the power of ten below the least value to that above the greatest. */
function axis(values: readonly number[]): Axis {
  const from = Math.floor(Math.log10(Math.min(...values)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    ticks: Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i)),
    share: (value) => (Math.log10(value) - from) / (to - from),
  };
}

/** The chart as SVG, to stand in a page with the classes `grid`, `line` and `dot`. */
export function lineChart({ name, points, xUnit, yUnit }: LineChart): string {
  const [across, up] = [axis(points.map(({ x }) => x)), axis(points.map(({ y }) => y))];
  const xOf = (x: number): string => (margin.left + across.share(x) * (width - margin.left - margin.right)).toFixed(1);
  const yOf = (y: number): string =>
    (height - margin.bottom - up.share(y) * (height - margin.top - margin.bottom)).toFixed(1);
  const [bottom, right] = [height - margin.bottom, width - margin.right];
  const label = (x: string, y: string, anchor: string, text: string): string =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${escapeMarkup(text)}</text>`;
  const lines = [
    ...across.ticks.flatMap((tick) => [
      `<line class="grid" x1="${xOf(tick)}" x2="${xOf(tick)}" y1="${margin.top}" y2="${bottom}"/>`,
      label(xOf(tick), String(height - 12), 'middle', xUnit(tick)),
    ]),
    ...up.ticks.flatMap((tick) => [
      `<line class="grid" x1="${margin.left}" x2="${right}" y1="${yOf(tick)}" y2="${yOf(tick)}"/>`,
      label(String(margin.left - 8), String(Number(yOf(tick)) + 4), 'end', yUnit(tick)),
    ]),
    `<polyline class="line" points="${points.map(({ x, y }) => `${xOf(x)},${yOf(y)}`).join(' ')}"/>`,
    ...points.map(
      ({ x, y }) =>
        `<circle class="dot" cx="${xOf(x)}" cy="${yOf(y)}" r="4"><title>${escapeMarkup(`${xUnit(x)}: ${yUnit(y)}`)}</title></circle>`,
    ),
  ];
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(name)}">\n${lines.join('\n')}\n</svg>`;
}
