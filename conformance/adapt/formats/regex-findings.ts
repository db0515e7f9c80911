import type { OutputSettings } from '../adapter-file.js';
import { linesOf } from '../lines.js';
import type { RawFinding } from '../raw-finding.js';

/** Characters of a line that are looked at: an expression can take very long over more. */
const lookedAtMost = 65_536;

/**
 * A finding in each line that the pattern fits. That it fits none is an answer without findings: a tool that prints
 * plain text says nothing where nothing is wrong.
 */
export function regexFindings(text: string, { pattern = '', flags }: OutputSettings): RawFinding[] {
  const regex = new RegExp(pattern, flags);
  const findings: RawFinding[] = [];
  for (const line of linesOf(text)) {
    const groups = regex.exec(line.length > lookedAtMost ? line.slice(0, lookedAtMost) : line)?.groups;
    if (groups) findings.push((field) => groups[String(field)]);
  }
  return findings;
}
