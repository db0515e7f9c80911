import { ShapeError, asObject, optionalTextAt, type Fields } from '../shape/index.js';
import type { ReportedFinding } from './answer.js';

/**
 * Reads a finding as a validator reports it. Only what is judged, and the message, is kept.
 * @throws ShapeError where it is no object or a field that is there is not of its kind.
 */
export function parseReportedFinding(value: unknown): ReportedFinding {
  const fields = asObject(value, 'a finding');
  const rule = optionalTextAt(fields, 'rule');
  const level = optionalTextAt(fields, 'level');
  const path = optionalTextAt(fields, 'path');
  const person = personAt(fields);
  const message = optionalTextAt(fields, 'message');
  return {
    ...(rule !== undefined && { rule }),
    ...(level !== undefined && { level }),
    ...(path !== undefined && { path }),
    ...(person !== undefined && { person }),
    ...(message !== undefined && { message }),
  };
}

function personAt(fields: Fields): number | undefined {
  const person = fields['person'];
  if (person === undefined || person === null) return undefined;
  const index = typeof person === 'number' ? person : asObject(person, 'person')['index'];
  if (index === undefined || index === null) return undefined;
  if (typeof index !== 'number' || !Number.isSafeInteger(index))
    throw new ShapeError('person has no whole number as index');
  return index;
}
