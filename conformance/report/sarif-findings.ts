import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../../src/validate/index.js';
import { ruleCode, type RuleNames } from './rule-label.js';
import { sarifLevel, sarifLog, type SarifLog, type SarifResult } from './sarif.js';

/**
 * The findings of the reference validator in a return as a SARIF log. It holds no value of a person, since such logs
 * are sent to servers: the rule, its message and where it is, and nothing of what stands there.
 *
 * @param file the return, as the user named it
 * @param year that it was checked against; null where it could not be read
 * @param unlisted how many more findings were counted and not listed
 * @param names what a crosswalk says of the rules
 */
export function findingsToSarif(
  findings: readonly Finding[],
  file: string,
  year: number | null,
  kitVersion: string,
  unlisted = 0,
  names: RuleNames = {},
): SarifLog {
  const text = `${unlisted} more findings were counted but are not listed; --max-findings says how many are.`;
  return sarifLog({
    version: kitVersion,
    invocations: [
      {
        executionSuccessful: true,
        ...(unlisted > 0 && { toolExecutionNotifications: [{ level: 'warning', message: { text } }] }),
      },
    ],
    results: findings.map((finding) => resultOf(finding, uriOf(file), ruleCode(names, finding.rule))),
    names,
    properties: { year },
  });
}

function resultOf(
  { rule, level, message, path, line, column }: Finding,
  uri: string,
  code: string | undefined,
): SarifResult {
  return {
    ruleId: rule,
    level: sarifLevel(level),
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri }, region: { startLine: line, startColumn: column } },
        logicalLocations: [{ fullyQualifiedName: path, kind: 'element' }],
      },
    ],
    ...(code !== undefined && { properties: { dfeCode: code } }),
  };
}

/** A relative path stays relative, so that a server finds the file in its own checkout. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  const uri = file.split(/[\\/]/).map(encodeURIComponent).join('/');
  return uri;
}
