export { writeFileAtomically, writeOutput, type FileOptions, type WriteFile } from './atomic-file.js';
export { writeFolderAtomically, type FolderOptions } from './atomic-folder.js';
export { OutputError } from './output-error.js';
export type { Sink } from './sink.js';
export * from './xml/index.js';
