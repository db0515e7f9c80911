import { parseCommandTemplate, type CommandTemplate } from './command-template.js';
import { ValidatorUsageError } from './validator.js';

/** What `--validator` names. */
export type ValidatorSpec =
  | { readonly kind: 'reference' }
  | { readonly kind: 'cmd'; readonly template: CommandTemplate }
  | { readonly kind: 'xsd'; readonly file: string };

const kinds = 'reference, cmd:COMMAND {file} {year} {out} and xsd:FILE';
const later: ReadonlySet<string> = new Set(['stdio', 'http', 'https', 'module']);

/** Reads `--validator`. @throws ValidatorUsageError where it names nothing that can be run, listing what can. */
export function parseValidatorSpec(text: string): ValidatorSpec {
  if (text === 'reference') return { kind: 'reference' };
  const colon = text.indexOf(':');
  const kind = colon < 0 ? undefined : text.slice(0, colon);
  const rest = text.slice(colon + 1);
  if (kind === 'cmd') return { kind: 'cmd', template: parseCommandTemplate(rest) };
  if (kind === 'xsd') {
    if (rest === '') throw new ValidatorUsageError('xsd: names no file; write xsd:FILE');
    return { kind: 'xsd', file: rest };
  }
  if (kind !== undefined && later.has(kind)) {
    throw new ValidatorUsageError(`validators of the kind ${kind}: are not there yet; there are ${kinds}`);
  }
  throw new ValidatorUsageError(`${text === '' ? 'nothing' : text} is no validator; there are ${kinds}`);
}
