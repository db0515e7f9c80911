import { statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { placeInWords, type Place } from '../../formats/index.js';
import type { Finding } from '../../src/validate/index.js';
import { ruleCode, type RuleNames } from './rule-label.js';
import { sarifLevel, sarifLog, type SarifLog, type SarifResult } from './sarif.js';

/** A finding with where it is in a format other than XML. */
interface PlacedFinding extends Finding {
  readonly place?: Place;
}

/**
 * The findings of the reference validator in a return as a SARIF log. It holds no value of a person, since such logs
 * are sent to servers: the rule, its message and where it is, and nothing of what stands there.
 *
 * @param findings with where they are in the format of the return, if that is not XML
 * @param file the return, as the user named it
 * @param year that it was checked against; null where it could not be read
 * @param unlisted how many more findings were counted and not listed
 * @param names what a crosswalk says of the rules
 */
export function findingsToSarif(
  findings: readonly PlacedFinding[],
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
    results: findings.map((finding) => resultOf(finding, file, ruleCode(names, finding.rule))),
    names,
    properties: { year },
  });
}

function resultOf(finding: PlacedFinding, file: string, code: string | undefined): SarifResult {
  const { rule, level, message, path, line, column, place } = finding;
  const isRow = place?.kind === 'row';
  const properties = {
    ...(code !== undefined && { dfeCode: code }),
    ...(place && { place: placeInWords(place) }),
  };
  return {
    ruleId: rule,
    level: sarifLevel(level),
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(isRow ? join(folderOf(file), place.file) : file) },
          // Of a cell in a CSV file the line is known alone.
          region: isRow ? { startLine: line } : { startLine: line, startColumn: column },
        },
        logicalLocations: [{ fullyQualifiedName: path, kind: 'element' }],
      },
    ],
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

/** Where the files of a return are of which the user named the folder, or one. */
function folderOf(file: string): string {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true ? file : dirname(file);
}

/** A relative path stays relative, so that a server finds the file in its own checkout. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  const uri = file.split(/[\\/]/).map(encodeURIComponent).join('/');
  return uri;
}
