export { documentToXml, toDocument, type EditableDocument } from './edit-document.js';
export { personToXml, returnToXml, xmlWriter, type XmlWriter } from './return-to-xml.js';
export { isList, refuseUnknown, type Fields, type Held } from './fields.js';
export { forbiddenIn, isXmlText, XmlWriteError } from './xml-text.js';
