import { readFile, stat } from 'node:fs/promises';
import type { Answer } from '../judge/index.js';
import { fillTemplate, type CommandTemplate } from './command-template.js';
import { withPrivateFile } from './private-file.js';
import { readAnswer } from './read-answer.js';
import { runCommand, type CommandEnd } from './run-command.js';
import type { ValidationRequest, Validator } from './validator.js';

/** 64 MB: an answer of that size is no answer to one case. */
const defaultMaxOutput = 64 * 1024 * 1024;

/** What a command may exit with: it worked, whether or not it found anything. */
const workedCodes: ReadonlySet<number> = new Set([0, 1]);

/**
 * A validator that is a command, started anew for each file. Its answer is the JSON it prints, or writes to {out}.
 * @param maxOutput bytes of answer at most, at least 1
 */
export function commandValidator(template: CommandTemplate, maxOutput = defaultMaxOutput): Validator {
  return {
    identity: { kind: 'cmd', name: `cmd:${template.text}`, command: template.words },
    capabilities: { granularity: 'path', levels: true },
    validate: (request, signal) =>
      template.hasOut
        ? withPrivateFile((out) => validateThroughFile(template, request, out, maxOutput, signal))
        : validateThroughOutput(template, request, maxOutput, signal),
    close: () => Promise.resolve(),
  };
}

async function validateThroughOutput(
  template: CommandTemplate,
  request: ValidationRequest,
  maxOutput: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const end = await runCommand(fillTemplate(template, { ...request, out: '' }), { maxOutput }, signal);
  return answerOf(end, (worked) => Promise.resolve(readAnswer(worked.stdout.toString('utf8'))));
}

async function validateThroughFile(
  template: CommandTemplate,
  request: ValidationRequest,
  out: string,
  maxOutput: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const end = await runCommand(fillTemplate(template, { ...request, out }), { maxOutput }, signal);
  return answerOf(end, async () => {
    const size = await sizeOf(out);
    if (size === undefined) return { kind: 'could-not-run', why: 'it removed the file {out} it was to write to' };
    if (size > maxOutput) return { kind: 'could-not-run', why: `it wrote more than ${maxOutput} bytes to {out}` };
    return readAnswer(await readFile(out, 'utf8'));
  });
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch {
    return undefined;
  }
}

type Exited = Extract<CommandEnd, { kind: 'exited' }>;

/** Whether it worked is told by the exit code alone; standard error is kept and means nothing. */
async function answerOf(end: CommandEnd, read: (end: Exited) => Promise<Answer>): Promise<Answer> {
  const answer: Answer =
    end.kind === 'failed'
      ? { kind: 'could-not-run', why: end.why }
      : workedCodes.has(end.code)
        ? await read(end)
        : { kind: 'could-not-run', why: `it ended with exit code ${end.code}` };
  return end.stderr === '' || answer.kind === 'unsupported' ? answer : { ...answer, stderr: end.stderr };
}
