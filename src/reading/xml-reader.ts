import type { SaxesTagPlain } from 'saxes';
import { DoctypeScan } from './doctype-scan.js';
import { FileFault } from './file-fault.js';
import { LeadingSpace } from './leading-space.js';
import { quickSaxes } from './quick-saxes.js';
import { TextGate, type GatedText } from './text-gate.js';

/** What the reading of a file tells, in document order. Lines and columns count from 1. */
export interface XmlHandler {
  open(tag: string, attributes: Readonly<Record<string, string>>, line: number, column: number): void;
  text(text: string): void;
  close(): void;
}

/**
 * Elements that may be open at once. A return has 8; the parser keeps some 400 bytes for each, so a small
 * file of nothing but opening tags would fill the memory.
 */
export const deepest = 2_000_000;

/**
 * Reads XML 1.0 in UTF-8 as a stream of bytes. Throws a FileFault at the first thing that FILE-01 to
 * FILE-03 refuse; nothing is fetched, and no entity beyond the five of XML is known.
 */
export class XmlReader {
  readonly #gate = new TextGate();
  readonly #doctype = new DoctypeScan();
  readonly #parser = quickSaxes({ xmlns: false, position: true });
  readonly #leading = new LeadingSpace();
  // Where the next tag can start: after what was last told; 0 before anything was.
  #line = 0;
  #column = 0;
  #depth = 0;

  constructor(handler: XmlHandler) {
    const parser = this.#parser;
    const here = (): void => {
      this.#line = parser.line;
      this.#column = parser.column + 1;
    };
    parser.on('xmldecl', (declared) => {
      here();
      if (declared.version !== '1.0')
        throw this.#fault('FILE-01', `XML version ${declared.version ?? ''} is declared, not 1.0`);
      const encoding = declared.encoding;
      if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
        throw this.#fault('FILE-02', `the encoding ${encoding} is declared, not UTF-8`);
      }
    });
    parser.on('comment', () => {
      here();
      // Told at the two hyphens, before the `>` after them.
      this.#column += 1;
    });
    parser.on('processinginstruction', here);
    parser.on('opentag', (tag: SaxesTagPlain) => {
      this.#depth += 1;
      if (this.#depth > deepest) throw this.#fault('FILE-01', `more than ${deepest} elements, each inside the last`);
      const { line, column } = this.#line > 0 ? { line: this.#line, column: this.#column } : this.#leading;
      handler.open(tag.name, tag.attributes, line, column);
      here();
    });
    parser.on('closetag', () => {
      this.#depth -= 1;
      handler.close();
      here();
    });
    parser.on('cdata', (text) => {
      handler.text(text);
      here();
    });
    parser.on('text', (text) => {
      handler.text(text);
      // Told once the `<` after it is read.
      this.#line = parser.line;
      this.#column = parser.column;
    });
    parser.on('error', (error) => {
      throw this.#fault('FILE-01', error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, ''));
    });
  }

  write(bytes: Uint8Array): void {
    this.#take(this.#gate.take(bytes));
  }

  /** How far the file has been read: the line, from 1, and the characters of it. */
  position(): { readonly line: number; readonly column: number } {
    return { line: this.#parser.line, column: this.#parser.column };
  }

  end(): void {
    this.#take(this.#gate.end());
    this.#parser.write(this.#doctype.end());
    this.#parser.close();
  }

  #take(gated: GatedText): void {
    if (this.#line === 0) this.#leading.take(gated.text);
    const { text, found } = this.#doctype.take(gated.text);
    if (text !== '') this.#parser.write(text);
    if (found) throw this.#fault('FILE-03', 'a document type declaration');
    if (gated.fault !== undefined) {
      this.#parser.write(this.#doctype.end());
      throw this.#fault('FILE-02', gated.fault);
    }
  }

  #fault(rule: 'FILE-01' | 'FILE-02' | 'FILE-03', detail: string): FileFault {
    return new FileFault(rule, this.#parser.line, this.#parser.column + 1, detail);
  }
}
