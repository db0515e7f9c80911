import yargs, { type Argv } from 'yargs';
import { addCommand } from './command.js';
import { demo } from './commands/demo.js';
import { generate } from './commands/generate.js';
import { rules, rulesShow } from './commands/rules.js';
import { run } from './commands/run.js';
import { schema } from './commands/schema.js';
import { suite } from './commands/suite.js';
import { validate } from './commands/validate.js';
import { years, yearsDiff } from './commands/years.js';
import { exitCodes, explain, UsageError, type ExitCode } from './exit.js';
import { kitVersion } from './version.js';

/** Runs a command line, given without the program's name. Resolves to the exit code; prints, and never throws. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  // A reader that goes away, such as head, has read enough.
  process.stdout.on('error', () => process.exit(exitCodes.conforms));
  let code: ExitCode = exitCodes.conforms;
  const done = (given: ExitCode): void => {
    code = given;
  };
  try {
    await parser(done).parseAsync([...args]);
    return code;
  } catch (error) {
    const { line, code: failure } = explain(error);
    process.stderr.write(`sen2kit: ${line}\n`);
    return failure;
  }
}

function parser(done: (code: ExitCode) => void): Argv {
  const kit = yargs()
    .scriptName('sen2kit')
    .usage('$0 <command>\n\nSynthetic test data and a conformance suite for SEN2.');
  addCommand(kit, generate, done);
  addCommand(kit, suite, done);
  addCommand(kit, run, done);
  addCommand(kit, validate, done);
  addCommand(kit, rules, done, (below) => addCommand(below, rulesShow, done));
  addCommand(kit, years, done, (below) => addCommand(below, yearsDiff, done));
  addCommand(kit, schema, done);
  addCommand(kit, demo, done);
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
      throw error ?? new UsageError(message ?? 'the command line makes no sense; see --help');
    });
}
