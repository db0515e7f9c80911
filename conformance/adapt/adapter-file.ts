import type { Granularity } from '../judge/index.js';

/** A key, JSON pointer, column name or number, or named group: what it is depends on the format of the output. */
export type Field = string | number;

/** How a person is recognised; at least one part is there. */
export interface PersonFields {
  readonly upn?: Field;
  readonly uln?: Field;
  readonly surname?: Field;
  readonly forename?: Field;
  readonly birthDate?: Field;
  readonly position?: Field;
  /** The position of the first person; 1 where absent. */
  readonly positionBase?: 0 | 1;
}

/** What a person may be recognised by, in the order that it is looked at. */
export const personParts = ['upn', 'uln', 'surname', 'forename', 'birthDate', 'position'] as const;

/** How a record is recognised: row n of a table is the nth element of its tag. */
export interface RecordFields {
  readonly table: Field;
  readonly row: Field;
  /** The number of the first row; 0 where absent. */
  readonly base?: 0 | 1;
  /** From names of tables to tags of records. */
  readonly tables?: Readonly<Record<string, string>>;
}

/** Where the parts of a finding are. */
export interface FieldSettings {
  readonly code?: Field | readonly Field[];
  readonly level?: Field;
  readonly path?: Field;
  readonly line?: Field;
  readonly column?: Field;
  readonly message?: Field;
  readonly item?: Field;
  readonly person?: PersonFields;
  readonly record?: RecordFields;
}

export type OutputFormat = 'json' | 'ndjson' | 'csv' | 'junit' | 'sarif' | 'regex';

/** Where the findings are, and in what format. */
export interface OutputSettings {
  readonly from?: 'stdout' | 'file' | 'body';
  readonly format: OutputFormat;
  readonly encoding?: 'utf-8' | 'windows-1252';
  readonly requires?: string;
  readonly findings?: string;
  readonly delimiter?: string;
  readonly header?: boolean;
  readonly skipLines?: number;
  readonly pattern?: string;
  readonly flags?: string;
}

/** How a validator over http: is sent the return. */
export interface AdapterHttpSettings {
  readonly method?: 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: 'raw' | { readonly file: string; readonly fields?: Readonly<Record<string, string>> };
  readonly contentType?: string;
  readonly retries?: number;
}

/** An adapter file as `adapter.v1.schema.json` describes it, where what every part means is said. */
export interface AdapterFile {
  readonly $schema?: string;
  readonly format: 1;
  readonly name: string;
  readonly version?: string;
  readonly output: OutputSettings;
  readonly fields?: FieldSettings;
  readonly codes?: Readonly<Record<string, string | readonly string[]>>;
  readonly codePattern?: string;
  readonly crosswalk?: string;
  readonly ignore?: readonly string[];
  readonly items?: Readonly<Record<string, string>>;
  readonly levels?: Readonly<Record<string, 'error' | 'query' | 'ignore'>>;
  readonly granularity: Exclude<Granularity, 'file'>;
  readonly dates?: 'yyyy-mm-dd' | 'dd/mm/yyyy';
  readonly exitCodes?: readonly number[];
  readonly http?: AdapterHttpSettings;
  readonly rules?: { readonly unsupported?: readonly string[] };
  readonly learned?: LearnedSettings;
}

/** What `learn` found out, for people: nothing is read from it. */
export interface LearnedSettings {
  readonly year: number;
  /** How many cases of one broken rule were answered. */
  readonly cases: number;
  /** By code and rule, the share of the rule's cases in which the code came. */
  readonly confidence: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
