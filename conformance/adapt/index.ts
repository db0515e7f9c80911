export { AdapterError, type AdapterFault } from './adapter-error.js';
export type { AdapterFile, AdapterHttpSettings, Field, FieldSettings, OutputFormat } from './adapter-file.js';
export { outputMismatch, type Adapter } from './adapter.js';
export { adapterReader, plainReader, type AdapterReader } from './adapter-reader.js';
export { isToldAt } from './check-fields.js';
export { fileIndexes, type FileIndex, type FileIndexes } from './locate/file-index.js';
export { readAdapter } from './read-adapter.js';
