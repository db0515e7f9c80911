import { shellWord } from '../shape/index.js';

/** What a command needs beside the case to put it again. */
export interface ReplayTarget {
  /** The folder of the suite. */
  readonly suite: string;
  /** As given to `--validator`. */
  readonly validator: string;
  /** The adapter file; none where absent. */
  readonly adapter?: string;
  /** The crosswalk file; none where absent. */
  readonly crosswalk?: string;
}

/** Stands for the folder of a suite where that is not known. */
export const unknownSuite = 'SUITE';

/** The command that puts one case again, to be pasted into a POSIX shell. */
export function replayCommand(id: string, { suite, validator, adapter, crosswalk }: ReplayTarget): string {
  const words = ['sen2kit', 'replay', id, '--suite', suite, '--validator', validator];
  if (adapter !== undefined) words.push('--adapter', adapter);
  if (crosswalk !== undefined) words.push('--crosswalk', crosswalk);
  return words.map(shellWord).join(' ');
}
