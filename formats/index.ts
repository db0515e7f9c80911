export * from './format.js';
export { formatOf, knownFormats, loadFormat } from './formats.js';
export { remarkLog } from './remark-log.js';
export { openXml } from './xml/open-xml.js';
export { writeXml } from './xml/write-xml.js';
