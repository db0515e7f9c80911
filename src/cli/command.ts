import type { ArgumentsCamelCase, Argv } from 'yargs';
import { UsageError, type ExitCode } from './exit.js';
import { inPlainWords } from './parse-failure.js';

/** A command: what it is called, its options, and what it does. */
export interface Command<O> {
  /** With the arguments it takes, such as `diff <a> <b>`. */
  readonly name: string;
  readonly describe: string;
  /** A command line, `$0` for the program, and what it does. The first is quoted where something is missing. */
  readonly examples: readonly [Example, ...Example[]];
  readonly options: (yargs: Argv) => Argv<O>;
  /** Options that may be given more than once. */
  readonly lists?: readonly (keyof O & string)[];
  /** Resolves to the exit code. What it needs is loaded here and not before, so that small commands start at once. */
  readonly run: (options: ArgumentsCamelCase<O>) => Promise<ExitCode>;
}

type Example = readonly [line: string, what: string];

/** The command line that is being parsed. */
export interface CommandLine {
  readonly args: readonly string[];
  /** The command that others stand below, if any, and a space. */
  readonly above: string;
  readonly done: (code: ExitCode) => void;
}

/** Adds a command to a parser, with those below it where there are some. */
export function addCommand<O>(
  yargs: Argv,
  command: Command<O>,
  line: CommandLine,
  addBelow?: (yargs: Argv, line: CommandLine) => Argv,
): Argv {
  const [word = ''] = command.name.split(' ');
  const path = line.above + word;
  const example = command.examples[0][0].replace('$0', 'sen2kit');
  return yargs.command(
    command.name,
    command.describe,
    (own) => {
      const withBelow = addBelow ? addBelow(own, { ...line, above: `${path} ` }) : own;
      return command
        .options(withBelow)
        .example(command.examples.map(([text, what]): [string, string] => [text, what]))
        .strict()
        .fail((message: string | null, error: Error | undefined) => {
          if (error && !isOfYargs(error)) throw error;
          const said = error?.message ?? message ?? '';
          throw new UsageError(inPlainWords(said, { path, name: command.name, example }, line.args));
        });
    },
    async (options) => {
      checkValues(options, command, example);
      line.done(await command.run(options));
    },
  );
}

/** Some of what yargs has to say of a command line comes as an error. */
function isOfYargs(error: Error): boolean {
  return error.name === 'YError';
}

/** What yargs lets through and no command can use: an option given twice, and an empty one. @throws UsageError */
function checkValues<O>(options: ArgumentsCamelCase<O>, { name, lists = [] }: Command<O>, example: string): void {
  const repeatable: readonly string[] = lists;
  for (const [key, value] of Object.entries<unknown>(options)) {
    if (key === '_' || key === '$0') continue;
    const asWritten = name.includes(`<${key}>`) ? `<${key}>` : `--${withDashes(key)}`;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (Array.isArray(value) && !repeatable.includes(key))
      throw new UsageError(`${asWritten} is given more than once; give it once`);
    if (values.includes('')) throw new UsageError(`${asWritten} is empty; a value is needed, as in: ${example}`);
  }
}

/** yargs gives each option under its name in camel case too. */
function withDashes(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
