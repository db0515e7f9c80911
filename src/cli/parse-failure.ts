/** The command that a command line was to be, for those who got it wrong. */
export interface FailedCommand {
  /** Its words, such as `rules show`. */
  readonly path: string;
  /** With the arguments it takes, such as `show <id>`. */
  readonly name: string;
  /** A command line that works. */
  readonly example: string;
}

/**
 * What yargs says of a command line, as one line that tells what to do. The wording of yargs is matched; what is not
 * known comes through, with a pointer to the help.
 */
export function inPlainWords(message: string, { path, name, example }: FailedCommand, args: readonly string[]): string {
  const help = `"sen2kit ${path} --help" lists what there is`;

  const [, missing] = /^Missing required arguments?: (.*)$/.exec(message) ?? [];
  if (missing !== undefined) {
    const names = missing.split(', ').map((one) => `--${one}`);
    return `${inWords(names, 'and')} ${names.length === 1 ? 'is' : 'are'} needed, as in: ${example}`;
  }
  if (message.startsWith('Not enough non-option arguments')) {
    const places = name.match(/<[^>]+>/g) ?? [];
    return `${path} needs ${inWords(places, 'and')}, as in: ${example}`;
  }
  const [, lacking] = /^Not enough arguments following: (.*)$/.exec(message) ?? [];
  if (lacking !== undefined) return `--${lacking} needs a value, as in: ${example}`;

  const [, unknown] = /^Unknown (?:arguments?|commands?): (.*)$/.exec(message) ?? [];
  if (unknown !== undefined) {
    const names = unknown.split(', ').map((one) => asWritten(one, args));
    return `${path} does not know ${inWords(names, 'or')}; ${help}`;
  }
  const [, option, given, choices] =
    /^Invalid values:\s+Argument: (\S+), Given: (.*), Choices: (.*)$/.exec(message) ?? [];
  if (option !== undefined && given !== undefined && choices !== undefined) {
    return `--${option} ${unquoted(given)}: one of ${unquoted(choices)} is needed`;
  }
  const [, one, other] = /^Arguments (\S+) and (\S+) are mutually exclusive$/.exec(message) ?? [];
  if (one !== undefined && other !== undefined)
    return `--${one} and --${other} do not go together; give one of the two`;

  return `${message.replace(/\s+/g, ' ').trim() || 'the command line makes no sense'}; ${help}`;
}

/** A name that yargs took the dashes off, with those it was written with. */
function asWritten(name: string, args: readonly string[]): string {
  const isWritten = (text: string): boolean => args.some((arg) => arg === text || arg.startsWith(`${text}=`));
  return [name, `--${name}`, `-${name}`].find(isWritten) ?? name;
}

function unquoted(list: string): string {
  return list.replaceAll('"', '');
}

function inWords(list: readonly string[], last: 'and' | 'or'): string {
  return list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} ${last} ${list.at(-1) ?? ''}`;
}
