export { readGias, registerRows } from './gias-file.js';
