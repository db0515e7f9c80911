export * from './format.js';
export { extensionOf, formatOf, isPartOfFolder, knownFormats, loadFormat } from './formats.js';
export { linePosition } from './line-position.js';
export { placeInWords } from './place-words.js';
export { remarkLog } from './remark-log.js';
export { openXml } from './xml/open-xml.js';
export { writeXml } from './xml/write-xml.js';
