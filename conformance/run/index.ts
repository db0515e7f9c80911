export { commandValidator } from './command-validator.js';
export { fillTemplate, parseCommandTemplate, type CommandTemplate } from './command-template.js';
export { parseValidatorSpec, type ValidatorSpec } from './parse-validator-spec.js';
export { referenceValidator, type ReferenceCheck } from './reference-validator.js';
export { RunAborted, runSuite, type RunEnd, type RunOptions } from './run-suite.js';
export { withTimeout } from './timeout-decorator.js';
export { ValidatorUsageError, type ValidationRequest, type Validator } from './validator.js';
export { xsdValidator, type SchemaCheck, type SchemaVerdict } from './xsd-validator.js';
