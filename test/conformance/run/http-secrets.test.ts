import { execFile } from 'node:child_process';
import { createServer as createSecureServer } from 'node:https';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ValidatorUsageError, type HttpSettings, type Validator } from '../../../conformance/run/index.js';
import {
  ask,
  clean,
  closeAll,
  file,
  listening,
  make,
  none,
  restoreEnvironment,
  service,
  why,
  type Handle,
} from './fake-service.js';
import { selfSigned } from './self-signed.js';

afterEach(restoreEnvironment);
afterAll(closeAll);

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

  it.each([
    ...['sig', 'signature', 'code', 'auth', 'Authorization', 'credential', 'credentials', 'pwd', 'pass', 'session'],
    ...['x-sig', 'X-Amz-Signature', 'userPwd', 'basic_auth', 'sessionId', 'session_id', 'user.pass'],
  ])('are not written under the name %s', (name) => {
    expect(() => make(`http://h/?year={year}&${name}=abc`)).toThrow(
      `the address gives ${name} as it is, and would stand in every report; write ${name}=\${env:NAME}`,
    );
    expect(() => make('http://h/', { headers: { [name.replace('.', '-')]: 'abc' } })).toThrow(/may hold a secret/);
  });

  it.each(['la_code', 'author', 'passage', 'signal', 'postcode', 'sessions'])('are not what %s tells', (name) => {
    expect(() => make(`http://h/?${name}=abc`)).not.toThrow();
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
