export { disagreementFile, disagreementOf, disagreementText, type Disagreement } from './disagreement.js';
export { fuzz, type Found, type FuzzEnd, type FuzzOptions } from './fuzz.js';
export { makeFuzzCase, type FuzzCase } from './make-case.js';
