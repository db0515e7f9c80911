import {
  parseCommandTemplate,
  parseCommandWords,
  type CommandTemplate,
  type CommandWords,
} from './command-template.js';
import { checkAddress } from './http-address.js';
import { ValidatorUsageError } from './validator.js';

/** What `--validator` names. */
export type ValidatorSpec =
  | { readonly kind: 'reference' }
  | { readonly kind: 'cmd'; readonly template: CommandTemplate }
  | { readonly kind: 'stdio'; readonly command: CommandWords }
  /** The address as it was written, places for the year and the environment not yet filled. */
  | { readonly kind: 'http'; readonly address: string }
  | { readonly kind: 'module'; readonly file: string }
  | { readonly kind: 'xsd'; readonly file: string };

const kinds =
  'reference, cmd:COMMAND {file} {year} {out}, stdio:COMMAND, http:URL or https:URL, module:FILE and xsd:FILE';

/** Reads `--validator`. @throws ValidatorUsageError where it names nothing that can be run, listing what can. */
export function parseValidatorSpec(text: string): ValidatorSpec {
  if (text === 'reference') return { kind: 'reference' };
  const colon = text.indexOf(':');
  const kind = colon < 0 ? undefined : text.slice(0, colon);
  const rest = text.slice(colon + 1);
  switch (kind) {
    case 'cmd':
      return { kind, template: parseCommandTemplate(rest) };
    case 'stdio':
      return { kind, command: parseCommandWords(rest) };
    case 'http':
    case 'https':
      checkAddress(text);
      return { kind: 'http', address: text };
    case 'module':
    case 'xsd':
      if (rest === '') throw new ValidatorUsageError(`${kind}: names no file; write ${kind}:FILE`);
      return { kind, file: rest };
    default:
      throw new ValidatorUsageError(`${text === '' ? 'nothing' : text} is no validator; there are ${kinds}`);
  }
}
