import type { Readable } from 'node:stream';
import { errorCode, reasonOf } from '../shape/index.js';

/** How a program is started, so that it and all its children can be ended together: in a process group of its own. */
export const inOwnGroup = { detached: true, windowsHide: true } as const;

/** Milliseconds that output may still come in after the program itself has ended, from children that hold it open. */
export const lingerMs = 500;

/** 64 MB: an answer of that size is no answer to one case. */
export const defaultMaxOutput = 64 * 1024 * 1024;

/** What is said of work that was ended from outside. */
export const wasStopped = 'it was stopped';

/** Why a program could not be started, from what starting it threw. */
export function notStarted(program: string, error: unknown): string {
  const code = errorCode(error);
  if (code === 'ENOENT') return `the program ${program} was not found`;
  if (code === 'EACCES') return `the program ${program} may not be run: no permission, or not a program`;
  return `the program ${program} could not be started: ${reasonOf(error)}`;
}

/** How a program ended, from what the system tells of it. */
export function howItEnded(code: number | null, endedBy: string | null): string {
  return code === null ? `it was ended by ${endedBy ?? 'an unknown signal'}` : `it ended with exit code ${code}`;
}

/** What a stream gave last. */
export interface StreamEnd {
  /** At most 4,000 characters. */
  text(): string;
  forget(): void;
}

/** How much of standard error is kept: its end, where errors say what went wrong. */
const charactersKept = 4000;

/** Keeps the end of what a stream of text gives, from now on. */
export function keepEnd(stream: Readable): StreamEnd {
  let kept = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    kept = (kept + text).slice(-charactersKept);
  });
  return {
    text: () => kept,
    forget: () => {
      kept = '';
    },
  };
}
