import { linesOf } from '../lines.js';
import { OutputFault, beginning } from '../output-fault.js';
import type { RawFinding } from '../raw-finding.js';
import { jsonFinding } from './json-findings.js';

/** A finding a line, blank lines passed over; no line is no finding. @throws OutputFault where a line is no JSON object */
export function ndjsonFindings(text: string): RawFinding[] {
  const findings: RawFinding[] = [];
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    if (line.trim() === '') continue;
    findings.push(jsonFinding(objectIn(line, number)));
  }
  return findings;
}

function objectIn(line: string, number: number): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  if (typeof value === 'object' && value !== null) return value;
  throw new OutputFault(`its line ${number} is no JSON object: ${beginning(line)}`);
}
