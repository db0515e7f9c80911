import { randomUUID } from 'node:crypto';
import { fillPlaces } from './http-places.js';
import type { HttpSettings } from './http-settings.js';

/** What is sent around a file. */
export interface Body {
  readonly contentType: string;
  readonly before: Buffer;
  readonly after: Buffer;
}

/** The same for every file, so that it gives nothing away. */
export const fileNameSent = 'return.xml';

/** What a file is said to be where the settings do not tell. */
const defaultContentType = 'application/xml';

/** Makes what is sent around a file. @throws ValidatorUsageError where a variable of the environment is not set */
export function makeBody({ body = 'raw', contentType = defaultContentType }: HttpSettings, year: number): Body {
  if (body === 'raw') return { contentType, before: Buffer.alloc(0), after: Buffer.alloc(0) };
  const boundary = `sen2kit-${randomUUID()}`;
  const fields = Object.entries(body.fields ?? {}).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${fillPlaces(value, year)}\r\n`,
  );
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(body.file)}"; filename="${fileNameSent}"\r\n` +
    `Content-Type: ${contentType}\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    before: Buffer.from(fields.join('') + head),
    after: Buffer.from(`\r\n--${boundary}--\r\n`),
  };
}

/** As browsers write the name of a part. */
function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
