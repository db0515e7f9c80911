import { DoctypeScan } from '../../../src/reading/doctype-scan.js';

/** The text before the declaration, or all of it and that there is none. */
function scan(text: string, size: number): { readonly text: string; readonly found: boolean } {
  const doctype = new DoctypeScan();
  let seen = '';
  for (let at = 0; at < text.length; at += size) {
    const piece = doctype.take(text.slice(at, at + size));
    seen += piece.text;
    if (piece.found) return { text: seen, found: true };
  }
  return { text: seen + doctype.end(), found: false };
}

const rows: readonly (readonly [text: string, before: string | undefined])[] = [
  ['', undefined],
  ['<', undefined],
  ['<!DOCTYP', undefined],
  ['<Message/>', undefined],
  ['<!DOCTYPE Message><Message/>', ''],
  ['<?xml version="1.0"?>\n<!DOCTYPE Message []>\n<Message/>', '<?xml version="1.0"?>\n'],
  ['<!-- a --><!DOCTYPE Message><Message/>', '<!-- a -->'],
  ['<!-- <!DOCTYPE a> -- > --><?b <!DOCTYPE a> ?><Message/>', undefined],
  ['<!-- - -- --><!DOCTYPE a>', '<!-- - -- -->'],
  ['<?a ? > ?><!DOCTYPE a>', '<?a ? > ?>'],
  ['<!doctype html><Message/>', undefined],
  // In the message the parser itself refuses a declaration, and a CDATA section holds but text.
  ['<Message><![CDATA[<!DOCTYPE a>]]></Message>', undefined],
  ['<Message><!DOCTYPE a></Message>', undefined],
];

describe('the scan for a document type declaration', () => {
  it.each(rows)('tells of %j, however the text comes', (text, before) => {
    const expected = { text: before ?? text, found: before !== undefined };
    for (let size = 1; size <= text.length + 1; size++) expect([size, scan(text, size)]).toEqual([size, expected]);
  });
});
