import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Answer } from '../../../conformance/judge/index.js';
import {
  ValidatorUsageError,
  httpValidator,
  kitReader,
  withTimeout,
  type AnswerReader,
  type HttpOptions,
  type HttpSettings,
  type Validator,
} from '../../../conformance/run/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';
import { selfSigned } from './self-signed.js';

const folder = temporaryFolder();
const file = join(folder, 'PER-13.broken.xml');
writeFileSync(file, '<Message>é</Message>');
const largeFile = join(folder, 'large.xml');
writeFileSync(largeFile, Buffer.alloc(3_000_000, 'x'));

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Handle = (response: ServerResponse, asked: Asked, count: number) => void;

const servers: Server[] = [];
const validators: Validator[] = [];
const variables = ['SEN2KIT_TOKEN', 'SEN2KIT_KEY', 'SEN2KIT_SHORT', 'SEN2KIT_HOST', 'NODE_TLS_REJECT_UNAUTHORIZED'];
const before = variables.map((name) => [name, process.env[name]] as const);

afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
});

afterAll(async () => {
  await Promise.all(validators.map((one) => one.close()));
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  removeFolders();
});

/** A service on this machine that notes what it is asked. */
async function service(handle: Handle): Promise<{ host: string; asked: Asked[]; connections: () => number }> {
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

async function listening(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const clean: Handle = (response) => response.end('{"findings":[]}');
const none: Answer = { kind: 'findings', findings: [] };

function make(address: string, settings: HttpSettings = {}, options: HttpOptions = {}): Validator {
  const validator = httpValidator(address, { settings, ...options });
  validators.push(validator);
  return validator;
}

function ask(validator: Validator, ms = 20_000, path = file): Promise<Answer> {
  return withTimeout(validator, ms).validate({ file: path, year: 2025 });
}

function why(answer: Answer): string {
  if (answer.kind !== 'could-not-run') throw new Error(`not could-not-run: ${JSON.stringify(answer)}`);
  return answer.why;
}

describe('what is sent', () => {
  it('is the file as the body of a POST, with the year and nothing that gives the case away', async () => {
    const { host, asked } = await service(clean);
    const validator = make(`http://${host}/check`);
    expect(validator.identity).toEqual({ kind: 'http', name: `http://${host}/check` });
    expect(await ask(validator)).toEqual(none);
    const [{ method, url, headers, body } = {} as Asked] = asked;
    expect([method, url, body]).toEqual(['POST', '/check', '<Message>é</Message>']);
    expect(headers).toMatchObject({
      'content-type': 'application/xml',
      'sen2-collection-year': '2025',
      'content-length': '21',
    });
    expect(JSON.stringify(asked)).not.toMatch(/PER-13|broken/);
  });

  it('is as the settings have it, the year filled in', async () => {
    const { host, asked } = await service(clean);
    const headers = { 'X-Year': 'y{year}', Accept: 'text/csv' };
    await ask(make(`http://${host}/v/{year}?of={year}`, { method: 'PUT', contentType: 'text/xml', headers }));
    expect(asked[0]).toMatchObject({
      method: 'PUT',
      url: '/v/2025?of=2025',
      headers: { 'x-year': 'y2025', accept: 'text/csv', 'content-type': 'text/xml' },
    });
  });

  it('is a form where that is asked for', async () => {
    const { host, asked } = await service(clean);
    process.env['SEN2KIT_KEY'] = 'swordfish';
    const fields = { year: '{year}', apiKey: '${env:SEN2KIT_KEY}', 'a "b"': 'é' };
    expect(await ask(make(`http://${host}/`, { body: { file: 'return', fields } }))).toEqual(none);
    const [{ headers, body } = {} as Asked] = asked;
    const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(headers['content-type'] ?? '')?.[1] ?? 'none';
    expect(body.split(`--${boundary}`)).toEqual([
      '',
      '\r\nContent-Disposition: form-data; name="year"\r\n\r\n2025\r\n',
      '\r\nContent-Disposition: form-data; name="apiKey"\r\n\r\nswordfish\r\n',
      '\r\nContent-Disposition: form-data; name="a %22b%22"\r\n\r\né\r\n',
      '\r\nContent-Disposition: form-data; name="return"; filename="return.xml"\r\nContent-Type: application/xml\r\n\r\n<Message>é</Message>\r\n',
      '--\r\n',
    ]);
    expect(Number(headers['content-length'])).toBe(Buffer.byteLength(body));
    expect(JSON.stringify(asked)).not.toMatch(/PER-13|broken/);
  });

  it('may be large or empty', async () => {
    const { host, asked } = await service(clean);
    const validator = make(`http://${host}/`);
    expect(await ask(validator, 20_000, largeFile)).toEqual(none);
    const empty = join(folder, 'empty.xml');
    writeFileSync(empty, '');
    expect(await ask(validator, 20_000, empty)).toEqual(none);
    expect(asked.map(({ body }) => body.length)).toEqual([3_000_000, 0]);
    expect(why(await ask(validator, 20_000, join(folder, 'gone.xml')))).toBe('the file to be sent cannot be read');
  });

  it('goes over connections that are kept', async () => {
    const { host, connections } = await service(clean);
    const validator = make(`http://${host}/`);
    for (let n = 0; n < 20; n++) expect(await ask(validator)).toEqual(none);
    expect(connections()).toBe(1);
  });
});

describe('what comes back', () => {
  it('is read by the reader where the status is 200 to 299', async () => {
    const { host } = await service((response, _, count) => {
      response.statusCode = [200, 201, 202][count - 1] ?? 204;
      response.end(count < 4 ? '{"findings":[{"rule":"PER-13"}]}' : undefined);
    });
    const validator = make(`http://${host}/`);
    for (let n = 0; n < 3; n++)
      expect(await ask(validator)).toEqual({ kind: 'findings', findings: [{ rule: 'PER-13' }] });
    expect(why(await ask(validator))).toMatch(/printed nothing/);
    const reader: AnswerReader = {
      ...kitReader,
      capabilities: { granularity: 'rule', levels: false },
      readText: (text, { year }) => Promise.resolve({ kind: 'unsupported', why: `${text} ${year}` }),
    };
    const { host: other } = await service((response) => response.end('é'));
    const read = make(`http://${other}/`, {}, { reader });
    expect(read.capabilities).toEqual({ granularity: 'rule', levels: false });
    expect(await ask(read)).toEqual({ kind: 'unsupported', why: 'é 2025' });
  });

  it.each([400, 401, 404, 422, 500, 503])(
    'could not be run with status %d, and is not asked for again',
    async (status) => {
      const { host, asked } = await service((response) => response.writeHead(status).end('{"findings":[]}'));
      expect(why(await ask(make(`http://${host}/`)))).toBe(`it answered with status ${status}`);
      expect(asked).toHaveLength(1);
    },
  );

  it.each([301, 302, 303, 307, 308])(
    'could not be run where status %d sends elsewhere, which is not followed',
    async (status) => {
      const { host, asked } = await service((response) => response.writeHead(status, { Location: '/other' }).end());
      expect(why(await ask(make(`http://${host}/`)))).toMatch(
        new RegExp(`status ${status}, which sends elsewhere and is not`),
      );
      expect(asked.map(({ url }) => url)).toEqual(['/']);
    },
  );

  it.each<[string, Handle, RegExp]>([
    ['it is too much', (r) => r.end('x'.repeat(200_000)), /^it sent more than 100000 bytes$/],
    [
      'it never stops',
      (r) => {
        const more = (): void => {
          if (!r.destroyed && r.write('x'.repeat(10_000))) setImmediate(more);
          else r.once('drain', more);
        };
        more();
      },
      /^it sent more than 100000 bytes$/,
    ],
    ['it is compressed', (r) => r.writeHead(200, { 'Content-Encoding': 'gzip' }).end('x'), /^its answer is compressed/],
    ['it is not HTTP', (r) => r.socket?.end('hello\r\n\r\n'), /^what it answered is not HTTP \(HPE_/],
    ['it is rubbish', (r) => r.end('<html>'), /is not JSON: <html>$/],
    [
      'it is cut off',
      (r) => {
        r.writeHead(200, { 'Content-Length': '100' }).write('{"findings":[]}');
        setTimeout(() => r.socket?.destroy(), 50);
      },
      /^the connection was closed before the whole answer had come$/,
    ],
    ['it does not come', () => undefined, /^it gave no answer within 0.4 s$/],
  ])('could not be run where %s', async (what, handle, reason) => {
    const { host, asked } = await service(handle);
    const ms = what === 'it does not come' ? 400 : 20_000;
    expect(why(await ask(make(`http://${host}/`, {}, { maxOutput: 100_000 }), ms))).toMatch(reason);
    expect(asked).toHaveLength(1);
  });

  it('may come before the file was taken in, which then is not waited for', async () => {
    const server = createServer((_, response) => response.writeHead(413, { Connection: 'close' }).end());
    expect(why(await ask(make(`http://${await listening(server)}/`, { retries: 0 }), 20_000, largeFile))).toMatch(
      /status 413|connection was closed/,
    );
  });
});

describe('a connection that fails', () => {
  it('is tried again, at most as often as asked', async () => {
    const { host, asked } = await service((response, _, count) => {
      if (count < 3) response.socket?.destroy();
      else response.end('{"findings":[]}');
    });
    const validator = make(`http://${host}/`);
    expect(await ask(validator)).toEqual(none);
    expect(asked.map(({ body }) => body)).toEqual(Array.from({ length: 3 }, () => '<Message>é</Message>'));
    expect(validator.notes?.()).toEqual(['a file was sent again, since the connection failed']);

    const { host: never, asked: tries } = await service((response) => response.socket?.destroy());
    const closed = 'the connection was closed before an answer came';
    expect(why(await ask(make(`http://${never}/`, { retries: 1 })))).toBe(`${closed}, 2 times`);
    expect(tries).toHaveLength(2);
    expect(why(await ask(make(`http://${never}/`, { retries: 0 })))).toBe(closed);
    expect(tries).toHaveLength(3);
  });

  it('may be refused or lead nowhere', async () => {
    const server = createServer();
    const host = await listening(server);
    await new Promise((closed) => server.close(closed));
    expect(why(await ask(make(`http://${host}/`, { retries: 0 })))).toBe('the connection was refused');
    expect(why(await ask(make('http://no-such-host.invalid/', { retries: 0 })))).toMatch(
      /^the host (was not found|could not be looked up)$/,
    );
  });

  it('was kept and closed by the other side meanwhile: that alone costs no case', async () => {
    const { host, asked } = await service((response, { body }, count) => {
      // Not said beforehand, as by a service that is restarted.
      if (count === 2) response.socket?.destroy();
      else response.end(`{"findings":[{"rule":"${body.length}"}]}`);
    });
    const validator = make(`http://${host}/`, { retries: 0 });
    const found: Answer = { kind: 'findings', findings: [{ rule: '20' }] };
    for (let n = 0; n < 3; n++) expect(await ask(validator)).toEqual(found);
    expect(asked).toHaveLength(4);
  });

  it('is not waited for once the run has ended', async () => {
    const { host, asked } = await service((response) => response.socket?.destroy());
    const validator = make(`http://${host}/`, { retries: 10 });
    const started = performance.now();
    const answer = await validator.validate({ file, year: 2025 }, AbortSignal.timeout(150));
    expect(answer.kind).toBe('could-not-run');
    expect(performance.now() - started).toBeLessThan(1500);
    expect(why(await validator.validate({ file, year: 2025 }, AbortSignal.abort()))).toBe('it was stopped');
    expect(asked.length).toBeLessThan(4);
  });
});

describe('certificates', () => {
  it('are always checked', async () => {
    const server = createSecureServer(selfSigned(), (_, response) => response.end('{"findings":[]}'));
    const host = await listening(server);
    const validator = make(`https://${host}/`);
    expect(validator.identity.kind).toBe('https');
    const refused = /^its certificate is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\); name an authority of your own in/;
    expect(why(await ask(validator))).toMatch(refused);
  });

  it('are checked where the environment says at the last moment that they are not to be', async () => {
    const server = createSecureServer(selfSigned(), (_, response) => response.end('{"findings":[]}'));
    // In a process of its own, since the environment of a test is a copy that Node does not look at.
    const script = `
      import { httpValidator } from ${JSON.stringify(pathToFileURL(resolve('dist/conformance/run/index.js')).href)};
      const validator = httpValidator('https://${await listening(server)}/');
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      console.log((await validator.validate({ file: ${JSON.stringify(file)}, year: 2025 })).why);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    expect(stdout).toMatch(/^its certificate is not trusted/);
  });

  it('are not to be left unchecked', () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    expect(() => make('https://127.0.0.1/')).toThrow(ValidatorUsageError);
    expect(() => make('https://127.0.0.1/')).toThrow(/NODE_TLS_REJECT_UNAUTHORIZED=0 has certificates go unchecked/);
    expect(make('http://127.0.0.1/').identity.kind).toBe('http');
  });

  it('are needed by https', async () => {
    const { host } = await service(clean);
    expect(why(await ask(make(`https://${host}/`)))).toMatch(/^no exchange with it was possible \(E/);
  });
});

describe('secrets', () => {
  const token = 'tok/en "1+2" é';
  const key = 'k&y=7#9/0';

  function setAll(host: string): void {
    process.env['SEN2KIT_TOKEN'] = 'x-0123456789abcdef/ghi';
    process.env['SEN2KIT_KEY'] = key;
    process.env['SEN2KIT_SHORT'] = '13';
    process.env['SEN2KIT_HOST'] = host;
  }

  it('come from the environment when a file is sent', async () => {
    const { host, asked } = await service(clean);
    setAll(host);
    const validator = make('http://${env:SEN2KIT_HOST}/a?key=${env:SEN2KIT_KEY}&y={year}', {
      headers: { Authorization: 'Bearer ${env:SEN2KIT_TOKEN}', Cookie: 's=${env:SEN2KIT_SHORT}' },
    });
    expect(await ask(validator)).toEqual(none);
    expect(new URL(asked[0]?.url ?? '', 'http://h').searchParams.get('key')).toBe(key);
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer x-0123456789abcdef/ghi', cookie: 's=13' });
    process.env['SEN2KIT_TOKEN'] = 'another';
    await ask(validator);
    expect(asked[1]?.headers.authorization).toBe('Bearer another');
    Reflect.deleteProperty(process.env, 'SEN2KIT_TOKEN');
    expect(why(await ask(validator))).toMatch(/^the environment variable SEN2KIT_TOKEN is not set/);
  });

  it.each<[string, Handle]>([
    ['a status', (r, { headers }) => r.writeHead(401, headers.authorization).end(headers.authorization)],
    ['a body that is no JSON', (r, { headers }) => r.end(`no ${headers.authorization ?? ''}`)],
    ['a body that is cut in the reason', (r, { headers }) => r.end(`${'n'.repeat(38)} ${headers.authorization ?? ''}`)],
    ['a short one in a body that is no JSON', (r, { headers }) => r.end(`no ${headers.cookie ?? ''}`)],
    ['an address in a body', (r, { url }) => r.end(url)],
    [
      'a finding',
      (r, { headers, url }) =>
        r.end(
          JSON.stringify({
            findings: [{ rule: headers.authorization, message: `${headers.cookie ?? ''} ${url ?? ''}` }],
          }),
        ),
    ],
    [
      'JSON as PHP writes it',
      (r, { headers }) => r.end(JSON.stringify({ findings: [{ rule: headers.authorization }] }).replaceAll('/', '\\/')),
    ],
    ['a redirect', (r, { url }) => r.writeHead(302, { Location: url }).end()],
    ['a connection that fails', (r) => r.socket?.destroy()],
  ])('stand in nothing that is told: %s', async (_, handle) => {
    const { host } = await service(handle);
    setAll(host);
    const validator = make('http://${env:SEN2KIT_HOST}/a?key=${env:SEN2KIT_KEY}', {
      headers: { Authorization: 'Bearer ${env:SEN2KIT_TOKEN}', Cookie: 's=${env:SEN2KIT_SHORT}' },
      retries: 1,
    });
    const told = JSON.stringify([await ask(validator), validator.identity, validator.notes?.()]);
    for (const value of ['0123456789', 'ghi', key, encodeURIComponent(key), 's=13', host])
      expect(told).not.toContain(value);
    expect(told).toContain('${env:SEN2KIT_HOST}');
  });

  it('that are short change nothing that is judged', async () => {
    const { host } = await service((response) => response.end('{"findings":[{"rule":"PER-13","message":"no 13"}]}'));
    setAll(host);
    const validator = make(`http://${host}/`, { headers: { 'x-api-key': '${env:SEN2KIT_SHORT}' } });
    expect(await ask(validator)).toEqual({
      kind: 'findings',
      findings: [{ rule: 'PER-13', message: 'no ${env:SEN2KIT_SHORT}' }],
    });
  });

  it.each<[string, HttpSettings, RegExp]>([
    [
      'http://h/',
      { headers: { authorization: 'Bearer abc' } },
      /the header authorization may hold a secret; give it as/,
    ],
    ['http://h/', { headers: { 'Proxy-Authorization': 'Basic abc' } }, /Proxy-Authorization may hold a secret/],
    ['http://h/', { headers: { COOKIE: 's=1' } }, /COOKIE may hold a secret/],
    ['http://h/', { headers: { 'X-API-Key': 'abc' } }, /X-API-Key may hold a secret/],
    ['http://h/', { headers: { 'X-Auth-Token': 'abc{year}' } }, /X-Auth-Token may hold a secret/],
    ['http://h/', { headers: { 'Client-Secret': 'abc' } }, /Client-Secret may hold a secret/],
    ['http://h/', { body: { file: 'f', fields: { password: 'abc' } } }, /the field password may hold a secret/],
    ['http://me:word@h/', {}, /holds a user name or password/],
    ['http://${env:SEN2KIT_KEY}/', {}, /^http:\/\/\$\{env:SEN2KIT_KEY\}\/ is no address|holds a user name or password/],
    ['http://h/?token=abc', {}, /the address gives token as it is/],
    [
      'http://h/',
      { headers: { authorization: '${env:SEN2KIT_UNSET}' } },
      /^the environment variable SEN2KIT_UNSET is not/,
    ],
    ['http://h/', { headers: { 'x-api-key': '${SEN2KIT_KEY}' } }, /write \$\{env:NAME\}/],
    ['http://h/', { headers: { 'x-api-key': '${env:SEN2KIT_TOKEN}' } }, /has a value with a line break/],
  ])('are refused in %s with %j', (address, settings, reason) => {
    process.env['SEN2KIT_KEY'] = 'me:word@h';
    process.env['SEN2KIT_TOKEN'] = `${token}\n`;
    const making = (): Validator => make(address, settings);
    expect(making).toThrow(ValidatorUsageError);
    expect(making).toThrow(reason);
    try {
      making();
    } catch (error) {
      expect(String(error)).not.toMatch(/abc|word@|tok\/en|\n/);
    }
  });
});

describe('settings', () => {
  it.each<[HttpSettings, RegExp]>([
    [{ retries: 11 }, /retries is 11; a whole number from 0 to 10/],
    [{ retries: 0.5 }, /retries is 0.5/],
    [{ retries: -1 }, /retries is -1/],
    [{ body: { file: '' } }, /the part that holds the file is empty/],
    [{ headers: { 'a b': 'c' } }, /the header a b has a name that no header can have/],
    [{ headers: { a: 'b\r\nc: d' } }, /the header a has a value with a line break/],
    [{ headers: { 'Content-Length': '1' } }, /the header Content-Length is the kit's own/],
    [{ headers: { 'sen2-collection-year': '2024' } }, /is the kit's own; leave it out/],
    [{ contentType: 'a\r\nb' }, /contentType has a value with a line break/],
  ])('%j are refused', (settings, reason) => {
    expect(() => make('http://127.0.0.1/', settings)).toThrow(ValidatorUsageError);
    expect(() => make('http://127.0.0.1/', settings)).toThrow(reason);
  });
});
