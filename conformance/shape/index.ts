export * from './errors.js';
export * from './fields.js';
export * from './ndjson.js';
export { hint, nearest } from './nearest.js';
