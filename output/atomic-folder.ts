import { chmodSync, mkdirSync, readdirSync, realpathSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { asOutputError, isSystemError, OutputError } from './output-error.js';
import { forget } from './temporaries.js';
import { makeTemporary } from './temporary-name.js';

export interface FolderOptions {
  /**
   * Asked where the folder is there and holds something: whether that may be replaced, all of it. Without it nothing
   * is ever replaced.
   */
  readonly mayReplace?: (folder: string) => boolean;
}

/**
 * Writes a folder that is there whole or not at all: `fill` is given a temporary folder beside it, which then takes the
 * final name. On a failure, in `fill` too, and when a signal ends the process, the temporary folder is removed.
 * @throws OutputError where the folder cannot be written or what is there may not be replaced; whatever else `fill`
 * throws comes through as it is.
 */
export async function writeFolderAtomically(
  path: string,
  fill: (folder: string) => void | Promise<void>,
  options: FolderOptions = {},
): Promise<void> {
  const target = findTarget(path, options);
  const { name } = makeTemporary(dirname(target), path, (folder) => {
    mkdirSync(folder);
  });
  const lastMode = statSync(name).mode;
  chmodSync(name, ownersMode);
  try {
    await fill(name);
    chmodSync(name, lastMode);
    putInPlace(name, target, path);
  } catch (error) {
    throw asSeenOutside(error, name, path);
  } finally {
    // After the renaming there is nothing under this name.
    rmSync(name, { recursive: true, force: true });
    forget(name);
  }
}

/** While it is filled a folder is for its owner alone. */
const ownersMode = 0o700;

function findTarget(path: string, options: FolderOptions): string {
  let target = resolve(path);
  try {
    target = realpathSync(path);
    if (!statSync(target).isDirectory()) throw new OutputError(`cannot write ${path}: it is not a folder`);
    if (`${process.cwd()}${sep}`.startsWith(target.endsWith(sep) ? target : `${target}${sep}`)) {
      throw new OutputError(`cannot write ${path}: it is, or holds, the folder the command runs in`);
    }
    if (readdirSync(target).length > 0 && options.mayReplace?.(target) !== true) {
      throw new OutputError(`cannot write ${path}: the folder is there already and holds other files`);
    }
    return target;
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return target;
    throw asOutputError(error, path);
  }
}

function putInPlace(filled: string, target: string, path: string): void {
  const { name: former } = makeTemporary(dirname(target), path, (folder) => {
    mkdirSync(folder);
  });
  // From here on only this function may remove it: what was there before is about to be moved into it.
  forget(former);
  const aside = join(former, 'former');
  const wasThere = moveIfThere(target, aside);
  try {
    renameSync(filled, target);
  } catch (error) {
    if (wasThere) renameSync(aside, target);
    rmdirSync(former);
    throw error;
  }
  rmSync(former, { recursive: true, force: true });
}

function moveIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return false;
    rmdirSync(dirname(to));
    throw error;
  }
}

/** Errors name the folder that was asked for, not the temporary one. */
function asSeenOutside(error: unknown, temporary: string, path: string): unknown {
  if (error instanceof OutputError) return new OutputError(error.message.replaceAll(temporary, path), { cause: error });
  // An error of another place, such as a file that `fill` reads, is not about the output.
  if (!isSystemError(error) || (error.path !== undefined && !error.path.startsWith(temporary))) return error;
  return asOutputError(error, path);
}
