import type { Break } from './break.js';

/** The path of a finding about the file as a whole. */
export const file = '/';

/** The parent of the cases about the file: it has every container. */
export const parent = 'issued-on-time';

/** The first line of every return that the kit writes. */
export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Gives back what a change made. @throws RangeError where it changed nothing, which would make a broken case that is valid */
export function changed<T extends string | Uint8Array>(before: string, after: T): T {
  if (before === after) throw new RangeError('the change of the break changed nothing');
  return after;
}

/** What makes the breaks of one rule that change the file as text or as bytes. */
export function fileBreaksOf(rule: string, at: string = file) {
  return (name: string, summary: string, change: (xml: string) => string | Uint8Array): Break => ({
    rule,
    name,
    summary,
    parent,
    bytes: (xml) => {
      const after = changed(xml, change(xml));
      return { at: [at], file: typeof after === 'string' ? Buffer.from(after, 'utf8') : after };
    },
  });
}

/** Puts another declaration, or none, in place of the one that stands there. */
export function declared(as: string): (xml: string) => string {
  return (xml) => xml.replace(declaration, () => as);
}

/** Puts something at the end of the first Surname. */
export function inSurname(insert: string): (xml: string) => string {
  return before('</Surname>', insert);
}

/** Puts something before the first place where a mark stands. */
export function before(mark: string, insert: string): (xml: string) => string {
  return (xml) => xml.replace(mark, () => insert + mark);
}

/** Puts something after the first place where a mark stands. */
export function after(mark: string, insert: string): (xml: string) => string {
  return (xml) => xml.replace(mark, () => mark + insert);
}

/** The file up to the first place where a mark stands, and so many characters of the mark. */
export function upTo(mark: string, characters: number): (xml: string) => string {
  return (xml) => {
    const at = xml.indexOf(mark);
    if (at < 0) throw new RangeError(`there is no ${mark} to cut the file off at`);
    return xml.slice(0, at + characters);
  };
}

/** Puts bytes before the first place where a mark stands. */
export function bytesBefore(mark: string, ...bytes: readonly number[]): (xml: string) => Uint8Array {
  return (xml) => {
    const at = xml.indexOf(mark);
    if (at < 0) throw new RangeError(`there is no ${mark} to put bytes before`);
    return Buffer.concat([Buffer.from(xml.slice(0, at)), Buffer.from(bytes), Buffer.from(xml.slice(at))]);
  };
}

/** Changes the text of the person at a position. */
export function inPerson(xml: string, position: number, change: (person: string) => string): string {
  const parts = xml.split('<Person>');
  const person = parts[position];
  if (person === undefined) throw new RangeError(`there is no Person[${position}]`);
  return parts.with(position, change(person)).join('<Person>');
}
