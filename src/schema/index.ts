export { xsdFor, type IsRequired } from './xsd-for.js';
export { loadXsd, XsdError, type XsdMessage, type XsdValidator, type XsdVerdict } from './xsd-validator.js';
export { requiredByRule, statedBySchema } from './stated.js';
