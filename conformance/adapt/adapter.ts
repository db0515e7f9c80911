import type { Crosswalk } from '../crosswalk/index.js';
import type { AdapterFile, FieldSettings, OutputFormat } from './adapter-file.js';

/** An adapter file that was read and found whole. */
export interface Adapter {
  /** As it was named. */
  readonly file: string;
  /** Of its bytes. */
  readonly sha256: string;
  readonly settings: AdapterFile;
  /** Where its fields are, those that its format has by itself among them. */
  readonly fields: FieldSettings;
  /** The crosswalk that it names; undefined where it names none. */
  readonly crosswalk: Crosswalk | undefined;
}

const none: FieldSettings = {};

/** Where formats have their fields by themselves. */
const standing: Readonly<Record<OutputFormat, FieldSettings>> = {
  json: none,
  ndjson: none,
  csv: none,
  regex: none,
  junit: { code: 'name', message: 'message' },
  sarif: {
    code: 'ruleId',
    level: 'level',
    message: '/message/text',
    line: '/locations/0/physicalLocation/region/startLine',
    column: '/locations/0/physicalLocation/region/startColumn',
    path: '/locations/0/logicalLocations/0/fullyQualifiedName',
  },
};

/** The fields of an adapter file, and those that its format has where the file does not say otherwise. */
export function fieldsOf({ output, fields }: Pick<AdapterFile, 'output' | 'fields'>): FieldSettings {
  return { ...standing[output.format], ...fields };
}

/**
 * What is wrong with putting an adapter to a command, in one line; undefined where nothing is. An adapter that reads a
 * file needs a command that is told where to write it.
 * @param hasOut whether the template of the command has {out}
 */
export function outputMismatch({ file, settings }: Adapter, hasOut: boolean): string | undefined {
  const { from } = settings.output;
  if (from === 'file' && !hasOut) {
    return `${file} reads a file, but the command has no {out}; put {out} where the command is told what to write to`;
  }
  if (from === 'stdout' && hasOut) {
    return `${file} reads standard output, but the command has {out}; say "from": "file" in the adapter, or leave {out} out`;
  }
  return undefined;
}
