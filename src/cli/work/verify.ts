import { plainText } from '../../../conformance/shape/index.js';
import {
  checkStatement,
  factsOfSuite,
  parseStatement,
  readResultsOfStatement,
  StatementError,
  type Check,
} from '../../../conformance/statement/index.js';
import { readSuite } from '../../../conformance/suite/index.js';
import type { VerifyOptions } from '../commands/verify.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { print } from '../print.js';
import { readPublicKey } from './keys.js';
import { rebuild } from './rebuild.js';
import { readSmallFile } from './small-file.js';

const maxStatementBytes = 16 * 1024 * 1024;

/** Checks a statement and prints a line a check. @throws UsageError, StatementError, ResultsError, SuiteError */
export async function verifyStatement(options: VerifyOptions): Promise<ExitCode> {
  const key = options['public-key'] === undefined ? null : readPublicKey(options['public-key']);
  const read = readSmallFile(options.statement, maxStatementBytes);
  if ('why' in read) {
    const message = `${options.statement}: ${read.why}`;
    throw read.isOpen ? new StatementError(message) : new UsageError(message);
  }
  const signed = parseStatement(read.text, options.statement);
  const results = await readResultsOfStatement(options.results);
  const given = options.suite === undefined ? null : factsOfSuite(await readSuite(options.suite));
  const rebuilt = rebuild(signed.statement.suite, options.progress);
  const checks = checkStatement(signed, { results, rebuilt, given, key });
  await print(checksText(options.statement, signed.statement.partial !== null, checks));
  if (!key) await print(keyNote);
  return checks.every((check) => check.holds) ? exitCodes.conforms : exitCodes.discrepancy;
}

const keyNote =
  'The key is the one in the statement, so who holds it is not checked: that must be known another way. ' +
  '--public-key FILE checks that it is a key you know.\n';

/** Longest line of the report, in characters. */
const lineLength = 400;

function checksText(name: string, isPartial: boolean, checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ what }) => what.length));
  const lines = checks.map(
    ({ what, holds, says }) =>
      `${holds ? 'holds      ' : 'falls short'}  ${what.padEnd(width)}  ${plainText(says, lineLength)}`,
  );
  const short = checks.filter((check) => !check.holds).length;
  const end =
    short === 0
      ? `all ${checks.length} checks hold${isPartial ? '; it is a partial statement' : ''}`
      : `${short} of ${checks.length} checks fall short`;
  return [...lines, `${plainText(name)}: ${end}`, ''].join('\n');
}
