import { forbiddenIn } from '../../output/index.js';

/** What neither XML nor exceljs carries through: XML makes a line feed of a carriage return, exceljs drops DEL. */
const lost = /[\r\u007f]|_x[0-9A-Fa-f]{4}_/;
const escaped = /_x([0-9A-Fa-f]{4})_/g;

/**
 * Text as a workbook holds it: characters that XML would change are `_xHHHH_` (ECMA-376, ST_Xstring), and so is the
 * underscore of a text that looks like such a one.
 */
export function escapeCellText(text: string): string {
  if (!lost.test(text)) return text;
  // Each underscore before an x, since one may make such a text together with what is escaped after it.
  return text
    .replace(/_(?=x)/g, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('\u007f', '_x007F_');
}

/** The text that `escapeCellText`, or Excel, has written so. One that XML could not carry stays as it is written. */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  const plain = text.replace(escaped, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return forbiddenIn(plain) === undefined ? plain : text;
}
