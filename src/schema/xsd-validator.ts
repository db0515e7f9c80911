import type * as LibXml from 'libxml2-wasm';

/** Why a document is not valid. */
export interface XsdMessage {
  readonly message: string;
  /** From 1, where it is known. */
  readonly line?: number;
}

export interface XsdVerdict {
  readonly valid: boolean;
  /** None where the document is valid. */
  readonly messages: readonly XsdMessage[];
}

/** A compiled schema, to put any number of documents to. */
export interface XsdValidator {
  /**
   * A document that is not well-formed XML is not valid; no document makes this throw.
   * @throws XsdError after `dispose`.
   */
  validate(bytes: Uint8Array): XsdVerdict;
  /** Frees the schema. */
  dispose(): void;
}

/** A schema that is not well-formed, is no schema, or needs another file. */
export class XsdError extends Error {
  override readonly name = 'XsdError';
}

/**
 * Compiles a schema. Neither the schema nor a document can have anything loaded from disk or network, and entities are
 * not expanded. The XML library is loaded with the first schema: only commands that validate wait for it.
 * @throws XsdError for text that is no schema, with the reason.
 */
export async function loadXsd(xsdText: string): Promise<XsdValidator> {
  const xml = await import('libxml2-wasm');
  let schema: LibXml.XsdValidator | undefined = compile(xml, xsdText);
  return {
    validate: (bytes) => {
      if (!schema) throw new XsdError('the schema has been disposed of');
      return validate(xml, schema, bytes);
    },
    dispose: () => {
      schema?.dispose();
      schema = undefined;
    },
  };
}

function parseOptions({ ParseOption }: typeof LibXml): LibXml.ParseOptions {
  const { XML_PARSE_NO_XXE, XML_PARSE_NONET, XML_PARSE_NO_SYS_CATALOG, XML_PARSE_BIG_LINES } = ParseOption;
  return { option: XML_PARSE_NO_XXE | XML_PARSE_NONET | XML_PARSE_NO_SYS_CATALOG | XML_PARSE_BIG_LINES };
}

function compile(xml: typeof LibXml, xsdText: string): LibXml.XsdValidator {
  let document: LibXml.XmlDocument | undefined;
  try {
    document = xml.XmlDocument.fromString(xsdText, parseOptions(xml));
    return xml.XsdValidator.fromDoc(document);
  } catch (error) {
    if (!(error instanceof xml.XmlError)) throw error;
    const first = detailsOf(xml, error)[0] ?? { message: error.message };
    const at = first.line === undefined ? '' : ` (line ${first.line})`;
    throw new XsdError(`not a usable schema${at}: ${first.message}`, { cause: error });
  } finally {
    document?.dispose();
  }
}

function validate(xml: typeof LibXml, schema: LibXml.XsdValidator, bytes: Uint8Array): XsdVerdict {
  if (declaresOtherVersion(bytes))
    return { valid: false, messages: [{ message: 'the document is not XML 1.0', line: 1 }] };
  let document: LibXml.XmlDocument | undefined;
  try {
    document = xml.XmlDocument.fromBuffer(bytes, parseOptions(xml));
    schema.validate(document);
    return { valid: true, messages: [] };
  } catch (error) {
    if (!(error instanceof xml.XmlError)) throw error;
    const messages = detailsOf(xml, error);
    // Without details the library could make nothing of the document, as where a value holds an entity.
    if (messages.length === 0) messages.push({ message: `the document could not be looked at: ${error.message}` });
    return { valid: false, messages };
  } finally {
    document?.dispose();
  }
}

/** The library reads a document that declares another version as if it were 1.0. */
function declaresOtherVersion(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 100)).toString('latin1');
  const version = /^(?:\u00ef\u00bb\u00bf)?<\?xml\s+version\s*=\s*["']([^"']*)["']/.exec(start)?.[1];
  return version !== undefined && version !== '1.0';
}

function detailsOf(xml: typeof LibXml, error: LibXml.XmlError): XsdMessage[] {
  if (!(error instanceof xml.XmlLibError)) return [];
  return error.details.map(({ message, line }) => ({ message: message.trim(), ...(line > 0 ? { line } : {}) }));
}
