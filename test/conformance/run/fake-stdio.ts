import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../../conformance/judge/index.js';
import {
  parseCommandWords,
  stdioValidator,
  withTimeout,
  type StdioOptions,
  type Validator,
} from '../../../conformance/run/index.js';
import { removeFolders, temporaryFolder } from '../tiny-suite.js';

export const folder = temporaryFolder();
const open: Validator[] = [];

/** Notes a validator that is to be closed after the tests. */
export function keep(validator: Validator): Validator {
  open.push(validator);
  return validator;
}

/** For afterAll. */
export async function closeAll(): Promise<void> {
  await Promise.all(open.map((one) => one.close()));
  removeFolders();
}

/** Does what the file it is given says, as a program; what it started as it notes by process id. */
export const program = join(folder, 'fake.cjs');
writeFileSync(
  program,
  `
  const fs = require('node:fs');
  const [, , note, hello] = process.argv;
  fs.appendFileSync(note, process.pid + '\\n');
  const write = (text) => fs.writeSync(1, text);
  const say = (value) => write(JSON.stringify(value) + '\\n');
  let asked = 0;
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { cmd, id, year, file } = JSON.parse(line);
    if (cmd === 'start') write(hello + '\\n');
    else if (cmd === 'stop') { fs.appendFileSync(note, 'stopped\\n'); process.exit(0); }
    else {
      asked += 1;
      new Function('id', 'year', 'asked', 'say', 'write', 'require', fs.readFileSync(file, 'utf8'))(id, year, asked, say, write, require);
    }
  });`,
);

export const hello = {
  protocol: 1,
  validator: { name: 'Fake', version: '3.1' },
  years: [2025, 2026],
  granularity: 'path',
  levels: true,
};

export interface Fake {
  readonly validator: Validator;
  /** What the program noted: the id of each of its processes, and 'stopped'. */
  readonly notes: () => string[];
  readonly pids: () => number[];
}

let fakes = 0;

export async function fake(options: StdioOptions = {}, said: object | string = hello): Promise<Fake> {
  const note = join(folder, `note${String((fakes += 1))}`);
  writeFileSync(note, '');
  const text = typeof said === 'string' ? said : JSON.stringify(said);
  const command = parseCommandWords(`'${process.execPath}' '${program}' '${note}' '${text}'`);
  const validator = await stdioValidator(command, options);
  open.push(validator);
  const notes = (): string[] => readFileSync(note, 'utf8').split('\n').filter(Boolean);
  return {
    validator,
    notes,
    pids: () =>
      notes()
        .filter((line) => line !== 'stopped')
        .map(Number),
  };
}

let files = 0;

/** A file that tells the fake what to do. */
export function does(body: string): string {
  const file = join(folder, `${String((files += 1))}.xml`);
  writeFileSync(file, body);
  return file;
}

export const clean = `say({ id, findings: [] });`;
export const none: Answer = { kind: 'findings', findings: [] };

export function ask({ validator }: Fake, body: string, ms = 20_000): Promise<Answer> {
  return withTimeout(validator, ms).validate({ file: does(body), year: 2025 });
}

export function why(answer: Answer): string {
  if (answer.kind !== 'could-not-run') throw new Error(`not could-not-run: ${JSON.stringify(answer)}`);
  return answer.why;
}
