export { CrosswalkError } from './crosswalk-error.js';
export { makeCrosswalk, type Crosswalk, type CrosswalkRow } from './crosswalk.js';
export { parseCrosswalk, readCrosswalk } from './read-crosswalk.js';
