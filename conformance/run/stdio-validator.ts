import type { Answer } from '../judge/index.js';
import { plainText, type Fields } from '../shape/index.js';
import { kitReader, type AnswerReader } from './answer-reader.js';
import type { CommandWords } from './command-template.js';
import { NoWorkerError, lendingPool, type LendingPool } from './lending-pool.js';
import { defaultMaxOutput } from './program.js';
import { startStdioProcess, type Reply, type StdioProcess, type StdioProcessOptions } from './stdio-process.js';
import { ValidatorNotStartedError, type ValidationRequest, type Validator } from './validator.js';

/** How a validator that runs for many cases is started and read. */
export interface StdioOptions {
  /**
   * Makes an answer of its messages; reads the JSON of the kit where absent. What one made from an adapter declares
   * counts more than what the validator says of itself.
   */
  readonly reader?: AnswerReader;
  /** Processes at most, each with one case at a time, at least 1; 1 where absent. */
  readonly processes?: number;
  /** Bytes of one message at most, at least 1; 64 MB where absent. */
  readonly maxOutput?: number;
  /** Milliseconds that a process has to say hello; 30,000 where absent. */
  readonly helloMs?: number;
  /** Ends the wait for the first hello. */
  readonly signal?: AbortSignal;
}

/** Long enough for a virtual machine that loads its rules on a busy computer. */
const defaultHelloMs = 30_000;

/** Characters of a reason that a validator gives. */
const longestReason = 500;

/**
 * A validator that is started once and put many cases, in JSON lines over standard input and output. The first process
 * is started at once, since it says what it can do; others as there is a need.
 * @throws ValidatorNotStartedError where it cannot be started or says no hello that makes sense
 */
export async function stdioValidator(command: CommandWords, options: StdioOptions = {}): Promise<Validator> {
  const { reader = kitReader, processes = 1, maxOutput = defaultMaxOutput, helloMs = defaultHelloMs } = options;
  const repeated = new Set<string>();
  const setup: StdioProcessOptions = {
    words: command.words,
    maxOutput,
    helloMs,
    whyNoAnswer: reader.adapter === null ? whyNoAnswer : () => undefined,
    onRepeated: (id) => repeated.add(id),
  };
  const first = await firstProcess(command, setup, options.signal);
  const { name, version, years, capabilities } = first.hello;
  const start = async (signal?: AbortSignal): Promise<StdioProcess> => {
    const process = await startStdioProcess(setup, signal);
    if (JSON.stringify(process.hello) === JSON.stringify(first.hello)) return process;
    await process.close();
    throw new NoWorkerError('when it was started again, it said something else of itself than before');
  };
  const pool = lendingPool(start, processes, first);
  const ids = sequence();
  return {
    identity: {
      kind: 'stdio',
      name: `stdio:${command.text}`,
      title: name,
      ...(version !== undefined && { version }),
      command: command.words,
    },
    capabilities: reader.adapter === null ? capabilities : reader.capabilities,
    adapter: reader.adapter,
    validate: async (request, signal) => {
      if (!years.includes(request.year)) {
        return { kind: 'unsupported', why: `it does not know the year ${request.year}; it knows ${years.join(', ')}` };
      }
      return answerOf(await ask(pool, ids, request, signal), reader, request);
    },
    close: () => pool.close(),
    notes: () => {
      const { size } = repeated;
      if (size === 0) return [];
      return [`it answered ${size === 1 ? 'a case' : `${size} cases`} more than once; the first answers count`];
    },
  };
}

async function firstProcess(
  { text }: CommandWords,
  setup: StdioProcessOptions,
  signal: AbortSignal | undefined,
): Promise<StdioProcess> {
  try {
    return await startStdioProcess(setup, signal);
  } catch (error) {
    if (!(error instanceof NoWorkerError)) throw error;
    const last = error.stderr.trimEnd().split('\n').at(-1) ?? '';
    const said = last === '' ? '' : `; the last it wrote to standard error: ${plainText(last, 200)}`;
    throw new ValidatorNotStartedError(`stdio:${text} could not be started: ${error.message}${said}`);
  }
}

/** Numbers as text, none twice. */
function sequence(): () => string {
  let last = 0;
  return () => String((last += 1));
}

async function ask(
  pool: LendingPool<StdioProcess>,
  nextId: () => string,
  request: ValidationRequest,
  signal: AbortSignal | undefined,
): Promise<Reply> {
  try {
    for (;;) {
      const reply = await pool.use(signal, (process) => process.ask(nextId(), request, signal));
      // The case must not pay for an earlier one. A process that has given no answer before was not through with one,
      // so this comes to an end.
      if (reply.kind === 'message' || !reply.wasThrough || signal?.aborted === true) return reply;
    }
  } catch (error) {
    if (!(error instanceof NoWorkerError)) throw error;
    return { kind: 'none', why: error.message, stderr: error.stderr, wasThrough: false };
  }
}

const answerFields = ['findings', 'unsupported', 'error'] as const;

function isGiven(message: Fields, name: string): boolean {
  return message[name] !== undefined && message[name] !== null;
}

function whyNoAnswer(message: Fields): string | undefined {
  const given = answerFields.filter((name) => isGiven(message, name));
  if (given.length === 0) return 'its answer has neither findings, unsupported nor error';
  return given.length === 1 ? undefined : `its answer has ${given.join(' and ')}, of which there may be one`;
}

async function answerOf(reply: Reply, reader: AnswerReader, request: ValidationRequest): Promise<Answer> {
  const answer: Answer =
    reply.kind === 'none'
      ? { kind: 'could-not-run', why: reply.why }
      : await answerOfMessage(reply.message, reader, request);
  return reply.stderr === '' || answer.kind === 'unsupported' ? answer : { ...answer, stderr: reply.stderr };
}

async function answerOfMessage(message: Fields, reader: AnswerReader, request: ValidationRequest): Promise<Answer> {
  if (isGiven(message, 'unsupported')) return { kind: 'unsupported', why: reasonIn(message, 'unsupported') };
  if (isGiven(message, 'error')) {
    return { kind: 'could-not-run', why: `it reported an error: ${reasonIn(message, 'error')}` };
  }
  return reader.readValue(message, request);
}

/** What a validator gives as a reason, as one line, whatever kind of value it is. */
function reasonIn(message: Fields, name: 'unsupported' | 'error'): string {
  const value = message[name];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return plainText(text, longestReason) || 'it gave no reason';
}
