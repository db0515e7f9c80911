export { bothCrosswalks } from './both-crosswalks.js';
export { CrosswalkError } from './crosswalk-error.js';
export { makeCrosswalk, type Crosswalk, type CrosswalkRow } from './crosswalk.js';
export { parseCrosswalk, readCrosswalk } from './read-crosswalk.js';
export { codeText, yearCodes, type YearCodes } from './year-codes.js';
