import { isDiscrepancy } from '../judge/index.js';
import type { Case, Suite } from '../suite/index.js';
import { expectedInWords, plural, reportedInWords } from './case-words.js';
import type { CaseResult, Results, ResultsHeader } from './results.js';
import { ruleCode } from './rule-label.js';
import { sarifLog, type SarifLocation, type SarifLog, type SarifResult } from './sarif.js';

/** Stands for the folder of the suite in the paths of case files. */
const suiteBase = 'SUITE';

/** Rule id of a valid case, which is of no rule. */
const validId = 'valid';

/**
 * The results as a SARIF log: a result for each case that counts against the validator, at the case's file.
 * @param suite where the cases lie; without it the results have no files
 */
export function sarifReport(results: Results, suite: Suite | null): SarifLog {
  const { header, cases, footer } = results;
  const byId = new Map(suite?.cases.map((one) => [one.id, one]));
  const said = footer ? (footer.listFaults ?? []) : ['These results were cut short.'];
  const notifications = said.map((text) => ({ level: 'error' as const, message: { text } }));
  return sarifLog({
    version: header.kit,
    ...(suite && {
      originalUriBaseIds: { [suiteBase]: { description: { text: 'The folder of the conformance suite.' } } },
    }),
    invocations: [
      {
        executionSuccessful: footer !== null,
        startTimeUtc: header.started,
        ...(footer && { endTimeUtc: footer.ended }),
        ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
      },
    ],
    results: cases.filter((one) => isDiscrepancy(one.verdict)).map((one) => resultOf(one, byId.get(one.id), header)),
    names: header,
    otherRules: { [validId]: 'A return that breaks no rule gives no finding.' },
    properties: { suite: header.suite, validator: header.validator, cases: cases.length },
  });
}

function resultOf(result: CaseResult, c: Case | undefined, header: ResultsHeader): SarifResult {
  const { id, kind, rule, verdict, expected, falseAlarms } = result;
  const code = rule === null ? undefined : ruleCode(header, rule);
  return {
    ruleId: rule ?? validId,
    level: 'error',
    message: { text: messageOf(result, header) },
    locations: locationsOf(c, c?.mutation?.path ?? expected[0]?.path),
    // Ids of cases are stable, so a server can tell that it has seen this one before.
    partialFingerprints: { 'sen2kitCase/v1': id },
    properties: {
      case: id,
      kind,
      verdict,
      ...(falseAlarms.length > 0 && { falseAlarms }),
      ...(code !== undefined && { dfeCode: code }),
    },
  };
}

function messageOf(result: CaseResult, header: ResultsHeader): string {
  const { id, verdict, why, attempts = 1 } = result;
  const told = [`${id}: ${verdict}`, ...(why === null ? [] : [why])].join(': ');
  if (verdict === 'could-not-run') return `${told}.`;
  const times = attempts > 1 ? ` Put ${plural(attempts, 'time')}.` : '';
  return `${told}. Expected ${expectedInWords(result, header)}; reported ${reportedInWords(result, header)}.${times}`;
}

function locationsOf(c: Case | undefined, path: string | undefined): SarifLocation[] {
  if (!c && path === undefined) return [];
  return [
    {
      ...(c && { physicalLocation: { artifactLocation: { uri: encodeURI(c.file), uriBaseId: suiteBase } } }),
      ...(path !== undefined && { logicalLocations: [{ fullyQualifiedName: path, kind: 'element' }] }),
    },
  ];
}
