import type { Format } from '../format.js';
import { locateXml } from './locate-xml.js';
import { openXml } from './open-xml.js';
import { writeXml } from './write-xml.js';

/** The XML that DfE takes. */
export const xmlFormat: Format = {
  name: 'xml',
  title: 'XML',
  isFolder: false,
  open: async (path, options) => Promise.resolve(openXml(path, options)),
  write: writeXml,
  locate: async (path, paths, options) => Promise.resolve(locateXml(path, paths, options)),
};
