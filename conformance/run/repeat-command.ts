import { shellWord } from '../shape/index.js';
import { fillTemplate } from './command-template.js';
import type { HttpSettings } from './http-settings.js';
import { fileNameSent } from './http-body.js';
import { yearHeader } from './http-check.js';
import type { ValidatorSpec } from './parse-validator-spec.js';
import type { ValidationRequest } from './validator.js';

/** Where a command that writes its answer to {out} is told to write it, when it is started by hand. */
const outByHand = './answer';

/**
 * What a person types into a POSIX shell to put one file to a validator without this kit in between. Secrets stay the
 * variables of the environment that they are.
 */
export function repeatCommand(spec: ValidatorSpec, request: ValidationRequest, http: HttpSettings = {}): string {
  const { file, year } = request;
  const words = (...list: readonly string[]): string => list.map(shellWord).join(' ');
  switch (spec.kind) {
    case 'reference':
      return words('sen2kit', 'validate', file, '--year', String(year), '--format', 'json');
    case 'cmd':
      return words(...fillTemplate(spec.template, { ...request, out: outByHand }));
    case 'stdio':
      return `${words('printf', String.raw`%s\n`, ...linesFor(request))} | ${words(...spec.command.words)}`;
    case 'http':
      return curl(spec.address, request, http);
    case 'module':
      return words('node', '-e', moduleCall(spec.file, request));
    case 'xsd':
      return words('xmllint', '--noout', '--schema', spec.file, file);
  }
}

function linesFor({ file, year }: ValidationRequest): readonly string[] {
  return [{ cmd: 'start', protocol: 1 }, { cmd: 'validate', id: '1', year, file }, { cmd: 'stop' }].map((line) =>
    JSON.stringify(line),
  );
}

function moduleCall(module: string, { file, year }: ValidationRequest): string {
  const call = `(m.validate ?? m.default.validate)(${JSON.stringify({ file, year })})`;
  return `import(require('node:path').resolve(${JSON.stringify(module)})).then(async (m) => console.log(JSON.stringify(await ${call})))`;
}

function curl(address: string, { file, year }: ValidationRequest, settings: HttpSettings): string {
  const { method = 'POST', headers = {}, body = 'raw', contentType = 'application/xml' } = settings;
  const filled = (text: string): string => inDoubleQuotes(text.replaceAll('{year}', String(year)));
  const parts = ['curl', '-X', method];
  const header = (name: string, value: string): void => void parts.push('-H', filled(`${name}: ${value}`));
  header(yearHeader, String(year));
  if (body === 'raw') header('Content-Type', contentType);
  for (const [name, value] of Object.entries(headers)) header(name, value);
  if (body === 'raw') parts.push('--data-binary', shellWord(`@${file}`));
  else {
    parts.push('-F', shellWord(`${body.file}=@${file};filename=${fileNameSent};type=${contentType}`));
    for (const [name, value] of Object.entries(body.fields ?? {}))
      parts.push('--form-string', filled(`${name}=${value}`));
  }
  return [...parts, filled(address)].join(' ');
}

/** A word between double quotes, in which ${env:NAME} is the variable NAME and nothing else has a meaning. */
function inDoubleQuotes(text: string): string {
  const escaped = text.replace(/["\\`]|\$(?!\{env:)/g, String.raw`\$&`);
  return `"${escaped.replace(/\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g, '$${$1}')}"`;
}
