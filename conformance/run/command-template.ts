import { ValidatorUsageError } from './validator.js';

/** The words of a command, in which {file}, {year} and {out} stand for what each call is given. */
export interface CommandTemplate {
  /** As the user wrote it. */
  readonly text: string;
  /** The program first. */
  readonly words: readonly [string, ...string[]];
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
  const [program, ...rest] = splitWords(text);
  if (program === undefined) throw new ValidatorUsageError('cmd: names no program; write cmd:COMMAND {file}');
  const words: readonly [string, ...string[]] = [program, ...rest];
  const has = (place: string): boolean => words.some((word) => word.includes(place));
  if (!has('{file}')) {
    throw new ValidatorUsageError(`cmd:${text} does not say where the file goes; put {file} where its path belongs`);
  }
  return { text, words, hasOut: has('{out}') };
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

function splitWords(text: string): string[] {
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
  if (quote !== undefined) throw new ValidatorUsageError(`cmd:${text} has a ${quote} that is not closed`);
  if (word !== undefined) words.push(word);
  return words;
}

/** Whether \ takes the character after it as it stands: any outside quotes, none in '...', and in "..." those a shell takes. */
function escapes(quote: string | undefined, next: string): boolean {
  if (quote === undefined) return true;
  return quote === '"' && ['"', '\\', '$', '`'].includes(next);
}
