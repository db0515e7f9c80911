import type { Format } from '../format.js';
import { locateCsv } from './locate-csv.js';
import { openCsv } from './open-csv.js';
import { writeCsv } from './write-csv.js';

/** The blade export of COLLECT: nine CSV files in a folder. */
export const csvFormat: Format = {
  name: 'csv',
  title: 'the COLLECT export',
  isFolder: true,
  open: openCsv,
  write: writeCsv,
  locate: locateCsv,
};
