import { personParts, type Field, type FieldSettings } from './adapter-file.js';
import type { Adapter } from './adapter.js';
import { csvFindings } from './formats/csv-findings.js';
import { jsonFindings, parseJson } from './formats/json-findings.js';
import { junitFindings } from './formats/junit-findings.js';
import { ndjsonFindings } from './formats/ndjson-findings.js';
import { regexFindings } from './formats/regex-findings.js';
import { sarifFindings } from './formats/sarif-findings.js';
import { boundedLinesOf } from './lines.js';
import { OutputFault, beginning } from './output-fault.js';
import type { RawFinding } from './raw-finding.js';
import { withinTime } from './within-time.js';

/** The findings in the text that a validator gave, in its order. @throws OutputFault where it is not what the adapter says */
export function extractText(whole: string, { settings, fields }: Adapter): RawFinding[] {
  const { output } = settings;
  const text = whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
  // Nothing tells a file that was left empty from one that was never written to.
  if (output.from === 'file' && text.trim() === '') throw new OutputFault('it wrote nothing to {out}');
  if (output.requires !== undefined && !hasLine(text, new RegExp(output.requires))) {
    throw new OutputFault(`no line of it fits output.requires of the adapter: ${beginning(text)}`);
  }
  switch (output.format) {
    case 'json':
    case 'sarif':
      return extractValue(parseJson(text), settings.output.format, output.findings);
    case 'ndjson':
      return ndjsonFindings(text);
    case 'csv':
      return csvFindings(text, output, usedFields(fields));
    case 'junit':
      return junitFindings(text);
    case 'regex':
      return regexFindings(text, output);
  }
}

function hasLine(text: string, regex: RegExp): boolean {
  return withinTime('output.requires of the adapter', () => {
    for (const line of boundedLinesOf(text)) if (regex.test(line)) return true;
    return false;
  });
}

/** The findings in what came as a JSON value. @throws OutputFault where it is not what the adapter says */
export function extractFromValue(value: unknown, adapter: Adapter): RawFinding[] {
  const { format, findings } = adapter.settings.output;
  if (format === 'json' || format === 'sarif') return extractValue(value, format, findings);
  if (format === 'ndjson' && Array.isArray(value)) return jsonFindings(value, '');
  if (typeof value === 'string') return extractText(value, adapter);
  throw new OutputFault(`it is a JSON value, where the adapter reads ${format}`);
}

function extractValue(value: unknown, format: string, pointer = ''): RawFinding[] {
  return format === 'sarif' ? sarifFindings(value) : jsonFindings(value, pointer);
}

function usedFields({ code = [], level, path, line, column, message, item, person, record }: FieldSettings): Field[] {
  const others = [level, path, line, column, message, item, record?.table, record?.row];
  const all = [code, ...others, ...personParts.map((part) => person?.[part])].flat();
  return all.filter((field) => field !== undefined);
}
