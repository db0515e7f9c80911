import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What the tests use of libxmljs2, which the project does not depend on. */
interface LibXmlJs {
  parseXml(xml: string | Uint8Array, options?: { readonly nonet?: boolean; readonly noent?: boolean }): Document;
}

interface Document {
  validate(schema: Document): boolean;
}

/** Whether another XML Schema validator takes a document. A document that is not well-formed is not taken. */
export type Opinion = (bytes: Uint8Array) => boolean;

export type SecondOpinion =
  | { readonly available: true; readonly about: (xsdText: string) => Opinion }
  | { readonly available: false; readonly reason: string };

/**
 * A second XML Schema validator, where `npm test` could install it. Tests that need it pass over it with the reason
 * where it is not there, except under CI, which insists.
 */
export function secondOpinion(): SecondOpinion {
  const folder = join(process.cwd(), 'test', 'second-opinion');
  let library: LibXmlJs;
  try {
    library = createRequire(join(folder, 'package.json'))('libxmljs2') as LibXmlJs;
  } catch (error) {
    return { available: false, reason: installed(folder) ?? String(error) };
  }
  return {
    available: true,
    about: (xsdText) => {
      const schema = library.parseXml(xsdText);
      return (bytes) => {
        let document: Document;
        try {
          document = library.parseXml(bytes, { nonet: true, noent: false });
        } catch {
          return false;
        }
        // This throws for a schema it cannot use, which is no opinion on the document.
        return document.validate(schema);
      };
    },
  };
}

/** Why it could not be installed, as the installation left it. */
function installed(folder: string): string | undefined {
  try {
    const outcome = JSON.parse(readFileSync(join(folder, 'outcome.json'), 'utf8')) as { readonly reason?: string };
    return outcome.reason;
  } catch {
    return undefined;
  }
}
