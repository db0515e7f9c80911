import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { asOutputError, isSystemError, OutputError } from './output-error.js';
import { fileSink, type Sink } from './sink.js';
import { forget } from './temporaries.js';
import { makeTemporary } from './temporary-name.js';

/** Fills a file; may take its time. */
export type WriteFile = (sink: Sink) => void | Promise<void>;

export interface FileOptions {
  /** Who may do what with the file, less what the process takes away from all it makes; 0o666 where absent. */
  readonly mode?: number;
}

const everyonesMode = 0o666;

/** While it is written a file is for its owner alone: what it will hold may be real, and it is not yet where it was asked for. */
const ownersMode = 0o600;

/**
 * Writes a file that is there whole or not at all: `write` fills a temporary file in the same folder, which then takes
 * the final name. Whatever was under that name stays until then. On a failure, in `write` too, and when a signal ends
 * the process, the temporary file is removed. A device or a pipe is written to directly.
 * @throws OutputError where the file cannot be written; whatever `write` throws comes through as it is.
 */
export async function writeFileAtomically(
  path: string,
  write: WriteFile,
  { mode = everyonesMode }: FileOptions = {},
): Promise<void> {
  const target = findTarget(path);
  if (target.isDevice) {
    await fill(
      attempt(path, () => openSync(target.path, 'w')),
      path,
      write,
    );
    return;
  }
  const temporary = makeTemporary(dirname(target.path), path, (name) => openSync(name, 'wx', mode));
  // As it comes, less what the process takes away.
  const lastMode = fstatSync(temporary.made).mode;
  fchmodSync(temporary.made, ownersMode);
  try {
    await fill(temporary.made, path, write);
    attempt(path, () => {
      chmodSync(temporary.name, lastMode);
      renameSync(temporary.name, target.path);
    });
  } finally {
    // After the renaming there is nothing under this name.
    rmSync(temporary.name, { force: true });
    forget(temporary.name);
  }
}

/** Writes to a file as `writeFileAtomically` does or, where the path is `-`, to standard output. */
export async function writeOutput(path: string, write: WriteFile, options: FileOptions = {}): Promise<void> {
  if (path !== '-') {
    await writeFileAtomically(path, write, options);
    return;
  }
  const sink = fileSink(1, 'standard output');
  await write(sink);
  sink.flush();
}

/** Where the file really is, its symbolic links followed, once it is sure that a file may be written there. */
function findTarget(path: string): { path: string; isDevice: boolean } {
  try {
    const real = realpathSync(path);
    const is = statSync(real);
    if (is.isDirectory()) throw new OutputError(`cannot write ${path}: it is a folder`);
    // A file that is not to be written to is not to be replaced either, which its folder alone would allow.
    accessSync(real, constants.W_OK);
    return { path: real, isDevice: !is.isFile() };
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return { path, isDevice: false };
    throw asOutputError(error, path);
  }
}

async function fill(fd: number, path: string, write: WriteFile): Promise<void> {
  const sink = fileSink(fd, path);
  try {
    await write(sink);
    sink.flush();
  } finally {
    attempt(path, () => {
      closeSync(fd);
    });
  }
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw asOutputError(error, path);
  }
}
