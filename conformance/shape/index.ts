export { toCsv } from './csv.js';
export * from './errors.js';
export { escapeAttribute, escapeMarkup } from './escape-markup.js';
export * from './fields.js';
export * from './ndjson.js';
export { hint, nearest } from './nearest.js';
export { plainFileFlags, readPlainFile, type PlainFile } from './plain-file.js';
export { cutText, plainText, withoutControls } from './plain-text.js';
export { shellWord } from './shell-word.js';
