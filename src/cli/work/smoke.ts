import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Answer, ReportedFinding } from '../../../conformance/judge/index.js';
import { findingInWords, listInWords } from '../../../conformance/judge/index.js';
import { validatorInWords } from '../../../conformance/report/index.js';
import {
  guarded,
  parseValidatorSpec,
  repeatCommand,
  ValidatorNotStartedError,
  type HttpSettings,
  type Validator,
} from '../../../conformance/run/index.js';
import { plainText, withoutControls } from '../../../conformance/shape/index.js';
import { buildCases, type BuiltCase } from '../../../conformance/suite/index.js';
import type { SmokeOptions } from '../commands/smoke.js';
import { exitCodes, type ExitCode } from '../exit.js';
import { readYear } from '../options.js';
import { print } from '../print.js';
import { remarkIfProvisional } from '../remark.js';
import { kitVersion } from '../version.js';
import { readerFor } from './adapters.js';
import { readRunLimits } from './run-limits.js';
import { withValidator } from './with-validator.js';

/** A plain error, that every validator and every schema tells. */
const plainError = 'HDR-01.absent';

interface Put {
  readonly title: string;
  readonly answer: Answer;
  /** What puts it again by hand. */
  readonly repeat: string;
}

/**
 * Puts a clean return and one with a plain error to a validator. Whether it is right is another question: 0 where it
 * answered both and said more of the one with the error, 1 where it made no difference, 3 where it gave no answer.
 * @throws UsageError, AdapterError, ValidatorUsageError
 */
export async function smokeTest(options: SmokeOptions): Promise<ExitCode> {
  const year = readYear(options.year);
  const { timeoutMs } = readRunLimits({ jobs: '1', timeout: options.timeout });
  remarkIfProvisional(year);
  const { adapter } = await readerFor(options);
  const folder = mkdtempSync(join(tmpdir(), 'sen2kit-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  let code: ExitCode;
  try {
    code = await withValidator(options, { jobs: 1, whenStopped: 'stopping' }, async (validator, signal) => {
      const http = adapter?.settings.http;
      const put = (one: BuiltCase, title: string): Promise<Put> =>
        putOne(guarded(validator, timeoutMs), { one, title, folder, year, text: options.validator, http }, signal);
      const [clean, wrong] = smokeCases(year);
      const puts = [
        await put(clean, 'A clean return'),
        await put(wrong, `A return with a plain error (${wrong.case.mutation?.summary ?? wrong.case.id})`),
      ] as const;
      const judged = judgedOf(puts);
      const isToRepeat = judged.code !== exitCodes.conforms;
      await print(`${reportOf(validator, puts, isToRepeat)}\n\n${judged.conclusion}\n`);
      return judged.code;
    });
  } catch (error) {
    if (!(error instanceof ValidatorNotStartedError)) {
      remove();
      throw error;
    }
    const [clean] = smokeCases(year);
    const file = join(folder, basename(clean.case.file));
    writeFileSync(file, clean.file, { mode: 0o600 });
    const repeat = repeatCommand(parseValidatorSpec(options.validator), { file, year }, adapter?.settings.http);
    await print(
      `${plainText(error.message, 1000)}\n   to repeat: ${repeat}\n\nThe validator is not wired up: it did not start.\n`,
    );
    return exitCodes.nothingJudged;
  }
  // What failed is to be tried again by hand, for which the files are needed.
  if (code === exitCodes.conforms) remove();
  return code;
}

function smokeCases(year: number): readonly [clean: BuiltCase, wrong: BuiltCase] {
  const built = buildCases({ year, seed: 'smoke', kit: kitVersion, select: [plainError] });
  const wrong = built.find((one) => one.case.id === plainError);
  const clean = built.find((one) => one.case.id === wrong?.case.parent);
  if (!wrong || !clean) throw new RangeError(`there is no case ${plainError} in ${year}`);
  return [clean, wrong];
}

interface ToPut {
  readonly one: BuiltCase;
  readonly title: string;
  readonly folder: string;
  readonly year: number;
  readonly text: string;
  readonly http: HttpSettings | undefined;
}

async function putOne(
  validator: Validator,
  { one, title, folder, year, text, http }: ToPut,
  signal: AbortSignal,
): Promise<Put> {
  const file = join(folder, basename(one.case.file));
  writeFileSync(file, one.file, { mode: 0o600 });
  const request = { file, year };
  const answer = await validator.validate(request, signal);
  return { title, answer, repeat: repeatCommand(parseValidatorSpec(text), request, http) };
}

function judgedOf([clean, wrong]: readonly [Put, Put]): { readonly code: ExitCode; readonly conclusion: string } {
  if (clean.answer.kind !== 'findings' || wrong.answer.kind !== 'findings') {
    return { code: exitCodes.nothingJudged, conclusion: 'The validator is not wired up: it gave no answer.' };
  }
  const told = (findings: readonly ReportedFinding[]): string => JSON.stringify(findings.map(inWords));
  if (told(clean.answer.findings) === told(wrong.answer.findings)) {
    const conclusion =
      `The validator answers, but says the same of both, though ${plainError.split('.')[0] ?? ''} is to be told of the second: ` +
      'does it have that rule, and is its output read where it stands?';
    return { code: exitCodes.discrepancy, conclusion };
  }
  return {
    code: exitCodes.conforms,
    conclusion: 'The validator is wired up. Whether it is right, "sen2kit run" tells.',
  };
}

function reportOf({ identity, capabilities }: Validator, puts: readonly Put[], isToRepeat: boolean): string {
  const { granularity, levels } = capabilities;
  const head = `${validatorInWords(identity)}, judged at ${granularity}${levels ? '' : ', without levels'}`;
  const lines = [head, ...puts.flatMap((put, i) => ['', `${i + 1}. ${put.title}`, ...linesOf(put, isToRepeat)])];
  return lines.map(withoutControls).join('\n');
}

function linesOf({ answer, repeat }: Put, isToRepeat: boolean): readonly string[] {
  const stderr =
    answer.kind !== 'unsupported' && answer.stderr !== undefined && isToRepeat ? lastLines(answer.stderr) : [];
  const said =
    answer.kind === 'findings'
      ? `   it reported ${answer.findings.length === 0 ? 'nothing' : listInWords(answer.findings.map((one) => plainText(inWords(one), charactersShown)))}`
      : `   ${answer.kind}: ${answer.why}`;
  return [
    said,
    ...stderr.map((line) => `   standard error: ${line}`),
    ...(isToRepeat ? [`   to repeat: ${repeat}`] : []),
  ];
}

function inWords({ rule, code, path, person, message }: ReportedFinding): string {
  const told = code !== undefined && code !== rule ? `${code} (${rule ?? ''})` : rule;
  if (told === undefined) return message ?? 'that the file is not valid';
  return findingInWords({ rule: told, path, person: typeof person === 'number' ? person : person?.index });
}

/** Of what is said of one finding. */
const charactersShown = 1500;

const linesShown = 5;

function lastLines(text: string): readonly string[] {
  return text.trim().replaceAll('\t', '  ').split(/\r?\n/).slice(-linesShown);
}
