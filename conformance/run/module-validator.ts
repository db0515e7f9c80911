import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { granularities, type Answer, type Capabilities } from '../judge/index.js';
import { asObject, optionalTextAt, plainText, reasonOf, wordAt } from '../shape/index.js';
import { kitReader, type AnswerReader } from './answer-reader.js';
import { NoWorkerError, lendingPool, type LendingPool } from './lending-pool.js';
import { startModuleThread, type ModuleReply, type ModuleThread } from './module-thread.js';
import { defaultMaxOutput } from './program.js';
import { booleanAt, yearsAt } from './stdio-hello.js';
import { ValidatorUsageError, type ValidationRequest, type Validator } from './validator.js';

/** How a validator that is a module is loaded and read. */
export interface ModuleOptions {
  /**
   * Makes an answer of what it returns; reads the JSON of the kit where absent. What one made from an adapter declares
   * counts more than what the module says of itself.
   */
  readonly reader?: AnswerReader;
  /** Threads at most, each with the module loaded and one case at a time, at least 1; 1 where absent. */
  readonly processes?: number;
  /** Characters of JSON that one answer may have, at least 1; 64 million and some where absent. */
  readonly maxOutput?: number;
  /** Milliseconds that the module may take to load; 30,000 where absent. */
  readonly loadMs?: number;
  /** Ends the first load. */
  readonly signal?: AbortSignal;
}

const defaultLoadMs = 30_000;

/** What a module says of itself; it may leave out any of it. */
interface Info {
  readonly name?: string;
  readonly version?: string;
  readonly years?: readonly number[];
  readonly capabilities: Capabilities;
}

/**
 * A validator that is a function: `validate({ file, year, signal })` of an ES or CommonJS module gives the JSON value of
 * `validate --format json`, or a promise of it. It runs in a thread of its own.
 * @param file relative to the current folder
 * @throws ValidatorUsageError where the file is not there, cannot be loaded or exports no validate
 */
export async function moduleValidator(file: string, options: ModuleOptions = {}): Promise<Validator> {
  const { reader = kitReader, processes = 1, maxOutput = defaultMaxOutput, loadMs = defaultLoadMs } = options;
  const setup = { path: resolve(file), maxOutput };
  const stats = await stat(setup.path).catch(() => undefined);
  if (!stats?.isFile()) throw new ValidatorUsageError(`module:${file}: there is no such file`);
  const start = (signal?: AbortSignal): Promise<ModuleThread> => startModuleThread(setup, loadMs, signal);
  const first = await start(options.signal).catch((error: unknown) => {
    if (!(error instanceof NoWorkerError)) throw error;
    // The error does not tell the line.
    const hint = error.message.startsWith('SyntaxError') ? `; node --check ${file} shows where` : '';
    throw new ValidatorUsageError(`module:${file} cannot be used: ${error.message}${hint}`);
  });
  let info: Info;
  try {
    info = parseInfo(first.info, reader.capabilities);
  } catch (error) {
    await first.close();
    throw new ValidatorUsageError(`module:${file} exports an info that cannot be used: ${reasonOf(error)}`);
  }
  const { name: title, version, years, capabilities } = info;
  const pool = lendingPool(start, processes, first);
  return {
    identity: {
      kind: 'module',
      name: `module:${file}`,
      ...(title !== undefined && { title }),
      ...(version !== undefined && { version }),
    },
    capabilities: reader.adapter === null ? capabilities : reader.capabilities,
    adapter: reader.adapter,
    validate: async (request, signal) => {
      if (years && !years.includes(request.year)) {
        return { kind: 'unsupported', why: `it does not know the year ${request.year}; it knows ${years.join(', ')}` };
      }
      return answerOf(await ask(pool, request, signal), reader, request);
    },
    close: () => pool.close(),
  };
}

/** @throws ShapeError where a field that is there is not of its kind */
function parseInfo(json: string | undefined, otherwise: Capabilities): Info {
  if (json === undefined) return { capabilities: otherwise };
  const fields = asObject(JSON.parse(json), 'it');
  const isThere = (name: string): boolean => fields[name] !== undefined && fields[name] !== null;
  const name = plainText(optionalTextAt(fields, 'name') ?? '', 200);
  const version = optionalTextAt(fields, 'version');
  return {
    ...(name !== '' && { name }),
    ...(version !== undefined && { version: plainText(version, 200) }),
    ...(isThere('years') && { years: yearsAt(fields) }),
    capabilities: {
      granularity: isThere('granularity') ? wordAt(fields, 'granularity', granularities) : otherwise.granularity,
      levels: isThere('levels') ? booleanAt(fields, 'levels') : otherwise.levels,
    },
  };
}

async function ask(
  pool: LendingPool<ModuleThread>,
  request: ValidationRequest,
  signal: AbortSignal | undefined,
): Promise<ModuleReply> {
  try {
    return await pool.use(signal, (thread) => thread.ask(request, signal));
  } catch (error) {
    if (!(error instanceof NoWorkerError)) throw error;
    return { kind: 'none', why: error.message, stderr: error.stderr };
  }
}

async function answerOf(reply: ModuleReply, reader: AnswerReader, request: ValidationRequest): Promise<Answer> {
  const answer: Answer =
    reply.kind === 'json' ? await answerOfJson(reply.json, reader, request) : { kind: 'could-not-run', why: reply.why };
  return reply.stderr === '' || answer.kind === 'unsupported' ? answer : { ...answer, stderr: reply.stderr };
}

function answerOfJson(json: string, reader: AnswerReader, request: ValidationRequest): Promise<Answer> | Answer {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // The kit's own part of the thread makes JSON; a module that answers past it may not.
    return { kind: 'could-not-run', why: 'what it answered is not JSON' };
  }
  return reader.readValue(value, request);
}
