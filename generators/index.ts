export { algorithmVersion } from './algorithm.js';
export { publishedPersons } from './caseload.js';
export { makePersonSource, maxPersons, type PersonSource, type ReturnKey } from './person.js';
export { register } from './register.js';
export { generateReturn, headerFor, persons, type HeaderKey, type ReturnOptions } from './return.js';
