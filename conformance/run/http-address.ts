import { checkPlaces, fillPlaces, isFromEnvironment, withoutPlaces } from './http-places.js';
import { ValidatorUsageError } from './validator.js';

/** What tells a secret wherever it stands in a name. */
const secretParts = /authorization|token|secret|key|passw|pwd|credential|signature/i;

/** What tells one as a word of a name alone: an author is no secret, nor is a passage. */
const secretWords: ReadonlySet<string> = new Set(['sig', 'auth', 'pass', 'session', 'sessionid']);

/** What tells one as the whole of a name: `code` opens an Azure function, while `la_code` is no more than that. */
const secretNames: ReadonlySet<string> = new Set(['cookie', 'code']);

/** Whether what goes under a name is a secret, as far as the name tells. Letter case does not count. */
export function isSecretName(name: string): boolean {
  if (secretParts.test(name) || secretNames.has(name.toLowerCase())) return true;
  const words = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').split(/[^A-Za-z0-9]+/);
  return words.some((word) => secretWords.has(word.toLowerCase()));
}

/**
 * Checks the address of a service as the user wrote it, places not filled in.
 * @throws ValidatorUsageError where it is none, or holds a secret: it stands in every report
 */
export function checkAddress(text: string): void {
  const url = parseAddress(withoutPlaces(text), text);
  checkPlaces(text, text);
  // The names are those of the text as it is: its places stand in values.
  const query = new URLSearchParams(text.slice(text.indexOf('?') + 1));
  for (const name of url.searchParams.keys()) {
    const isLiteral = query.getAll(name).some((value) => !isFromEnvironment(value));
    if (isSecretName(name) && isLiteral) {
      throw new ValidatorUsageError(
        `the address gives ${name} as it is, and would stand in every report; write ${name}=\${env:NAME}`,
      );
    }
  }
}

/**
 * The address to send to. What the environment gives is percent-encoded, but for the host and port.
 * @throws ValidatorUsageError where a variable is not set, or the outcome is no address
 */
export function fillAddress(text: string, year: number): URL {
  const [host = ''] = /^[a-z]+:\/\/[^/?#]*/i.exec(text) ?? [];
  return parseAddress(fillPlaces(host, year) + fillPlaces(text.slice(host.length), year, encodeURIComponent), text);
}

/** @param shown the address as the user wrote it, for messages, since what was filled in may be secret */
function parseAddress(text: string, shown: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new ValidatorUsageError(
      `${withoutUser(shown)} is no address; write http://HOST:PORT/PATH or https://HOST/PATH`,
    );
  }
  if (!/^https?:\/\//i.test(shown)) {
    throw new ValidatorUsageError(`${withoutUser(shown)} is no address; write http:// or https:// and the host`);
  }
  if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(text)) {
    throw new ValidatorUsageError(
      'the address holds a user name or password, and would stand in every report; leave it out and give the header authorization as ${env:NAME}',
    );
  }
  return url;
}

function withoutUser(text: string): string {
  return text.replace(/\/\/[^/?#]*@/, '//');
}
