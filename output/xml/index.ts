export { documentToXml, toDocument, type EditableDocument } from './edit-document.js';
export { personToXml, returnToXml, xmlWriter, type XmlWriter } from './return-to-xml.js';
export { forbiddenIn, XmlWriteError } from './xml-text.js';
