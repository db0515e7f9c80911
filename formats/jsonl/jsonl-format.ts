import type { Format } from '../format.js';
import { locateJsonl } from './locate-jsonl.js';
import { openJsonl } from './open-jsonl.js';
import { writeJsonl } from './write-jsonl.js';

/** JSON Lines: a line with the year and the header, then a line a person. */
export const jsonlFormat: Format = {
  name: 'jsonl',
  title: 'JSON Lines',
  isFolder: false,
  open: async (path, options) => Promise.resolve(openJsonl(path, options)),
  write: writeJsonl,
  locate: async (path, paths, options) => Promise.resolve(locateJsonl(path, paths, options)),
};
