import { yearModel, type YearGroup } from '../../../src/model/index.js';
import { FileFault, XmlReader, type XmlHandler } from '../../../src/reading/index.js';
import type { PersonValues } from './person-table.js';

/** Elements of a file at most: each takes some 50 bytes, and a file of more is no case of a suite. */
const mostElements = 20_000_000;

/** A file has too many elements to say where they stand; the message is one line. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** Every element of a file, in document order. */
export interface ElementTable {
  readonly persons: readonly PersonValues[];
  /** The path of the nth record of a tag, n from 1; undefined where there are fewer. */
  nth(tag: string, n: number): string | undefined;
  /** The path of the element that last starts on or before a line, or before a column of it. Undefined before the first. */
  atLine(line: number, column?: number): string | undefined;
}

/**
 * The elements of a return.
 * @param chunks of its bytes
 * @returns undefined where the file is no XML that a return may be
 * @throws TooLargeError
 */
export function readElements(chunks: Iterable<Uint8Array>, year: number): ElementTable | undefined {
  const recorder = new ElementRecorder(year);
  const reader = new XmlReader(recorder);
  try {
    for (const chunk of chunks) reader.write(chunk);
    reader.end();
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
  return recorder;
}

interface Open {
  readonly element: number;
  /** The container of the year; undefined for an item, and for what the year does not have. */
  readonly group: YearGroup | undefined;
  readonly counts: Map<string, number>;
}

/** Items by which a person may be recognised. */
const recognisedBy: ReadonlyMap<string, keyof PersonValues> = new Map([
  ['UPN', 'upn'],
  ['UniqueLearnerNumber', 'uln'],
  ['Surname', 'surname'],
  ['Forename', 'forename'],
  ['PersonBirthDate', 'birthDate'],
] as const);

const noParent = -1;

class ElementRecorder implements XmlHandler, ElementTable {
  readonly persons: Partial<Record<keyof PersonValues, string>>[] = [];
  readonly #message: YearGroup;
  readonly #open: Open[] = [];
  // One entry an element.
  readonly #steps: string[] = [];
  readonly #parents: number[] = [];
  readonly #lines: number[] = [];
  readonly #columns: number[] = [];
  readonly #byTag = new Map<string, number[]>();
  #value: { readonly part: keyof PersonValues; readonly depth: number } | undefined;

  constructor(year: number) {
    this.#message = yearModel(year).message;
  }

  open(tag: string, _: Readonly<Record<string, string>>, line: number, column: number): void {
    const element = this.#steps.length;
    if (element >= mostElements) {
      throw new TooLargeError(`the return has more than ${mostElements} elements, too many to say where they stand`);
    }
    const parent = this.#open.at(-1);
    const node = parent ? parent.group?.byTag.get(tag) : tag === this.#message.tag ? this.#message : undefined;
    const group = node?.kind === 'group' ? node : undefined;
    const name = node?.tag ?? tag;
    const count = (parent?.counts.get(name) ?? 0) + 1;
    parent?.counts.set(name, count);

    this.#steps.push(group?.repeats === true || count > 1 ? `${name}[${count}]` : name);
    this.#parents.push(parent?.element ?? noParent);
    this.#lines.push(line);
    this.#columns.push(column);
    if (group) this.#keep(group, element);
    else if (parent?.group?.tag === 'Person') this.#startValue(name);
    this.#open.push({ element, group, counts: new Map() });
  }

  text(text: string): void {
    const person = this.persons.at(-1);
    if (!this.#value || !person || this.#open.length !== this.#value.depth) return;
    const { part } = this.#value;
    person[part] = (person[part] ?? '') + text;
  }

  close(): void {
    if (this.#value?.depth === this.#open.length) this.#value = undefined;
    this.#open.pop();
  }

  nth(tag: string, n: number): string | undefined {
    const element = this.#byTag.get(tag)?.[n - 1];
    return element === undefined ? undefined : this.#path(element);
  }

  atLine(line: number, column = Infinity): string | undefined {
    const starts = (element: number): boolean => {
      const own = this.#lines[element] ?? Infinity;
      return own < line || (own === line && (this.#columns[element] ?? Infinity) <= column);
    };
    // Elements stand in the order in which they start.
    let low = 0;
    let high = this.#steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts(middle)) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? undefined : this.#path(low - 1);
  }

  #keep(group: YearGroup, element: number): void {
    const known = this.#byTag.get(group.tag);
    if (known) known.push(element);
    else this.#byTag.set(group.tag, [element]);
    if (group.tag === 'Person') this.persons.push({});
  }

  #startValue(tag: string): void {
    const part = recognisedBy.get(tag);
    const person = this.persons.at(-1);
    // Of an item that stands twice the first counts, as everywhere.
    if (part === undefined || person?.[part] !== undefined) return;
    this.#value = { part, depth: this.#open.length + 1 };
  }

  #path(element: number): string {
    const steps: string[] = [];
    for (let at = element; at !== noParent; at = this.#parents[at] ?? noParent) steps.unshift(this.#steps[at] ?? '');
    return `/${steps.join('/')}`;
  }
}
