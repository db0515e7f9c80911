import { join } from 'node:path';
import { asOutputError, isSystemError } from './output-error.js';
import { forget, removeAtEnd } from './temporaries.js';

let made = 0;

/**
 * Makes something under a private name in a folder, to be removed should the process end first. `make` is given names
 * until there is one that nothing stands under (it fails with EEXIST where something does).
 * @throws OutputError naming `path`, the output it is for.
 */
export function makeTemporary<T>(folder: string, path: string, make: (name: string) => T): { name: string; made: T } {
  for (;;) {
    made += 1;
    const name = join(folder, `.sen2kit-${process.pid}-${made}.part`);
    // Before it is made: a signal that comes right after would end the process and leave it.
    removeAtEnd(name);
    try {
      return { name, made: make(name) };
    } catch (error) {
      forget(name);
      // Left by a process of the same number that was killed outright.
      if (!isSystemError(error) || error.code !== 'EEXIST') throw asOutputError(error, path);
    }
  }
}
