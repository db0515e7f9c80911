export { calibrate, CalibrationError, type Calibration } from './calibrate.js';
export type { ReleaseFile } from './release-file.js';
