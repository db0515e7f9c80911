import type { ArgumentsCamelCase, Argv } from 'yargs';
import type { ExitCode } from './exit.js';

/** A command: what it is called, its options, and what it does. */
export interface Command<O> {
  readonly name: string;
  readonly describe: string;
  readonly options: (yargs: Argv) => Argv<O>;
  /** Resolves to the exit code. */
  readonly run: (options: ArgumentsCamelCase<O>) => Promise<ExitCode> | ExitCode;
}

/** Adds a command to a parser, with a command below it where there is one; `done` takes the exit code. */
export function addCommand<O>(
  yargs: Argv,
  command: Command<O>,
  done: (code: ExitCode) => void,
  below?: AddBelow,
): Argv {
  return yargs.command(
    command.name,
    command.describe,
    (own) => {
      const withBelow = below ? below(own) : own;
      return command.options(withBelow).strict();
    },
    async (options) => {
      done(await command.run(options));
    },
  );
}

type AddBelow = (yargs: Argv) => Argv;

/** Prints to standard output. */
export function print(text: string): void {
  process.stdout.write(text);
}

/** A remark on standard error, where it disturbs no output. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}
