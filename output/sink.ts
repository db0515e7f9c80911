import { writeSync } from 'node:fs';
import { asOutputError, isSystemError } from './output-error.js';

/** Takes output piece by piece. */
export interface Sink {
  /** Takes the next piece. @throws OutputError where it cannot be written. */
  write(piece: string | Uint8Array): void;
}

/** Pieces are put together up to about this many characters, so that small ones do not cost a system call each. */
const gather = 1 << 18;

/** Milliseconds before a full pipe is tried again: soon, since a quick reader empties it in no time, and then ever later. */
const shortestWait = 0.05;
const longestWait = 5;

/** A sink on an open file; `flush` writes what is still held. `path` is what errors name. */
export function fileSink(fd: number, path: string): Sink & { flush(): void } {
  let held = '';
  const put = (bytes: Uint8Array): void => {
    let wait = shortestWait;
    for (let done = 0; done < bytes.length;) {
      try {
        done += writeSync(fd, bytes, done);
        wait = shortestWait;
      } catch (error) {
        if (!isSystemError(error) || error.code !== 'EAGAIN') throw asOutputError(error, path);
        // A pipe that is full for now: its reader is slower than we are.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
        wait = Math.min(2 * wait, longestWait);
      }
    }
  };
  const flush = (): void => {
    const text = held;
    held = '';
    if (text !== '') put(Buffer.from(text, 'utf8'));
  };
  return {
    write: (piece) => {
      if (typeof piece === 'string') {
        held += piece;
        if (held.length >= gather) flush();
      } else {
        flush();
        put(piece);
      }
    },
    flush,
  };
}
