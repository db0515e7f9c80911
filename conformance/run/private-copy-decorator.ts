import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Validator } from './validator.js';

/** Kinds of validators that are given the path of a file rather than what is in it. */
const givenPaths: ReadonlySet<string> = new Set(['cmd', 'stdio', 'module']);

/**
 * Gives a validator a copy of each file, alone in a private folder under a number: beside the file of a suite lie the
 * answers, and a validator could write to it. Validators that are not given paths are left as they are.
 * @param folder that nobody else can look into
 */
export function withPrivateCopies(validator: Validator, folder: string): Validator {
  if (!givenPaths.has(validator.identity.kind)) return validator;
  let last = 0;
  return {
    ...validator,
    validate: async (request, signal) => {
      const file = join(folder, `${(last += 1)}.xml`);
      await copyFile(request.file, file);
      try {
        return await validator.validate({ ...request, file }, signal);
      } finally {
        await rm(file, { force: true });
      }
    },
  };
}
