import { readFile } from 'node:fs/promises';
import {
  commandValidator,
  httpValidator,
  moduleValidator,
  parseValidatorSpec,
  programDigest,
  referenceValidator,
  stdioValidator,
  xsdValidator,
  type AnswerReader,
  type HttpSettings,
  type Validator,
  type ValidatorSpec,
} from '../../../conformance/run/index.js';
import { findingsAtMost } from '../../../conformance/judge/index.js';
import type { Crosswalk } from '../../../conformance/crosswalk/index.js';
import { loadXsd, XsdError } from '../../schema/index.js';
import { fileSource, validate } from '../../validate/index.js';
import { UsageError } from '../exit.js';

/** How the validator is reached and read, beyond what `--validator` says. */
export interface ValidatorSetup {
  /** Makes answers of what it gives back; the JSON of the kit is read where absent. */
  readonly reader?: AnswerReader;
  /** How files are sent to a service. */
  readonly http?: HttpSettings;
  /** What the levels of the reference validator are; its own where absent. */
  readonly crosswalk?: Crosswalk;
  /** Processes or threads of it at most, at least 1. */
  readonly processes: number;
  /** Ends the wait for one that has to say what it is first. */
  readonly signal?: AbortSignal;
}

/** Sets up the validator that `--validator` names. @throws ValidatorUsageError, UsageError, XsdError */
export async function makeValidator(text: string, setup: ValidatorSetup): Promise<Validator> {
  const spec = parseValidatorSpec(text);
  const validator = await connect(spec, setup);
  const digest = await programDigest(filesOf(spec));
  return digest === undefined ? validator : { ...validator, identity: { ...validator.identity, digest } };
}

/** What of a validator is on this machine. */
function filesOf(spec: ValidatorSpec): readonly string[] {
  switch (spec.kind) {
    case 'cmd':
      return spec.template.words;
    case 'stdio':
      return spec.command.words;
    case 'module':
    case 'xsd':
      return [spec.file];
    case 'http':
    case 'reference':
      return [];
  }
}

async function connect(spec: ValidatorSpec, { http, crosswalk, ...setup }: ValidatorSetup): Promise<Validator> {
  switch (spec.kind) {
    case 'reference':
      return referenceValidator((file, year) => {
        const { findings } = validate(fileSource(file), { year, maxFindings: findingsAtMost });
        if (!crosswalk) return Promise.resolve(findings);
        return Promise.resolve(
          findings.map((one) => ({ ...one, level: crosswalk.levelOf(one.rule, year) ?? one.level })),
        );
      });
    case 'cmd':
      return commandValidator(spec.template, setup);
    case 'stdio':
      return stdioValidator(spec.command, setup);
    case 'http':
      return httpValidator(spec.address, { ...setup, ...(http && { settings: http }) });
    case 'module':
      return moduleValidator(spec.file, setup);
    case 'xsd':
      return schemaValidator(spec.file);
  }
}

async function schemaValidator(file: string): Promise<Validator> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`${file}: the schema cannot be read`);
  }
  const schema = await loadXsd(text).catch((error: unknown) => {
    throw error instanceof XsdError ? new UsageError(`${file}: ${error.message}`) : error;
  });
  return xsdValidator(
    `xsd:${file}`,
    (bytes) => {
      const { valid, messages } = schema.validate(bytes);
      return { valid, messages: messages.map((one) => one.message) };
    },
    () => {
      schema.dispose();
    },
  );
}
