import { readFile } from 'node:fs/promises';
import type { Validator } from './validator.js';

/** What a schema says of a document. */
export interface SchemaVerdict {
  readonly valid: boolean;
  /** Why not; empty where it is valid. */
  readonly messages: readonly string[];
}

/** Holds the bytes of a document against a compiled schema. Throws where it cannot, never for a document that is not valid. */
export type SchemaCheck = (bytes: Uint8Array) => SchemaVerdict | Promise<SchemaVerdict>;

/**
 * A validator that is a schema. All it can say is whether a file is valid, so that is all it is judged at.
 * @param name how the user named it, such as `xsd:sen2-2025.xsd`
 * @param release lets go of the compiled schema
 */
export function xsdValidator(name: string, check: SchemaCheck, release: () => void = () => undefined): Validator {
  return {
    identity: { kind: 'xsd', name },
    capabilities: { granularity: 'file', levels: false },
    validate: async ({ file }) => {
      const { valid, messages } = await check(await readFile(file));
      return { kind: 'findings', findings: valid ? [] : [{ message: messages[0] ?? 'the file is not valid' }] };
    },
    close: () => {
      release();
      return Promise.resolve();
    },
  };
}
