import type { ElementPlace } from './find-elements.js';
import { normalSteps, pathOf } from './find-elements.js';
import { lineAt, type TextFile } from './text-file.js';

/** Some lines of a file, with those to look at marked. */
export interface Excerpt {
  /** Number of the first line, from 1. */
  readonly first: number;
  /** The lines, with line breaks between. */
  readonly text: string;
  /** Numbers of the first and last marked line, from 1. */
  readonly from: number;
  readonly to: number;
  /** What is marked, in words. */
  readonly what: string;
}

/** Lines shown before and after the marked ones. */
const around = 10;
const markedAtMost = 12;
/** Longest line shown whole, in characters; of a longer one the part about the fault. */
const widest = 240;

type Text = Extract<TextFile, { readonly text: string }>;

/** The excerpt about an element, or where it is absent about the nearest element around where it would be. */
export function excerptAt(file: Text, path: string, places: ReadonlyMap<string, ElementPlace>): Excerpt | undefined {
  const steps = normalSteps(path);
  for (let count = steps.length; count > 0; count -= 1) {
    const place = places.get(pathOf(steps.slice(0, count)));
    if (!place) continue;
    const name = (steps[count - 1] ?? '').replace(/\[\d+\]$/, '');
    const missing = (steps[steps.length - 1] ?? '').replace(/\[1\]$/, '');
    const what =
      count === steps.length ? `${name} is marked.` : `${missing} does not stand here; ${name}, around it, is marked.`;
    return cut(file, place.start, place.end, what);
  }
  return undefined;
}

/** The excerpt about the first line in which a file differs from another. */
export function excerptOfDifference(file: Text, other: Text): Excerpt | undefined {
  const length = Math.min(file.text.length, other.text.length);
  let at = 0;
  while (at < length && file.text.charCodeAt(at) === other.text.charCodeAt(at)) at += 1;
  if (at === length && file.text.length === other.text.length) return undefined;
  return cut(file, at, at, 'The first line that differs from the valid return it was made from is marked.');
}

/** The excerpt of the beginning of a file. */
export function excerptOfStart(file: Text): Excerpt {
  return cut(file, 0, 0, 'The file begins so.');
}

function cut({ text, lineStarts }: Text, start: number, end: number, what: string): Excerpt {
  const from = lineAt(lineStarts, start);
  const to = Math.min(lineAt(lineStarts, Math.max(start, end - 1)), from + markedAtMost - 1);
  const first = Math.max(0, from - around);
  const last = Math.min(lineStarts.length - 1, to + around);
  const lines: string[] = [];
  for (let line = first; line <= last; line += 1) {
    const begin = lineStarts[line] ?? 0;
    const next = lineStarts[line + 1] ?? text.length;
    lines.push(visible(text, begin, next, line === from ? start - begin : 0));
  }
  return { first: first + 1, text: lines.join('\n'), from: from + 1, to: to + 1, what };
}

/** A line without its break, cut where it is long, control characters as the pictures of themselves. */
function visible(text: string, begin: number, next: number, column: number): string {
  const left = column > widest / 2 ? begin + column - widest / 4 : begin;
  const whole = text.slice(left, Math.min(next, left + widest + 2)).replace(/[\r\n]+$/, '');
  const shown = whole.slice(0, widest);
  const [before, after] = [left > begin ? '… ' : '', shown.length < whole.length ? ' …' : ''];
  return before + shown.replace(/[\0-\x08\x0b-\x1f]/g, pictureOf) + after;
}

function pictureOf(control: string): string {
  return String.fromCharCode(0x2400 + control.charCodeAt(0));
}
