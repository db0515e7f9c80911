import { writeFileSync } from 'node:fs';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Answer } from '../../../conformance/judge/index.js';
import {
  httpValidator,
  withTimeout,
  type HttpOptions,
  type HttpSettings,
  type Validator,
} from '../../../conformance/run/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';

export const folder = temporaryFolder();
export const file = join(folder, 'PER-13.broken.xml');
writeFileSync(file, '<Message>é</Message>');
export const largeFile = join(folder, 'large.xml');
writeFileSync(largeFile, Buffer.alloc(3_000_000, 'x'));

export interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Handle = (response: ServerResponse, asked: Asked, count: number) => void;

const servers: Server[] = [];
const validators: Validator[] = [];

/** For afterAll. */
export async function closeAll(): Promise<void> {
  await Promise.all(validators.map((one) => one.close()));
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  removeFolders();
}

/** A service on this machine that notes what it is asked. */
export async function service(handle: Handle): Promise<{ host: string; asked: Asked[]; connections: () => number }> {
  const asked: Asked[] = [];
  let connections = 0;
  const server = createServer((request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      asked.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
      handle(response, asked.at(-1) as Asked, asked.length);
    });
  });
  server.on('connection', () => (connections += 1));
  return { host: await listening(server), asked, connections: () => connections };
}

export async function listening(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Finds nothing. */
export const clean: Handle = (response) => response.end('{"findings":[]}');
export const none: Answer = { kind: 'findings', findings: [] };

export function make(address: string, settings: HttpSettings = {}, options: HttpOptions = {}): Validator {
  const validator = httpValidator(address, { settings, ...options });
  validators.push(validator);
  return validator;
}

export function ask(validator: Validator, ms = 20_000, path = file): Promise<Answer> {
  return withTimeout(validator, ms).validate({ file: path, year: 2025 });
}

export function why(answer: Answer): string {
  if (answer.kind !== 'could-not-run') throw new Error(`not could-not-run: ${JSON.stringify(answer)}`);
  return answer.why;
}

const variables = ['SEN2KIT_TOKEN', 'SEN2KIT_KEY', 'SEN2KIT_SHORT', 'SEN2KIT_HOST', 'NODE_TLS_REJECT_UNAUTHORIZED'];
const before = variables.map((name) => [name, process.env[name]] as const);

/** For afterEach. */
export function restoreEnvironment(): void {
  for (const [name, value] of before) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}
