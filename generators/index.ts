export { algorithmVersion } from './algorithm.js';
export { publishedFigures, publishedPersons } from './caseload.js';
export { calibrate, CalibrationError, type Calibration, type ReleaseFile } from './calibration/index.js';
export { ages, flowAges, nationalFigures, type Figures } from './figures/index.js';
export { makePersonSource, maxPersons, type PersonSource, type ReturnKey } from './person.js';
export * from './establishments/index.js';
export { generateReturn, headerFor, persons, type HeaderKey, type ReturnOptions } from './return.js';
export * from './defects/index.js';
