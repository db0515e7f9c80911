import { findingsAtMost, parseAnsweredFinding, type Answer } from '../judge/index.js';
import { ShapeError, asObject, listAt, plainText, reasonOf } from '../shape/index.js';

/**
 * Reads what a validator printed as the JSON of `validate --format json`, of which only `findings[].rule` is required.
 * What cannot be read so is no answer: `could-not-run`, with the reason.
 */
export function readAnswer(text: string): Answer {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.trim() === '') return { kind: 'could-not-run', why: 'it printed nothing where its findings were expected' };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { kind: 'could-not-run', why: `what it printed is not JSON: ${plainText(json, 60)}` };
  }
  return readAnswerValue(value);
}

/** The same of a value that is JSON already. */
export function readAnswerValue(value: unknown): Answer {
  try {
    const fields = asObject(value, 'it');
    if (fields['format'] !== undefined && fields['format'] !== 1) throw new ShapeError('format is not 1');
    const list = listAt(fields, 'findings');
    if (list.length > findingsAtMost) {
      throw new ShapeError(`they are ${list.length}, more than the ${findingsAtMost} that an answer may have`);
    }
    const findings = list.map((one) => {
      const finding = parseAnsweredFinding(one);
      if (finding.rule === undefined) throw new ShapeError('a finding has no rule');
      return finding;
    });
    return { kind: 'findings', findings };
  } catch (error) {
    return { kind: 'could-not-run', why: `what it printed cannot be read as findings: ${reasonOf(error)}` };
  }
}
