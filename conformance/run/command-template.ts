import { ValidatorUsageError } from './validator.js';

/** A command, in words. */
export interface CommandWords {
  /** As the user wrote it. */
  readonly text: string;
  /** The program first. */
  readonly words: readonly [string, ...string[]];
}

/** The words of a command, in which {file}, {year} and {out} stand for what each call is given. */
export interface CommandTemplate extends CommandWords {
  /** Whether the answer is read from a file the command writes, in place of standard output. */
  readonly hasOut: boolean;
}

/** What the places in a template are filled with. */
export interface CommandValues {
  readonly file: string;
  readonly year: number;
  readonly out: string;
}

/**
 * Splits a command into words as a shell would: at white space, with '...', "..." and \ to keep it. There is no shell:
 * nothing else, such as $, *, | or >, means anything.
 * @throws ValidatorUsageError where there is no word, a quote is not closed or {file} is nowhere
 */
export function parseCommandTemplate(text: string): CommandTemplate {
  const [program, ...rest] = splitWords('cmd', text);
  if (program === undefined) throw new ValidatorUsageError('cmd: names no program; write cmd:COMMAND {file}');
  const words: readonly [string, ...string[]] = [program, ...rest];
  if (!has(words, '{file}')) {
    throw new ValidatorUsageError(`cmd:${text} does not say where the file goes; put {file} where its path belongs`);
  }
  return { text, words, hasOut: has(words, '{out}') };
}

/**
 * Splits the command of a program that runs for many cases into words, in the same way.
 * @throws ValidatorUsageError where there is no word, a quote is not closed or {file} or {out} is somewhere
 */
export function parseCommandWords(text: string): CommandWords {
  const [program, ...rest] = splitWords('stdio', text);
  if (program === undefined) throw new ValidatorUsageError('stdio: names no program; write stdio:COMMAND');
  const words: readonly [string, ...string[]] = [program, ...rest];
  const place = ['{file}', '{out}'].find((one) => has(words, one));
  if (place !== undefined) {
    throw new ValidatorUsageError(`stdio:${text} gets its files over standard input; leave out ${place}, or use cmd:`);
  }
  return { text, words };
}

function has(words: readonly string[], place: string): boolean {
  return words.some((word) => word.includes(place));
}

/** Fills the places of each word. A path stays one word whatever it holds. */
export function fillTemplate(template: CommandTemplate, values: CommandValues): [string, ...string[]] {
  const fill = (word: string): string =>
    word.replace(/\{(file|year|out)\}/g, (_, place: string) => {
      return place === 'file' ? values.file : place === 'year' ? String(values.year) : values.out;
    });
  const [program, ...rest] = template.words;
  return [fill(program), ...rest.map(fill)];
}

function splitWords(kind: string, text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const next = text.charAt(i + 1);
    if (quote === undefined && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (quote === undefined && (character === '"' || character === "'")) {
      quote = character;
      word ??= '';
    } else if (character === quote) {
      quote = undefined;
    } else if (character === '\\' && next !== '' && escapes(quote, next)) {
      word = (word ?? '') + next;
      i += 1;
    } else {
      word = (word ?? '') + character;
    }
  }
  if (quote !== undefined) throw new ValidatorUsageError(`${kind}:${text} has a ${quote} that is not closed`);
  if (word !== undefined) words.push(word);
  return words;
}

/** Whether \ takes the character after it as it stands: any outside quotes, none in '...', and in "..." those a shell takes. */
function escapes(quote: string | undefined, next: string): boolean {
  if (quote === undefined) return true;
  return quote === '"' && ['"', '\\', '$', '`'].includes(next);
}
