import type { KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { firstDifference } from './first-difference.js';
import { resultsPart, strayCase, suitePart } from './make-statement.js';
import type { ResultsOfStatement } from './results-file.js';
import { isSignatureRight, pemOf } from './sign.js';
import type { SignedStatement, Statement } from './statement.js';
import type { Rebuilt, SuiteFacts } from './suite-facts.js';

/** One thing that was checked. */
export interface Check {
  readonly what: string;
  readonly holds: boolean;
  /** One line; may hold text of the statement or the results. */
  readonly says: string;
}

/** What a statement is held against. */
export interface Evidence {
  readonly results: ResultsOfStatement;
  /** The suite, built again from what the statement says of it. */
  readonly rebuilt: Rebuilt;
  /** A suite that was given; null where none was. */
  readonly given: SuiteFacts | null;
  /** The key the statement must be signed with; null where none was given, and nothing is checked of whose it is. */
  readonly key: KeyObject | null;
}

/** Checks a statement: its signature, and every figure, each derived again from the results and the suite. */
export function checkStatement(signed: SignedStatement, evidence: Evidence): readonly Check[] {
  const { statement } = signed;
  const facts = suiteAtHand(statement, evidence);
  return [
    signatureCheck(signed),
    ...(evidence.key ? [keyCheck(signed, evidence.key)] : []),
    fileCheck(statement, evidence.results),
    suiteCheck(statement, evidence),
    casesCheck(evidence.results, facts),
    ...figureChecks(statement, evidence.results, facts),
  ];
}

function check(what: string, holds: boolean, ifSo: string, ifNot: string): Check {
  return { what, holds, says: holds ? ifSo : ifNot };
}

function signatureCheck(signed: SignedStatement): Check {
  return check(
    'signature',
    isSignatureRight(signed),
    'the statement was signed with the key that stands in it, and not changed since',
    'it is not that of the statement: the statement, the key or the signature was changed',
  );
}

function keyCheck({ signature }: SignedStatement, key: KeyObject): Check {
  return check(
    'key',
    pemOf(key) === signature.publicKey,
    'it is the public key given',
    'the statement was signed with another key than the one given',
  );
}

function fileCheck({ results }: Statement, { name, sha256 }: ResultsOfStatement): Check {
  return check(
    'results file',
    results.sha256 === sha256,
    `${name} is the file that was stated, sha256 ${sha256}`,
    `the sha256 of ${name} is ${sha256}, stated was ${results.sha256}`,
  );
}

function suiteCheck({ suite }: Statement, { rebuilt, given }: Evidence): Check {
  const what = 'suite';
  const falls = (says: string): Check => ({ what, holds: false, says });
  if (given && given.manifest.sha256 !== suite.digest)
    return falls(`the suite given is another one: its digest is ${given.manifest.sha256}, stated was ${suite.digest}`);
  if (rebuilt.kind === 'built') {
    const { sha256 } = rebuilt.facts.manifest;
    return check(
      what,
      sha256 === suite.digest,
      `built again from its seed it has the digest stated, ${suite.digest}`,
      `built again from its seed it has the digest ${sha256}, stated was ${suite.digest}`,
    );
  }
  if (!given) {
    return falls(
      `it cannot be built again with this version, and so is not verified: ${rebuilt.why}; --suite checks a copy of it`,
    );
  }
  return { what, holds: true, says: `it is the one given, ${suite.digest}; it was not built again: ${rebuilt.why}` };
}

/** The suite that was stated: built again or, where that cannot be, given. Null where neither has the digest stated. */
function suiteAtHand({ suite }: Statement, { rebuilt, given }: Evidence): SuiteFacts | null {
  const candidates = [rebuilt.kind === 'built' ? rebuilt.facts : null, given];
  return candidates.find((facts) => facts?.manifest.sha256 === suite.digest) ?? null;
}

const noSuite = 'it cannot be told without the suite';

function casesCheck(results: ResultsOfStatement, facts: SuiteFacts | null): Check {
  const what = 'cases';
  if (!facts) return { what, holds: false, says: noSuite };
  const stray = strayCase(results, facts);
  return check(what, stray === null, 'every case of the results is one of the suite', stray ?? '');
}

/** Parts of a statement, with what they are called in the report. */
const ofResults = [
  ['validator', 'validator'],
  ['adapter', 'adapter'],
  ['counts', 'counts by verdict'],
  ['rules', 'result by rule'],
  ['knownFailures', 'known failures'],
  ['doesNotSay', 'what it does not say'],
] as const;

const ofSuite = [
  ['suite', 'what the suite is'],
  ['partial', 'whole or partial'],
  ['openQuestions', 'open questions'],
] as const;

function figureChecks(statement: Statement, results: ResultsOfStatement, facts: SuiteFacts | null): readonly Check[] {
  const fromResults = resultsPart(results);
  const fromSuite = facts && suitePart(results, facts);
  return [
    // Whether it is the file is told apart.
    compared('dates and number of cases', { ...statement.results, sha256: '' }, { ...fromResults.results, sha256: '' }),
    ...ofResults.map(([part, what]) => compared(what, statement[part], fromResults[part])),
    ...ofSuite.map(([part, what]) =>
      fromSuite ? compared(what, statement[part], fromSuite[part]) : { what, holds: false, says: noSuite },
    ),
  ];
}

function compared(what: string, stated: unknown, derived: unknown): Check {
  const isSame = canonicalJson(stated) === canonicalJson(derived);
  return check(what, isSame, 'as derived again', isSame ? '' : firstDifference(stated, derived));
}
