import { validatorInWords } from '../report/index.js';
import { escapeMarkup } from '../shape/index.js';
import { htmlPage } from '../statement/html-page.js';
import { htmlFacts, htmlList, htmlTable } from '../statement/html-text.js';
import { statementStyle } from '../statement/statement-style.js';
import { lineChart } from './line-chart.js';
import { megabytes } from './growth.js';
import type { Scale } from './measure-scale.js';
import { scaleLines, scaleTable } from './scale-text.js';

/** A scale as a page that stands by itself: no script, nothing from elsewhere. */
export function scaleHtml(scale: Scale): string {
  const { validator, points, machine, year, kit } = scale;
  const title = `Time and memory of ${validatorInWords(validator)}`;
  const [head = [], ...rows] = scaleTable(scale);
  const seconds = points.map(({ bytes, ms }) => ({ x: bytes, y: ms / 1000 }));
  const memory = points.flatMap(({ bytes, peakBytes }) => (peakBytes === null ? [] : [{ x: bytes, y: peakBytes }]));
  const chart = (name: string, list: readonly { x: number; y: number }[], unit: (y: number) => string): string =>
    list.length < 2 ? '' : `<h2>${name}</h2>\n${lineChart({ name, points: list, xUnit: megabytes, yUnit: unit })}`;
  const inSeconds = (y: number): string => `${y < 10 ? y.toPrecision(1) : y.toFixed(0)} s`;
  return htmlPage({
    title,
    kit,
    style: `${statementStyle}${chartStyle}`,
    body: `<h1>${escapeMarkup(title)}</h1>
${htmlList(scaleLines(scale))}
${chart('Time by size of the return', seconds, inSeconds)}
${chart('Peak memory by size of the return', memory, megabytes)}
<h2>Figures</h2>
${htmlTable(head, rows, 0)}
${htmlFacts([
  ['Collection year', String(year)],
  ['Machine', `${machine.platform} ${machine.arch}, ${machine.cores} cores, node ${machine.node}`],
  ['sen2kit', kit],
])}`,
  });
}

const chartStyle = `
svg { width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: var(--text); }
svg .grid { stroke: var(--line); } svg .line { fill: none; stroke: var(--text); stroke-width: 2; } svg .dot { fill: var(--text); }
`;
