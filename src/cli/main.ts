import yargs, { type Argv } from 'yargs';
import { addCommand, type CommandLine } from './command.js';
import { cases } from './commands/cases.js';
import { check } from './commands/check.js';
import { compare } from './commands/compare.js';
import { convert } from './commands/convert.js';
import { demo } from './commands/demo.js';
import { fuzz } from './commands/fuzz.js';
import { generate } from './commands/generate.js';
import { join } from './commands/join.js';
import { judge } from './commands/judge.js';
import { learn } from './commands/learn.js';
import { replay } from './commands/replay.js';
import { smoke } from './commands/smoke.js';
import { rules, rulesShow } from './commands/rules.js';
import { run } from './commands/run.js';
import { scale } from './commands/scale.js';
import { shrink } from './commands/shrink.js';
import { schema } from './commands/schema.js';
import { stats } from './commands/stats.js';
import { statement } from './commands/statement.js';
import { suite } from './commands/suite.js';
import { validate } from './commands/validate.js';
import { verify } from './commands/verify.js';
import { years, yearsDiff } from './commands/years.js';
import { exitCodes, explain, isReaderGone, UsageError, type ExitCode } from './exit.js';
import { kitVersion } from './version.js';

/** Runs a command line, given without the program's name. Resolves to the exit code; prints, and never throws. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCodes.conforms;
  const fail = (error: unknown): void => {
    // A reader that goes away, such as head, has read enough.
    if (isReaderGone(error)) return;
    const { line, code: failure } = explain(error);
    process.stderr.write(`sen2kit: ${line}\n`);
    code = failure;
    // What standard output reports may come after the code was handed over.
    process.exitCode = failure;
  };
  // Help and completion are printed by yargs, whose failures come this way.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    fail(new UsageError(`cannot write standard output: ${error.message}`, { cause: error }));
  });
  const line: CommandLine = {
    args,
    above: '',
    done: (given) => {
      code = given;
    },
  };
  try {
    await parser(line).parseAsync([...args]);
  } catch (error) {
    fail(error);
  }
  return code;
}

function parser(line: CommandLine): Argv {
  const kit = yargs()
    .scriptName('sen2kit')
    .usage('$0 <command>\n\nSynthetic test data and a conformance suite for SEN2.');
  addCommand(kit, generate, line);
  addCommand(kit, suite, line);
  addCommand(kit, run, line);
  addCommand(kit, judge, line);
  addCommand(kit, smoke, line);
  addCommand(kit, learn, line);
  addCommand(kit, replay, line);
  addCommand(kit, compare, line);
  addCommand(kit, validate, line);
  addCommand(kit, convert, line);
  addCommand(kit, check, line);
  addCommand(kit, join, line);
  addCommand(kit, cases, line);
  addCommand(kit, shrink, line);
  addCommand(kit, fuzz, line);
  addCommand(kit, stats, line);
  addCommand(kit, rules, line, (own, below) => addCommand(own, rulesShow, below));
  addCommand(kit, years, line, (own, below) => addCommand(own, yearsDiff, below));
  addCommand(kit, schema, line);
  addCommand(kit, scale, line);
  addCommand(kit, statement, line);
  addCommand(kit, verify, line);
  addCommand(kit, demo, line);
  return kit
    .completion('completion', 'Print a script for the completion of commands and options in the shell')
    .demandCommand(1, 'a command is needed; "sen2kit --help" lists them')
    .strict()
    .version(kitVersion)
    .help()
    .locale('en')
    .wrap(110)
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      throw error ?? new UsageError(noCommand(message ?? ''));
    });
}

function noCommand(message: string): string {
  const [, word] = /^Unknown (?:argument|command)s?: ([^,]*)/.exec(message) ?? [];
  return word === undefined ? message : `there is no command ${word}; "sen2kit --help" lists them`;
}
