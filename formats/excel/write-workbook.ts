import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Style } from 'exceljs';
import { escapeCellText } from './escape-text.js';
import type { WrittenRow } from './sheet-rows.js';
import { sheetName } from './tables.js';
import { withoutClock } from './zip/without-clock.js';

/** Text, and nothing that Excel might take it for when somebody types over it: zeros at the start stay. */
const text: Partial<Style> = { numFmt: '@' };
const styles: Readonly<Record<WrittenRow['kind'], Partial<Style>>> = {
  title: { numFmt: '@', font: { bold: true, size: 14 } },
  labels: { numFmt: '@', font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } },
  record: text,
  blank: text,
};

/** Rows after which the packing, which is done by other threads, is let in. */
const rowsAtOnce = 1000;
const columnWidth = 18;
const mostWideColumns = 16;

/** Makes a workbook with one worksheet of the rows given. What is made from the same rows is the same, whatever the clock. */
export async function writeWorkbook(rows: Iterable<WrittenRow>): Promise<Uint8Array> {
  // Loaded when it is needed: it takes longer to load than most commands to run.
  const { default: exceljs } = await import('exceljs');
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write: (piece: Buffer, _, done) => {
      pieces.push(piece);
      done();
    },
  });
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true, useStyles: true });
  workbook.creator = workbook.lastModifiedBy = 'sen2kit';
  workbook.created = workbook.modified = new Date(0);
  const sheet = workbook.addWorksheet(sheetName);
  for (let column = 1; column <= mostWideColumns; column++) sheet.getColumn(column).width = columnWidth;
  let count = 0;
  for (const { kind, cells } of rows) {
    const row = sheet.addRow([]);
    for (const [index, value] of cells.entries()) {
      if (value === undefined) continue;
      const cell = row.getCell(index + 1);
      cell.value = typeof value === 'string' ? escapeCellText(value) : value;
      if (typeof value === 'string') cell.style = styles[kind];
    }
    row.commit();
    count += 1;
    if (count % rowsAtOnce === 0) await setImmediate();
  }
  await workbook.commit();
  const bytes = Buffer.concat(pieces);
  withoutClock(bytes);
  return bytes;
}
