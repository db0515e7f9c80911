import { yearModel } from '../../src/model/index.js';
import { markOf, ReturnReader, XmlReader, type Mark } from '../../src/reading/index.js';
import { fileSource } from '../../src/validate/index.js';
import type { OpenOptions, Place } from '../format.js';
import { deepest, wantedPaths, type Step, type WantedPath } from '../paths/path-steps.js';
import { reading, yearIn } from './open-xml.js';

/** A record, or an item or container in it. */
interface Spot {
  readonly line: number;
  readonly column: number;
  /** What is below, where this is a record that was read. */
  readonly record?: object;
}

/**
 * Finds where the elements at paths begin.
 * @throws FormatError where the file is not XML or no return, UnknownYearError, UnreadableFileError
 */
export function locateXml(
  path: string,
  paths: Iterable<string>,
  { year: asked }: OpenOptions,
): ReadonlyMap<string, Place> {
  const source = fileSource(path);
  const year = asked ?? yearIn(path, source);
  const wanted = wantedPaths(paths);
  const asGiven = new Set([...wanted.outside, ...[...wanted.persons.values()].flat()].map((one) => one.path));
  const places = new Map<string, Place>();
  /** What is above the persons: told with the first record below it, and with the header. */
  let message: Mark | undefined;
  let persons: Mark | undefined;
  let header: object | undefined;
  const find = (from: object, list: readonly WantedPath[]): void => {
    for (const { path: one, steps } of list) {
      const { line, column } = deepest(spotOf(from), steps, below);
      if (!places.has(one)) places.set(one, { kind: 'line', line, column });
    }
  };
  const reader = new XmlReader(
    new ReturnReader(yearModel(year), {
      header: (record) => {
        header ??= record;
        message ??= markOf(record).parent;
      },
      person: (person, index) => {
        persons ??= markOf(person).parent;
        message ??= persons?.parent;
        find(person, wanted.persons.get(index) ?? []);
      },
      // Elements that are surplus or unknown are left out of the records.
      structure: ({ path: where, line, column }) => {
        if (asGiven.has(where)) places.set(where, { kind: 'line', line, column });
      },
    }),
  );
  reading(path, () => {
    for (const chunk of source.chunks()) reader.write(chunk);
    reader.end();
  });
  for (const { path: one, steps } of wanted.outside) {
    const [first, ...rest] = steps;
    const mark = first?.tag === 'Persons' ? persons : undefined;
    if (first?.tag === 'Header' && header) find(header, [{ path: one, steps: rest }]);
    else if (!places.has(one)) {
      const { line, column } = mark ?? message ?? { line: 1, column: 1 };
      places.set(one, { kind: 'line', line, column });
    }
  }
  return places;
}

function spotOf(record: object): Spot {
  const { line, column } = markOf(record);
  return { line, column, record };
}

function below({ record }: Spot, { tag, position }: Step): Spot | undefined {
  if (record === undefined) return undefined;
  const mark = markOf(record);
  const child = mark.group.byTag.get(tag);
  if (!child) return undefined;
  const held: unknown = Reflect.get(record, child.tag);
  if (child.kind === 'item') {
    const [line = 0, column = 0] = [mark.lines[child.index], mark.columns[child.index]];
    return line > 0 && position === 1 ? { line, column } : undefined;
  }
  const one: unknown = Array.isArray(held) ? (held as readonly unknown[])[position - 1] : held;
  return typeof one === 'object' && one !== null ? spotOf(one) : undefined;
}
