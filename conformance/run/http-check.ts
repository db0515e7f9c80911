import { validateHeaderName, validateHeaderValue } from 'node:http';
import { checkAddress, fillAddress, isSecretName } from './http-address.js';
import { checkPlaces, fillPlaces, isFromEnvironment } from './http-places.js';
import type { HttpSettings } from './http-settings.js';
import { ValidatorUsageError } from './validator.js';

/** The header that tells the collection year. */
export const yearHeader = 'Sen2-Collection-Year';

const ownHeaders: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-type',
  'expect',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  yearHeader.toLowerCase(),
]);

const retriesAtMost = 10;

/** Any year will do to find out what cannot be filled in. */
const someYear = 2025;

/**
 * Checks where and how files are to be sent, and that the environment has what is to be taken from it.
 * @throws ValidatorUsageError with the first thing that makes no sense or would give a secret away
 */
export function checkHttp(address: string, settings: HttpSettings): void {
  checkAddress(address);
  const { protocol } = fillAddress(address, someYear);
  if (protocol === 'https:' && process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    throw new ValidatorUsageError(
      'NODE_TLS_REJECT_UNAUTHORIZED=0 has certificates go unchecked; unset it, and name an authority of your own in NODE_EXTRA_CA_CERTS',
    );
  }
  const { headers = {}, body = 'raw', contentType, retries } = settings;
  for (const [name, value] of Object.entries(headers)) checkHeader(name, value);
  if (contentType !== undefined) checkCharacters('contentType', contentType);
  if (body !== 'raw') {
    if (body.file === '') throw new ValidatorUsageError('http: the name of the part that holds the file is empty');
    for (const [name, value] of Object.entries(body.fields ?? {})) checkValue(`the field ${name}`, name, value);
  }
  if (retries !== undefined && !(Number.isInteger(retries) && retries >= 0 && retries <= retriesAtMost)) {
    throw new ValidatorUsageError(`http: retries is ${retries}; a whole number from 0 to ${retriesAtMost} is needed`);
  }
}

function checkHeader(name: string, value: string): void {
  const what = `the header ${name}`;
  if (ownHeaders.has(name.toLowerCase())) throw new ValidatorUsageError(`http: ${what} is the kit's own; leave it out`);
  try {
    validateHeaderName(name);
  } catch {
    throw new ValidatorUsageError(`http: ${what} has a name that no header can have`);
  }
  checkCharacters(what, checkValue(what, name, value));
}

function checkCharacters(what: string, value: string): void {
  try {
    validateHeaderValue(what, value);
  } catch {
    throw new ValidatorUsageError(`http: ${what} has a value with a line break or another character it cannot have`);
  }
}

/** Gives the value, filled in. */
function checkValue(what: string, name: string, value: string): string {
  checkPlaces(value, `http: ${what}`);
  if (isSecretName(name) && !isFromEnvironment(value)) {
    throw new ValidatorUsageError(`http: ${what} may hold a secret; give it as \${env:NAME} from the environment`);
  }
  return fillPlaces(value, someYear);
}
