import { pointerSteps, stepInto, valueAt } from '../json-pointer.js';
import { OutputFault, beginning } from '../output-fault.js';
import type { RawFinding } from '../raw-finding.js';

/** A finding that is a JSON object. */
export function jsonFinding(value: unknown): RawFinding {
  return (field) => valueAt(value, field);
}

/**
 * The findings in a JSON value.
 * @param pointer to their list; a step * stands for every entry of a list or map
 * @throws OutputFault where there is no list
 */
export function jsonFindings(value: unknown, pointer: string): RawFinding[] {
  let lists: unknown[] = [value];
  for (const step of pointerSteps(pointer)) {
    lists =
      step === '*' ? lists.flatMap((list) => entriesOf(list, pointer)) : lists.map((list) => stepInto(list, step));
  }
  return lists.flatMap((list) => {
    if (!Array.isArray(list)) throw new OutputFault(`its JSON has no list of findings at "${pointer}"`);
    return list.map(jsonFinding);
  });
}

/** The JSON value of a text. @throws OutputFault where it is none */
export function parseJson(text: string): unknown {
  if (text.trim() === '') throw new OutputFault('it is empty where JSON was expected');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new OutputFault(`it is not JSON: ${beginning(text)}`);
  }
}

function entriesOf(value: unknown, pointer: string): unknown[] {
  if (typeof value !== 'object' || value === null) {
    throw new OutputFault(`its JSON has no list or map for the * of "${pointer}"`);
  }
  return Object.values(value);
}
