import { validatorInWords } from '../report/index.js';
import { growthInWords, megabytes } from './growth.js';
import type { Scale } from './measure-scale.js';

/** What is to be said of a scale in sentences, the growth first. */
export function scaleLines({ time, memory, stopped, points }: Scale): readonly string[] {
  const wrong = points.filter(({ findings }) => findings > 0).length;
  return [
    ...(time ? [growthInWords('time', time)] : ['too few sizes were measured to say how time grows']),
    ...(memory ? [growthInWords('memory', memory)] : []),
    ...(wrong > 0 ? [`findings came back for ${wrong} of the returns, all of which are valid`] : []),
    ...(stopped === null ? [] : [`stopped: ${stopped}`]),
  ];
}

/** Head and rows of the table of sizes. */
export function scaleTable({ points }: Scale): readonly (readonly string[])[] {
  const head = ['Persons', 'Size', 'Seconds', 'MB/s', 'Peak memory'];
  const rows = points.map(({ persons, bytes, ms, peakBytes }) => [
    persons.toLocaleString('en-GB'),
    megabytes(bytes),
    (ms / 1000).toFixed(2),
    (bytes / 1000 / ms).toFixed(1),
    peakBytes === null ? '-' : megabytes(peakBytes),
  ]);
  return [head, ...rows];
}

/** A scale as text to read. */
export function scaleText(scale: Scale): string {
  const table = scaleTable(scale);
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
  return `${[`${validatorInWords(scale.validator)}, ${scale.year}`, '', ...lines, '', ...scaleLines(scale)].join('\n')}\n`;
}
