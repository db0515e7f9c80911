import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { UsageError } from '../exit.js';
import { readSmallFile } from './small-file.js';

const maxKeyBytes = 64 * 1024;
const makeOne = 'make one with: openssl genpkey -algorithm ed25519 -out key.pem';
const passphraseVariable = 'SEN2KIT_KEY_PASSPHRASE';

/**
 * Reads the private key that a statement is signed with. What is in the file, and its passphrase, is in no message.
 * @param passphrase from the environment alone, since command lines are seen by others
 * @throws UsageError
 */
export function readSigningKey(
  file: string,
  passphrase: string | undefined = process.env[passphraseVariable],
): KeyObject {
  const pem = readPem(file, '--key');
  const isEncrypted = pem.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----');
  if (isEncrypted && (passphrase === undefined || passphrase === '')) {
    throw new UsageError(
      `--key ${file}: the key is encrypted; put its passphrase in the environment variable ${passphraseVariable}`,
    );
  }
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: 'pem', ...(isEncrypted && { passphrase }) });
  } catch {
    throw new UsageError(
      isEncrypted
        ? `--key ${file}: the passphrase in ${passphraseVariable} does not open it, or it is damaged`
        : `--key ${file}: is no private key, PKCS#8 as PEM; ${makeOne}`,
    );
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new UsageError(
      `--key ${file}: is a key of type ${key.asymmetricKeyType ?? 'unknown'}, Ed25519 is needed; ${makeOne}`,
    );
  }
  return key;
}

/** Reads the public key that a statement must be signed with. @throws UsageError */
export function readPublicKey(file: string): KeyObject {
  const pem = readPem(file, '--public-key');
  const take = 'openssl pkey -in key.pem -pubout -out public.pem';
  // Node would make a public key of it; but who was handed a private key should know.
  if (pem.includes('PRIVATE KEY-----')) {
    throw new UsageError(
      `--public-key ${file}: is a private key, which belongs to its holder alone; its public half is needed: ${take}`,
    );
  }
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw new UsageError(`--public-key ${file}: is no public key, SPKI as PEM; its holder makes it with: ${take}`);
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new UsageError(
      `--public-key ${file}: is a key of type ${key.asymmetricKeyType ?? 'unknown'}; statements are signed with Ed25519`,
    );
  }
  return key;
}

function readPem(file: string, option: string): string {
  const read = readSmallFile(file, maxKeyBytes);
  if ('why' in read) throw new UsageError(`${option} ${file}: ${read.why}`);
  return read.text;
}
