export * from './errors.js';
export * from './fields.js';
export * from './ndjson.js';
export { hint, nearest } from './nearest.js';
export { decodeWindows1252 } from './windows-1252.js';
export { shellWord } from './shell-word.js';
