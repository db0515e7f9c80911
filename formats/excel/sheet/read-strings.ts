import { unescapeCellText } from '../escape-text.js';
import { parsePart } from './parse-part.js';

/** Reads the texts that the cells of a workbook share; of rich text what it says. @throws FormatError */
export async function readStrings(chunks: AsyncIterable<Buffer>, name: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const text = new PlainText();
  await parsePart(chunks, name, {
    open: (tag) => {
      if (tag === 'si') text.start();
      text.open(tag);
    },
    text: (piece) => {
      text.add(piece);
    },
    close: (tag) => {
      text.close(tag);
      if (tag === 'si') strings.push(text.end());
    },
  });
  return strings;
}

/** Puts the text of a cell together from its `t` elements, of which rich text has several; how to speak it is left out. */
export class PlainText {
  #text = '';
  #isOpen = false;
  #spoken = 0;

  start(): void {
    this.#text = '';
    this.#isOpen = false;
    this.#spoken = 0;
  }

  open(tag: string): void {
    if (tag === 'rPh') this.#spoken += 1;
    else if (tag === 't') this.#isOpen = this.#spoken === 0;
  }

  add(piece: string): void {
    if (this.#isOpen) this.#text += piece;
  }

  close(tag: string): void {
    if (tag === 'rPh') this.#spoken -= 1;
    else if (tag === 't') this.#isOpen = false;
  }

  end(): string {
    return unescapeCellText(this.#text);
  }
}
