import type { OutputSettings } from '../adapter-file.js';
import { boundedLinesOf } from '../lines.js';
import type { RawFinding } from '../raw-finding.js';
import { withinTime } from '../within-time.js';

/**
 * A finding in each line that the pattern fits. That it fits none is an answer without findings: a tool that prints
 * plain text says nothing where nothing is wrong.
 * @throws OutputFault where the pattern takes too long
 */
export function regexFindings(text: string, { pattern = '', flags }: OutputSettings): RawFinding[] {
  const regex = new RegExp(pattern, flags);
  const findings: RawFinding[] = [];
  withinTime('output.pattern of the adapter', () => {
    for (const line of boundedLinesOf(text)) {
      const groups = regex.exec(line)?.groups;
      if (groups) findings.push((field) => groups[String(field)]);
    }
  });
  return findings;
}
