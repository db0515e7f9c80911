import { parseTree, type Node } from 'jsonc-parser';
import { yearModel, type YearGroup } from '../../src/model/index.js';
import type { OpenOptions, Place } from '../format.js';
import { deepest, wantedPaths, type Step } from '../paths/path-steps.js';
import { jsonLines, type Line } from './json-lines.js';
import { parseHead } from './parse-line.js';

/** A record or a value in a line. */
interface Spot {
  readonly value: Node;
  /** Where it begins, from 0: with its name, where it has one. */
  readonly offset: number;
  /** What it is a record of; undefined for a value. */
  readonly group: YearGroup | undefined;
}

/**
 * Finds the lines, and the columns in them, of what paths name. What is neither in the header nor in a person is at the
 * beginning.
 * @throws FormatError, UnknownYearError, UnreadableFileError
 */
export function locateJsonl(
  path: string,
  paths: Iterable<string>,
  { year: asked }: OpenOptions,
): ReadonlyMap<string, Place> {
  const wanted = wantedPaths(paths);
  const places = new Map<string, Place>();
  const lines = jsonLines(path);
  const first = lines.next();
  const head = first.done === true ? undefined : first.value;
  const { year } = parseHead(path, head, asked);
  const model = yearModel(year);
  for (const { path: one, steps } of wanted.outside) {
    const [part, ...rest] = steps;
    const header = head && part?.tag === 'Header' ? headerIn(head, model.group('Header')) : undefined;
    const offset = header ? deepest(header, rest, below).offset : 0;
    places.set(one, { kind: 'line', line: head?.line ?? 1, column: offset + 1 });
  }
  let position = 0;
  for (const line of lines) {
    position += 1;
    if (position > wanted.last) break;
    const ofPerson = wanted.persons.get(position);
    const value = ofPerson && parseTree(line.text);
    if (!value) continue;
    const person: Spot = { value, offset: value.offset, group: model.group('Person') };
    for (const { path: one, steps } of ofPerson) {
      const { offset } = deepest(person, steps, below);
      places.set(one, { kind: 'line', line: line.line, column: offset + 1 });
    }
  }
  return places;
}

function headerIn({ text }: Line, group: YearGroup): Spot | undefined {
  const whole = parseTree(text);
  const sen2 = whole && propertyOf(whole, 'sen2')?.value;
  const header = sen2 && propertyOf(sen2, 'header');
  return header && { ...header, group };
}

function below({ value, group }: Spot, { tag, position }: Step): Spot | undefined {
  const child = group?.byTag.get(tag);
  if (!child) return undefined;
  const alias = child.kind === 'item' ? child.node.alias : undefined;
  const found = propertyOf(value, child.tag) ?? (alias === undefined ? undefined : propertyOf(value, alias));
  if (!found) return undefined;
  if (child.kind === 'item') return position === 1 ? { ...found, group: undefined } : undefined;
  if (!child.repeats) return { ...found, group: child };
  const one = found.value.children?.[position - 1];
  return one && { value: one, offset: one.offset, group: child };
}

function propertyOf(holder: Node, name: string): { readonly value: Node; readonly offset: number } | undefined {
  for (const { children: [key, value] = [], offset } of holder.children ?? [])
    if (key?.value === name && value) return { value, offset };
  return undefined;
}
