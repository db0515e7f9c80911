import { spawn } from 'node:child_process';
import { asObject, plainText, type Fields } from '../shape/index.js';
import { afterDrain } from './after-drain.js';
import { lineReader } from './line-reader.js';
import { endGroup, keepGroup } from './process-group.js';
import { howItEnded, inOwnGroup, keepEnd, lingerMs, notStarted, type StreamEnd } from './program.js';

/** Who is told what a process does. */
export interface LinesListener {
  /** It wrote a line, which is a JSON object. */
  readonly onMessage: (message: Fields) => void;
  /** It is over, and no message comes any more. Told once, at once; what it wrote to standard error may still come in. */
  readonly onOver: (end: LinesEnd) => void;
}

/** Why a process is over. */
export interface LinesEnd {
  readonly why: string;
  /**
   * 'fault': it did what it may not do, and was ended for it; 'finished': it ended by itself with exit code 0 and said
   * all it had begun to say; 'failed': it ended in another way, or could not be started; 'stopped': it was asked to end.
   */
  readonly cause: 'fault' | 'finished' | 'failed' | 'stopped';
}

/** A process that is spoken to in JSON, one line a message, both ways. */
export interface LinesProcess {
  /** It runs, can be written to and has done nothing it may not do. */
  readonly isAlive: boolean;
  /** What was sent to it last did not reach it: it takes no more input. */
  readonly isDeaf: boolean;
  /** Why it is over; undefined while it is not. */
  readonly over: LinesEnd | undefined;
  readonly errors: StreamEnd;
  send(message: object): void;
  /** Ends it, with all its children. */
  end(why: string, cause: LinesEnd['cause']): void;
  /** Sends a last message and lets it end by itself for so many milliseconds; then it is ended. */
  close(last: object, graceMs: number): Promise<void>;
}

/**
 * Starts a program without a shell, in a process group of its own. When it is over, for whatever reason, the whole
 * group is ended, so that no child of it is left behind.
 * @param maxLine bytes of a line at most; a process that writes a longer one is ended
 * @throws what the system throws where the program cannot be started at all; other failures to start are told as its end
 */
export function startLinesProcess(
  words: readonly [string, ...string[]],
  maxLine: number,
  { onMessage, onOver }: LinesListener,
): LinesProcess {
  const [program, ...args] = words;
  const child = spawn(program, args, { ...inOwnGroup, stdio: ['pipe', 'pipe', 'pipe'] });
  const { pid, stdin, stdout, stderr } = child;
  if (pid !== undefined) keepGroup(pid);
  const errors = keepEnd(stderr);
  let hasExited = false;
  let isDeaf = false;
  let over: LinesEnd | undefined;
  let lingering: NodeJS.Timeout | undefined;

  const end = (why: string, cause: LinesEnd['cause']): void => {
    if (over) return;
    over = { why, cause };
    clearTimeout(lingering);
    onOver(over);
    afterDrain(() => {
      if (pid !== undefined) endGroup(pid);
      for (const stream of [stdin, stdout, stderr]) stream.destroy();
    });
  };
  // It may be about to end, which then is the better reason; and lines it wrote before may still come in.
  const endSoon = (why: string, cause: LinesEnd['cause']): void => {
    clearTimeout(lingering);
    lingering = setTimeout(end, lingerMs, why, cause);
  };

  const take = (line: Buffer): void => {
    if (over) return;
    let text = line.toString('utf8');
    if (text.startsWith('\uFEFF')) text = text.slice(1);
    if (text.trim() === '') return;
    let message: Fields;
    try {
      message = asObject(JSON.parse(text), 'it');
    } catch {
      end(`it wrote a line that is not a JSON object: ${plainText(text, 60)}`, 'fault');
      return;
    }
    onMessage(message);
  };
  const reader = lineReader(maxLine, take);
  stdout.on('data', (bytes: Buffer) => {
    if (over) return;
    if (!reader.push(bytes)) end(`it wrote a line of more than ${maxLine} bytes`, 'fault');
  });
  stdout.on('end', () => {
    if (!hasExited && !over) endSoon('it closed its standard output', 'fault');
  });
  stdin.on('error', () => {
    isDeaf = true;
    if (!hasExited && !over) endSoon('it closed its standard input', 'fault');
  });
  child.on('error', (error) => {
    end(notStarted(program, error), 'failed');
  });
  const ownEnd = (code: number | null, endedBy: string | null): [string, LinesEnd['cause']] => {
    const how = howItEnded(code, endedBy);
    if (reader.isWithinLine) return [`${how} in the middle of a line`, 'failed'];
    return [how, code === 0 ? 'finished' : 'failed'];
  };
  child.on('exit', (code, endedBy) => {
    hasExited = true;
    if (!over) endSoon(...ownEnd(code, endedBy));
  });
  child.on('close', (code, endedBy) => {
    end(...ownEnd(code, endedBy));
  });

  return {
    get isAlive() {
      return !over && !hasExited && !isDeaf;
    },
    get isDeaf() {
      return isDeaf;
    },
    get over() {
      return over;
    },
    errors,
    send: (message) => {
      if (!over) stdin.write(`${JSON.stringify(message)}\n`);
    },
    end,
    close: (last, graceMs) =>
      new Promise((settle) => {
        if (over || hasExited) {
          end('it ended', 'stopped');
          settle();
          return;
        }
        const done = (): void => {
          clearTimeout(limit);
          end('it was told to stop', 'stopped');
          settle();
        };
        const limit = setTimeout(done, graceMs);
        child.once('exit', done);
        stdin.end(`${JSON.stringify(last)}\n`);
      }),
  };
}
