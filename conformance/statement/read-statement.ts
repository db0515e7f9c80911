import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { visit } from 'jsonc-parser';
import { pemOf } from './sign.js';
import type { SignedStatement } from './statement.js';
import { StatementError } from './statement-error.js';

/**
 * Reads the text of a statement: its whole form is checked, and that its key and signature are written in the one way
 * they can be. Whether they are right is another question.
 * @param name what errors call it
 * @throws StatementError
 */
export function parseStatement(text: string, name: string): SignedStatement {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new StatementError(`${name}: is not JSON; it may be cut off`);
  }
  const isStatement = (schema ??= compile());
  if (!isStatement(value)) {
    const fault = isStatement.errors?.[0];
    throw new StatementError(`${name}: is no statement: ${fault?.instancePath || '/'} ${fault?.message ?? ''}`);
  }
  if (hasFieldTwice(text)) throw new StatementError(`${name}: a field stands twice in one object`);
  const { publicKey, value: signature } = value.signature;
  if (!isOneWay(publicKey)) throw new StatementError(`${name}: its public key is no Ed25519 key as PEM`);
  if (Buffer.from(signature, 'base64').toString('base64') !== signature)
    throw new StatementError(`${name}: its signature is no base64`);
  return value;
}

let schema: ValidateFunction<SignedStatement> | undefined;

function compile(): ValidateFunction<SignedStatement> {
  const file = new URL('../../../conformance/schemas/statement.v1.schema.json', import.meta.url);
  return new Ajv2020({ strict: true }).compile<SignedStatement>(JSON.parse(readFileSync(file, 'utf8')) as object);
}

/** What signs nothing must not be changed either, or there would be two statements that look the same to some. */
function isOneWay(pem: string): boolean {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' && pemOf(key) === pem;
  } catch {
    return false;
  }
}

/** JSON.parse takes the last of two fields of one name, and a reader may take the first. */
function hasFieldTwice(text: string): boolean {
  const open: Set<string>[] = [];
  let isTwice = false;
  try {
    visit(text, {
      onObjectBegin: () => {
        open.push(new Set());
      },
      onObjectProperty: (property) => {
        const names = open.at(-1);
        if (names?.has(property) === true) isTwice = true;
        names?.add(property);
      },
      onObjectEnd: () => {
        open.pop();
      },
    });
  } catch {
    // What is nested deeper than can be followed is no field of a statement, so it stands where another one does.
    return true;
  }
  return isTwice;
}
