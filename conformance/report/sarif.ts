import { ruleById } from '../../src/rules/index.js';
import { ruleCode, ruleLevel, type RuleNames } from './rule-label.js';

/** Where the words of a SARIF log are defined. */
const schemaUri = 'https://json.schemastore.org/sarif-2.1.0.json';

export type SarifLevel = 'error' | 'warning' | 'note' | 'none';

export interface SarifMessage {
  readonly text: string;
}

export interface SarifLocation {
  readonly physicalLocation?: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region?: { readonly startLine: number; readonly startColumn?: number };
  };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly kind: 'element' }[];
}

export interface SarifResult {
  readonly ruleId: string;
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly locations: readonly SarifLocation[];
  readonly partialFingerprints?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface SarifRule {
  readonly id: string;
  readonly shortDescription: SarifMessage;
  readonly help?: SarifMessage;
  readonly defaultConfiguration?: { readonly level: SarifLevel };
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface SarifRun {
  readonly tool: {
    readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly SarifRule[] };
  };
  readonly columnKind: 'utf16CodeUnits';
  readonly originalUriBaseIds?: Readonly<Record<string, { readonly description: SarifMessage }>>;
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly startTimeUtc?: string;
    readonly endTimeUtc?: string;
    readonly toolExecutionNotifications?: readonly { readonly level: SarifLevel; readonly message: SarifMessage }[];
  }[];
  readonly results: readonly (SarifResult & { readonly ruleIndex: number })[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** A SARIF 2.1.0 log, as far as this kit writes one. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [SarifRun];
}

/** What differs between the logs of this kit. */
export interface SarifContent extends Omit<SarifRun, 'tool' | 'columnKind' | 'results'> {
  /** Version of this kit. */
  readonly version: string;
  readonly results: readonly SarifResult[];
  /** Describes rule ids that the catalogue does not have. */
  readonly otherRules?: Readonly<Record<string, string>>;
  /** What a crosswalk says of the rules. */
  readonly names?: RuleNames;
}

/** Makes a log of one run; its rules are those that a result names, in the order in which they are first named. */
export function sarifLog({ version, results, otherRules = {}, names = {}, ...run }: SarifContent): SarifLog {
  const indexes = new Map<string, number>();
  for (const { ruleId } of results) if (!indexes.has(ruleId)) indexes.set(ruleId, indexes.size);
  const rules = [...indexes.keys()].map((id) => sarifRule(id, names, otherRules[id]));
  return {
    $schema: schemaUri,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'sen2kit', version, rules } },
        columnKind: 'utf16CodeUnits',
        ...run,
        results: results.map(({ ruleId, ...rest }) => ({ ruleId, ruleIndex: indexes.get(ruleId) ?? -1, ...rest })),
      },
    ],
  };
}

function sarifRule(id: string, names: RuleNames, description = 'No rule of the catalogue has this id.'): SarifRule {
  const entry = ruleById(id);
  if (!entry) return { id, shortDescription: { text: description } };
  const { level, statement, message, basis, items, from, to } = entry;
  const code = ruleCode(names, id);
  return {
    id,
    shortDescription: { text: statement },
    help: { text: message },
    defaultConfiguration: { level: sarifLevel(ruleLevel(names, id) ?? level) },
    properties: { basis, items, from, to, ...(code !== undefined && { dfeCode: code }) },
  };
}

/** Errors must be corrected; queries corrected or explained, which is a warning. */
export function sarifLevel(level: 'error' | 'query'): SarifLevel {
  return level === 'error' ? 'error' : 'warning';
}

/** The text of a log. */
export function sarifText(log: SarifLog): string {
  return `${JSON.stringify(log, null, 1)}\n`;
}
