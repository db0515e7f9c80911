import type { Answer } from '../judge/index.js';
import { readPlainFile } from '../shape/index.js';
import { kitReader, textIn, type AnswerReader } from './answer-reader.js';
import { fillTemplate, type CommandTemplate } from './command-template.js';
import { withPrivateFile } from './private-file.js';
import { defaultMaxOutput, howItEnded } from './program.js';
import { runCommand, type CommandEnd } from './run-command.js';
import type { ValidationRequest, Validator } from './validator.js';

/** How the answers of a command are taken in. */
export interface CommandOptions {
  /** Makes an answer of what it prints, or writes to {out}; reads the JSON of the kit where absent. */
  readonly reader?: AnswerReader;
  /** Bytes of answer at most, at least 1; 64 MB where absent. */
  readonly maxOutput?: number;
}

type Setup = Required<CommandOptions> & { readonly template: CommandTemplate };

/** A validator that is a command, started anew for each file. */
export function commandValidator(template: CommandTemplate, options: CommandOptions = {}): Validator {
  const setup: Setup = { template, reader: kitReader, maxOutput: defaultMaxOutput, ...options };
  return {
    identity: { kind: 'cmd', name: `cmd:${template.text}`, command: template.words },
    capabilities: setup.reader.capabilities,
    adapter: setup.reader.adapter,
    validate: (request, signal) =>
      template.hasOut
        ? withPrivateFile((out) => validateThroughFile(setup, request, out, signal))
        : validateThroughOutput(setup, request, signal),
    close: () => Promise.resolve(),
  };
}

async function validateThroughOutput(
  { template, reader, maxOutput }: Setup,
  request: ValidationRequest,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const end = await runCommand(fillTemplate(template, { ...request, out: '' }), { maxOutput }, signal);
  return answerOf(end, reader, (worked) => reader.readText(textIn(worked.stdout, reader), request));
}

async function validateThroughFile(
  { template, reader, maxOutput }: Setup,
  request: ValidationRequest,
  out: string,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const end = await runCommand(fillTemplate(template, { ...request, out }), { maxOutput }, signal);
  return answerOf(end, reader, async () => {
    // By now it may be anything: a link to something endless, a pipe that nobody writes to.
    const found = await readPlainFile(out, { atMost: maxOutput, links: 'refused' });
    switch (found.kind) {
      case 'missing':
        return { kind: 'could-not-run', why: 'it removed the file {out} it was to write to' };
      case 'no-file':
        return { kind: 'could-not-run', why: 'it replaced the file {out} by something that is no file' };
      case 'too-large':
        return { kind: 'could-not-run', why: `it wrote more than ${maxOutput} bytes to {out}` };
      case 'read':
        return reader.readText(textIn(found.bytes, reader), request);
    }
  });
}

type Exited = Extract<CommandEnd, { kind: 'exited' }>;

/** Whether it worked is told by the exit code alone; standard error is kept and means nothing. */
async function answerOf(
  end: CommandEnd,
  { worked }: AnswerReader,
  read: (end: Exited) => Promise<Answer>,
): Promise<Answer> {
  const answer: Answer =
    end.kind === 'failed'
      ? { kind: 'could-not-run', why: end.why }
      : worked.has(end.code)
        ? await read(end)
        : { kind: 'could-not-run', why: howItEnded(end.code, null) };
  return end.stderr === '' || answer.kind === 'unsupported' ? answer : { ...answer, stderr: end.stderr };
}
