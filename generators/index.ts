// What reads the files of a user - calibration, gias, defects - has doors of its own, since most returns are made without:
// each thread that makes persons loads all that stands here.
export { algorithmVersion } from './algorithm.js';
export { publishedFigures, publishedPersons } from './caseload.js';
export { ages, flowAges, nationalFigures, type Figures } from './figures/index.js';
export { makePersonSource, maxPersons, type PersonSource, type ReturnKey } from './person.js';
export * from './establishments/index.js';
export { generateReturn, headerFor, persons, type HeaderKey, type ReturnOptions } from './return.js';
