import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Answer } from '../../../conformance/judge/index.js';
import { kitReader, type AnswerReader } from '../../../conformance/run/index.js';
import {
  ask,
  clean,
  closeAll,
  file,
  folder,
  largeFile,
  listening,
  make,
  none,
  restoreEnvironment,
  service,
  why,
  type Asked,
  type Handle,
} from './fake-service.js';

afterEach(restoreEnvironment);
afterAll(closeAll);

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
