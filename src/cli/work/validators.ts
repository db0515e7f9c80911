import { readFile } from 'node:fs/promises';
import {
  commandValidator,
  parseValidatorSpec,
  referenceValidator,
  xsdValidator,
  type Validator,
} from '../../../conformance/run/index.js';
import { loadXsd, XsdError } from '../../schema/index.js';
import { fileSource, validate } from '../../validate/index.js';
import { UsageError } from '../exit.js';

/** Sets up the validator that `--validator` names. @throws ValidatorUsageError, UsageError, XsdError */
export async function makeValidator(text: string): Promise<Validator> {
  const spec = parseValidatorSpec(text);
  switch (spec.kind) {
    case 'reference':
      return referenceValidator((file, year) => Promise.resolve(validate(fileSource(file), { year }).findings));
    case 'cmd':
      return commandValidator(spec.template);
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
