import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../../../src/cli/exit.js';
import { readPublicKey, readSigningKey } from '../../../../src/cli/work/keys.js';

const folder = mkdtempSync(join(tmpdir(), 'sen2kit keys '));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string): string => join(folder, name);
const passphrase = 'correct horse';
const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;
const spki = { type: 'spki', format: 'pem' } as const;
const ed25519 = generateKeyPairSync('ed25519');
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
for (const [name, text] of Object.entries({
  'key.pem': ed25519.privateKey.export(pkcs8),
  'public.pem': ed25519.publicKey.export(spki),
  'locked.pem': ed25519.privateKey.export({ ...pkcs8, cipher: 'aes-256-cbc', passphrase }),
  'ec.pem': ec.privateKey.export(pkcs8),
  'ec-public.pem': ec.publicKey.export(spki),
  'text.pem': 'no key at all',
}))
  writeFileSync(file(name), text);

function saidOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'nothing';
}

describe('a key to sign with', () => {
  it('is an Ed25519 key, encrypted or not', () => {
    for (const key of [readSigningKey(file('key.pem'), undefined), readSigningKey(file('locked.pem'), passphrase)])
      expect(key.export(pkcs8)).toBe(ed25519.privateKey.export(pkcs8));
  });

  it.each([
    [
      'ec.pem',
      undefined,
      /is a key of type ec, Ed25519 is needed; make one with: openssl genpkey -algorithm ed25519 -out key\.pem$/,
    ],
    ['text.pem', undefined, /is no private key.*openssl genpkey/],
    ['public.pem', undefined, /is no private key/],
    ['nosuch.pem', undefined, /nosuch\.pem: no such file$/],
    ['', undefined, /is a folder$/],
    ['locked.pem', undefined, /put its passphrase in the environment variable SEN2KIT_KEY_PASSPHRASE$/],
    ['locked.pem', '', /put its passphrase in the environment variable SEN2KIT_KEY_PASSPHRASE$/],
    ['locked.pem', 'wrong', /the passphrase in SEN2KIT_KEY_PASSPHRASE does not open it/],
  ])('is not %s with the passphrase %s', (name, given, said) => {
    const message = saidOf(() => readSigningKey(file(name), given));
    expect(message).toMatch(said);
    expect(message).toMatch(/^--key [^\n]+$/);
    expect(message).not.toContain(passphrase);
  });

  it('is not a device that never ends', () => {
    expect(saidOf(() => readSigningKey('/dev/zero', undefined))).toMatch(/has more than 65536 bytes$/);
  });
});

describe('a key to check with', () => {
  it('is the public half of an Ed25519 key', () => {
    expect(readPublicKey(file('public.pem')).export(spki)).toBe(ed25519.publicKey.export(spki));
  });

  it.each([
    ['key.pem', /is a private key, which belongs to its holder alone.*openssl pkey -in key\.pem -pubout/],
    ['locked.pem', /is a private key/],
    ['text.pem', /is no public key/],
    ['ec-public.pem', /is a key of type ec; statements are signed with Ed25519$/],
    ['nosuch.pem', /no such file$/],
  ])('is not %s', (name, said) => {
    expect(saidOf(() => readPublicKey(file(name)))).toMatch(said);
  });
});
