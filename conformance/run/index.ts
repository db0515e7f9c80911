export { kitReader, type AnswerReader } from './answer-reader.js';
export { collectedValidator, type CollectedAnswers } from './collected-validator.js';
export { commandValidator, type CommandOptions } from './command-validator.js';
export {
  fillTemplate,
  parseCommandTemplate,
  parseCommandWords,
  type CommandTemplate,
  type CommandWords,
} from './command-template.js';
export { withCrosswalk } from './crosswalk-decorator.js';
export { detectYear, type DetectYearOptions, type YearEvidence, type YearFit } from './detect-year.js';
export { guarded } from './guarded.js';
export type { HttpSettings } from './http-settings.js';
export { httpValidator, type HttpOptions } from './http-validator.js';
export { lineReader, type LineReader } from './line-reader.js';
export { moduleValidator, type ModuleOptions } from './module-validator.js';
export { parseValidatorSpec, type ValidatorSpec } from './parse-validator-spec.js';
export { programDigest } from './program-digest.js';
export { answersTo, type PutOptions } from './put-built.js';
export { CollectedError, readCollected } from './read-collected.js';
export { referenceValidator, type ReferenceCheck } from './reference-validator.js';
export { repeatCommand } from './repeat-command.js';
export { RunAborted, runSuite, type RunEnd, type RunOptions } from './run-suite.js';
export { stdioValidator, type StdioOptions } from './stdio-validator.js';
export { withTimeout } from './timeout-decorator.js';
export { ValidatorNotStartedError, ValidatorUsageError, type ValidationRequest, type Validator } from './validator.js';
export { yearEvidenceText } from './year-evidence-text.js';
export { xsdValidator, type SchemaCheck, type SchemaVerdict } from './xsd-validator.js';
