import { createRequire } from 'node:module';
import type * as XmlBuilder2 from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { yearModel, type YearGroup } from '../../src/model/index.js';
import type { Return } from '../../src/return/index.js';
import { isList, refuseUnknown, type Fields } from './fields.js';

/** A return as a document whose elements can be moved, renamed, added to and taken away. */
export type EditableDocument = XMLBuilder;

/**
 * An editable document of a return, for small returns that are to be broken in ways a record cannot hold:
 * unknown elements, attributes, text in containers, another order.
 * @throws XmlWriteError where the record holds what the year does not have.
 */
export function toDocument(ret: Return, year: number): EditableDocument {
  const document = builder().create({ version: '1.0', encoding: 'UTF-8' });
  addRecord(document, yearModel(year).message, ret, year);
  return document;
}

/** The document as XML, written as `returnToXml` writes: the same bytes where nothing was edited. */
export function documentToXml(document: EditableDocument): string {
  const xml = document.doc().end({ prettyPrint: true, indent: '  ', newline: '\n' });
  // A carriage return left as it stands would be read back as a line break, and this writer leaves it.
  return `${xml.replaceAll('\r', '&#xD;')}\n`;
}

function addRecord(parent: XMLBuilder, group: YearGroup, record: Fields, year: number): void {
  refuseUnknown(record, group, year);
  const element = parent.ele(group.tag);
  for (const child of group.children) {
    const held = record[child.tag];
    if (held === undefined) continue;
    if (child.kind === 'item') {
      const item = element.ele(child.tag);
      // This writer takes `&lt;` in a text for an entity that is already escaped, so it is given none.
      if (typeof held === 'string' && held !== '') item.txt(held.replaceAll('&', '&amp;'));
    } else if (typeof held !== 'string') {
      for (const one of isList(held) ? held : [held]) addRecord(element, child, one, year);
    }
  }
}

let loaded: typeof XmlBuilder2 | undefined;

/** Loaded when first used: most commands never edit a document, and loading it takes a while. */
function builder(): typeof XmlBuilder2 {
  loaded ??= createRequire(import.meta.url)('xmlbuilder2') as typeof XmlBuilder2;
  return loaded;
}
