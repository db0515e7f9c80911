import { setImmediate } from 'node:timers/promises';
import { makePersonSource, type PersonSource, type ReturnKey } from '../../../generators/index.js';
import { personToXml } from '../../../output/xml/index.js';
import type { Person } from '../../return/index.js';
import { inThreads, type Crew } from '../../threads/index.js';
import { startPersonCrew, worthOfThreads } from './person-crew.js';
import { Utf8Page } from './utf8-page.js';

/** Persons of one return that follow each other. */
export interface PersonSpan {
  readonly key: ReturnKey;
  /** Indices, from 0: `from` up to, but not including, `to`. */
  readonly from: number;
  readonly to: number;
}

/** How the making of persons is shared out. */
export interface Sharing {
  /** How many threads make persons, this one among them. */
  readonly workers: number;
  /** The others of these threads, where they were started ahead. */
  readonly crew?: Crew | undefined;
  /** Persons that are made and written together. */
  readonly atOnce?: number;
  /** Fewer persons than this are made in this thread: to start others takes longer than making so few. */
  readonly worthThreads?: number;
  /**
   * Changes a person before they are written, given the index and the position in the file, from 1. What is planted is
   * written down as it comes, so that all persons are made in this thread then.
   */
  readonly plant?: (k: number, position: number, person: Person) => void;
}

/** Some 700 KB: some five milliseconds of work, so that what it takes to hand it over does not count. */
const personsAtOnce = 512;

/** A span to write, and memory that may be used for it. */
export interface PersonTask {
  readonly span: PersonSpan;
  readonly memory?: Uint8Array<ArrayBuffer> | undefined;
}

/**
 * Writes spans of persons as lines of the return, in UTF-8, in the memory that comes with the task where they fit.
 * What it gives back throws RangeError as `makePersonSource` does.
 */
export function personWriter(
  change?: (k: number, person: Person) => void,
): (task: PersonTask) => Uint8Array<ArrayBuffer> {
  let source: { readonly name: string; readonly persons: PersonSource } | undefined;
  return ({ span: { key, from, to }, memory }) => {
    // In one run a year, LA and seed have one register and one set of figures, which are too large to compare.
    const name = JSON.stringify([key.year, key.la, key.seed, key.scenario]);
    // The spans of a return come one after the other, so that one source is enough.
    if (source?.name !== name) source = { name, persons: makePersonSource(key) };
    const { persons } = source;
    const page = new Utf8Page(memory);
    let text = '';
    for (let k = from; k < to; k++) {
      const one = persons.person(k);
      change?.(k, one);
      text += personToXml(one, key.year);
      if (text.length >= encodedAtOnce) {
        page.add(text);
        text = '';
      }
    }
    page.add(text);
    return page.written();
  };
}

/**
 * Characters that are held as text. A text lies in memory as all the parts it was put together from until it is encoded:
 * those of a whole span would outlive a collection of what is short-lived, each of which would have to move them.
 */
const encodedAtOnce = 1 << 13;

/** Pieces of a return, in order. The bytes are overwritten when the next piece is asked for. */
export interface WrittenPersons {
  /** Which of the spans that were asked for. */
  readonly at: number;
  /** How many persons, from 1. */
  readonly persons: number;
  readonly bytes: Uint8Array;
}

/**
 * The persons of spans, in order, a few hundred at a time: the same bytes for any number of workers. No more than a few
 * pieces are held, however slowly they are taken.
 * @throws RangeError as `makePersonSource` does, ThreadError
 */
export async function* writePersons(
  spans: readonly PersonSpan[],
  { workers, crew, atOnce = personsAtOnce, worthThreads = worthOfThreads, plant }: Sharing,
): AsyncGenerator<WrittenPersons, void, undefined> {
  const all = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  if (workers <= 1 || all < worthThreads || plant) {
    let first = 0;
    const change =
      plant &&
      ((k: number, person: Person): void => {
        plant(k, k - first + 1, person);
      });
    const write = personWriter(change);
    let memory: Uint8Array<ArrayBuffer> | undefined;
    for (const { at, span } of cut(spans, atOnce)) {
      first = spans[at]?.from ?? 0;
      yield { at, persons: span.to - span.from, bytes: (memory = write({ span, memory })) };
      // Time to look at signals, such as Ctrl-C.
      await setImmediate();
    }
    return;
  }
  // Memory goes to and fro: were it left to be collected, what is written would pile up for a while.
  const spare: Uint8Array<ArrayBuffer>[] = [];
  const tasks = (function* () {
    for (const { span } of cut(spans, atOnce)) yield { span, memory: spare.pop() };
  })();
  const pieces = inThreads<PersonTask, Uint8Array<ArrayBuffer>>({
    crew: crew ?? startPersonCrew(workers - 1),
    tasks,
    here: personWriter(),
    transferOf: ({ memory }) => (memory ? [memory.buffer] : []),
  });
  const order = cut(spans, atOnce);
  for await (const bytes of pieces) {
    const { value } = order.next();
    if (!value) return;
    yield { at: value.at, persons: value.span.to - value.span.from, bytes };
    spare.push(bytes);
  }
}

function* cut(
  spans: readonly PersonSpan[],
  atOnce: number,
): Generator<{ at: number; span: PersonSpan }, undefined, undefined> {
  for (const [at, { key, from, to }] of spans.entries()) {
    for (let start = from; start < to; start += atOnce)
      yield { at, span: { key, from: start, to: Math.min(start + atOnce, to) } };
  }
  return undefined;
}
