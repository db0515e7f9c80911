import { setImmediate } from 'node:timers/promises';
import { yearModel } from '../../src/model/index.js';
import type { Person } from '../../src/return/index.js';
import type { OpenOptions, OpenReturn } from '../format.js';
import { jsonLines, type Line } from './json-lines.js';
import { parseHead, parsePerson } from './parse-line.js';

/** Opens a return in JSON Lines. @throws FormatError, UnknownYearError, UnreadableFileError */
export function openJsonl(path: string, { year: asked }: OpenOptions): OpenReturn {
  const lines = jsonLines(path);
  const first = lines.next();
  const { year, header } = parseHead(path, first.done === true ? undefined : first.value, asked);
  return { year, header: header, persons: personsOf(path, lines, year) };
}

/** Some tens of milliseconds of reading. */
const personsAtOnce = 500;

async function* personsOf(path: string, lines: Iterable<Line>, year: number): AsyncGenerator<Person, void, undefined> {
  const group = yearModel(year).group('Person');
  let count = 0;
  for (const line of lines) {
    yield parsePerson(path, line, group, year);
    count += 1;
    // Lets signals and other work in now and then, since reading a file waits for nothing.
    if (count % personsAtOnce === 0) await setImmediate();
  }
}
