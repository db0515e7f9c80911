import type { Field } from './adapter-file.js';

/** The steps of a JSON pointer; none for ''. */
export function pointerSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What stands in a field of a JSON value: by its key, or by a pointer where it begins with a /. Undefined where nothing does. */
export function valueAt(value: unknown, field: Field): unknown {
  const steps = typeof field === 'string' && field.startsWith('/') ? pointerSteps(field) : [String(field)];
  return steps.reduce(stepInto, value);
}

/** What stands under a key of an object or a position of a list. */
export function stepInto(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[step];
}
