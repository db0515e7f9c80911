import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { SignedStatement, Statement } from './statement.js';

/**
 * Signs a statement. Only the public half of the key comes to stand in it.
 * @param privateKey of type ed25519
 * @throws TypeError where a text of the statement holds half of a pair of surrogates
 */
export function signStatement(statement: Statement, privateKey: KeyObject): SignedStatement {
  const value = sign(null, bytesOf(statement), privateKey).toString('base64');
  return {
    format: 1,
    statement,
    signature: { algorithm: 'Ed25519', publicKey: pemOf(createPublicKey(privateKey)), value },
  };
}

/** Whether the statement was signed with the private half of the key that stands in it, and not changed since. */
export function isSignatureRight({ statement, signature }: SignedStatement): boolean {
  try {
    const key = createPublicKey(signature.publicKey);
    return verify(null, bytesOf(statement), key, Buffer.from(signature.value, 'base64'));
  } catch {
    return false;
  }
}

/** A public key as PEM, in the one way it is written in statements. */
export function pemOf(publicKey: KeyObject): string {
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

function bytesOf(statement: Statement): Uint8Array {
  return Buffer.from(canonicalJson(statement), 'utf8');
}
