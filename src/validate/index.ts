export type { Alteration } from './compiled-rules.js';
export type * from './finding.js';
export type { Summary } from './finding-log.js';
export { scanHeader, type HeaderFacts } from './header-scan.js';
export { bytesSource, fileSource, UnreadableFileError, type ByteSource } from './source.js';
export { validateInThreads, type ThreadedOptions } from './pieces/validate-in-threads.js';
export { UnknownYearError, validate, type ValidateOptions, type Validation } from './validator.js';
