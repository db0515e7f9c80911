// The thread that a module runs in. module-thread.ts starts it and tells it the path of the module.
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { reasonOf } from '../shape/index.js';
import type { FromModule, ModuleSetup, ToModule } from './module-messages.js';

type Validate = (request: { file: string; year: number; signal: AbortSignal }) => unknown;

type Outcome = { kind: 'answer'; json: string } | { kind: 'none'; why: string };

function isFunction(value: unknown): value is Validate {
  return typeof value === 'function';
}

function fieldOf(value: unknown, name: string): unknown {
  const hasFields = (typeof value === 'object' || typeof value === 'function') && value !== null;
  return hasFields ? Reflect.get(value, name) : undefined;
}

/** What a module exports under a name, or what it exports by default has there. */
function exportOf(exports: unknown, name: string): unknown {
  return fieldOf(exports, name) ?? fieldOf(fieldOf(exports, 'default'), name);
}

function tell(message: FromModule): void {
  parentPort?.postMessage(message);
}

function named(error: unknown): string {
  const name = fieldOf(error, 'name');
  return typeof name === 'string' && name !== 'Error' ? `${name}: ${reasonOf(error)}` : reasonOf(error);
}

/** The types have it that there always is such a text, but there is none for undefined or a function. */
function jsonOf(value: unknown): string | undefined {
  return JSON.stringify(value);
}

/** The answer as JSON text, or why there is none. */
async function call(validate: Validate, request: Parameters<Validate>[0], maxOutput: number): Promise<Outcome> {
  let value: unknown;
  try {
    value = await validate(request);
  } catch (error) {
    return { kind: 'none', why: `it threw ${named(error)}` };
  }
  try {
    const json = jsonOf(value);
    if (json === undefined) return { kind: 'none', why: `it returned ${typeof value}, which is no JSON value` };
    if (json.length <= maxOutput) return { kind: 'answer', json };
    return { kind: 'none', why: `it returned more than ${maxOutput} characters of JSON` };
  } catch (error) {
    return { kind: 'none', why: `what it returned is no JSON value: ${reasonOf(error)}` };
  }
}

async function serve({ path, maxOutput }: ModuleSetup): Promise<void> {
  let validate: unknown;
  let info: string | undefined;
  try {
    const exports: unknown = await import(pathToFileURL(path).href);
    validate = exportOf(exports, 'validate');
    info = jsonOf(exportOf(exports, 'info'));
  } catch (error) {
    tell({ kind: 'refused', why: named(error) });
    return;
  }
  if (!isFunction(validate)) {
    tell({ kind: 'refused', why: 'it exports no function validate, by name or on its default export' });
    return;
  }
  const exported = validate;
  let ended = new AbortController();
  parentPort?.on('message', (message: ToModule) => {
    if (message.kind === 'abort') {
      ended.abort();
      return;
    }
    const { id, file, year } = message;
    ended = new AbortController();
    void call(exported, { file, year, signal: ended.signal }, maxOutput).then((outcome) => {
      tell({ ...outcome, id });
    });
  });
  tell({ kind: 'loaded', info });
}

// Given by module-thread.ts.
const setup: unknown = workerData;
if (isSetup(setup)) await serve(setup);

function isSetup(value: unknown): value is ModuleSetup {
  return typeof fieldOf(value, 'path') === 'string';
}
