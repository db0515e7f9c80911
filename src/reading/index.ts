export { FileFault, type FileFaultRule } from './file-fault.js';
export { childIndex, childPath, itemOf, markOf, recordPath, unusable, type Mark } from './mark.js';
export { markedCopy } from './mark-records.js';
export { personsSpan, type PersonsSpan } from './persons-span.js';
export { ReturnReader, type ReturnHandler, type StructureFinding, type StructureRule } from './return-reader.js';
export { XmlReader, type XmlHandler } from './xml-reader.js';
