import { parse } from 'csv-parse/sync';
import { reasonOf } from '../../shape/index.js';
import type { Field, OutputSettings } from '../adapter-file.js';
import { OutputFault, beginning } from '../output-fault.js';
import type { RawFinding } from '../raw-finding.js';

/**
 * A finding a row; rows of nothing but blank cells are passed over. A header without rows is no finding, and so is an
 * empty text where no header is expected.
 * @param needed the fields that the findings will be asked for
 * @throws OutputFault where it is no CSV, or has not the columns needed
 */
export function csvFindings(text: string, settings: OutputSettings, needed: readonly Field[]): RawFinding[] {
  const { delimiter = ',', header = true, skipLines = 0 } = settings;
  const [first, ...rest] = rowsOf(withoutLines(text, skipLines), delimiter);
  if (!header) return (first ? [first, ...rest] : []).map((row) => (field) => row[Number(field) - 1]);

  if (!first) throw new OutputFault('it is empty where the header of a CSV was expected');
  const columns = new Map<string, number>();
  for (const [index, name] of first.entries()) if (!columns.has(name.trim())) columns.set(name.trim(), index);
  const lacking = needed.find((field) => typeof field === 'string' && !columns.has(field));
  if (lacking !== undefined) {
    throw new OutputFault(
      `its CSV has no column ${JSON.stringify(lacking)}; its header is ${beginning(first.join(' | '))}`,
    );
  }
  return rest.map((row) => (field) => row[typeof field === 'number' ? field - 1 : (columns.get(field) ?? -1)]);
}

function rowsOf(text: string, delimiter: string): string[][] {
  let rows: string[][];
  try {
    rows = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    throw new OutputFault(`it is not CSV: ${reasonOf(error)}`);
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''));
}

function withoutLines(text: string, lines: number): string {
  let start = 0;
  for (let left = lines; left > 0; left--) {
    const end = text.indexOf('\n', start);
    if (end < 0) return '';
    start = end + 1;
  }
  return text.slice(start);
}
