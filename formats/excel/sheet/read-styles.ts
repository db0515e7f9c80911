import { parsePart } from './parse-part.js';

/** Tells of a style, by its number, whether it shows a number as a date. */
export type IsDateStyle = (style: number) => boolean;

/** Number formats that every workbook has without saying so, which are dates or times. Source: ECMA-376, 18.8.30. */
const builtIn: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Reads which styles of a workbook are dates. @throws FormatError */
export async function readStyles(chunks: AsyncIterable<Buffer>, name: string): Promise<IsDateStyle> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  await parsePart(chunks, name, {
    open: (tag, attributes) => {
      if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (tag === 'cellXfs') inCells = true;
      else if (tag === 'xf' && inCells) formats.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  const areDates = formats.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtIn.some(([from, to]) => from <= id && id <= to) : isDateCode(code);
  });
  return (style) => areDates[style] ?? false;
}

/** Quoted text, escaped characters, spaces as wide as a character, fillers, and conditions, colours and languages. */
const notOfValue = /"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi;

/** Whether a number format shows a date or a time. */
export function isDateCode(code: string): boolean {
  const [first = ''] = code.replace(notOfValue, '').split(';');
  return !/general|standard/i.test(first) && /[ymdhs]/i.test(first);
}
