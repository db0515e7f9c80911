import { yearModel } from '../../model/index.js';
import { FileFault, maybePlain, readPlain, ReturnReader, XmlReader, type TextPosition } from '../../reading/index.js';
import type { Finding } from '../finding.js';
import type { Logged } from '../finding-log.js';
import { personPath, RecordChecks } from '../record-checks.js';
import type { ReturnTally } from '../return-checks.js';

/** Some persons that follow each other in a file. */
export interface PieceTask {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many findings can still be listed, at most. */
  readonly room: number;
}

/** What is the same for every piece of a file. */
export interface PieceContext {
  readonly year: number;
  /** LEA of the header as given. */
  readonly la: string | undefined;
}

/** What was found in a piece, with lines, columns and positions as if it were all there is. */
export interface CheckedPiece {
  readonly persons: number;
  /** Line breaks in it, and the characters after the last of them. */
  readonly lines: number;
  readonly column: number;
  readonly logged: Logged;
  readonly tally: ReturnTally;
}

/** Stands before a piece as it is read; the piece begins in line 2, with nothing before it. */
const around = Buffer.from('<Message><Persons>\n');
const firstLine = 2;

/** What a markup that may hide the tags of a person begins with. */
const hiding = [Buffer.from('<!'), Buffer.from('<?')];

/** Puts the text of a piece to a reader; gives where it ends, or undefined where it cannot be read so. */
type Read = (records: ReturnReader) => TextPosition | undefined;

/**
 * Looks at the persons of a piece by all rules but those over all persons, for which it gives what they need.
 * Undefined where the piece is not whole persons and white space alone, so that it says nothing of the file.
 */
export function checkPiece(context: PieceContext, { bytes, room }: PieceTask): CheckedPiece | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = maybePlain(buffer);
  const checked = text === undefined ? undefined : checkedBy(plainly(text), context, room);
  if (checked) return checked;
  return hiding.some((markup) => buffer.includes(markup)) ? undefined : checkedBy(asXml(buffer), context, room);
}

/** Reads a piece in which all markup is plain, as in nearly every file. */
function plainly(text: string): Read {
  return (records) => {
    records.open('Message', {}, 1, 1);
    records.open('Persons', {}, 1, around.indexOf('<Persons>') + 1);
    return readPlain(text, records, { line: firstLine, column: 0 });
  };
}

/** Reads a piece that only a whole parser can read. */
function asXml(buffer: Buffer): Read {
  return (records) => {
    const reader = new XmlReader(records);
    try {
      reader.write(around);
      reader.write(buffer);
    } catch (error) {
      if (error instanceof FileFault) return undefined;
      throw error;
    }
    return reader.position();
  };
}

function checkedBy(read: Read, { year, la }: PieceContext, room: number): CheckedPiece | undefined {
  const checks = new RecordChecks(year, la, room);
  const met = { others: 0 };
  const records = new ReturnReader(yearModel(year), {
    person: (person, index) => {
      checks.person(person, index);
    },
    structure: (finding) => {
      if (!finding.path.startsWith(personPath)) met.others += 1;
      checks.structure(finding);
    },
  });
  const end = read(records);
  if (!end || met.others > 0 || !records.betweenPersons()) return undefined;
  const { persons, log, overall } = checks;
  return { persons, lines: end.line - firstLine, column: end.column, logged: log.logged(), tally: overall.tally() };
}

/** Where a piece begins in its file. */
export interface PieceStart {
  /** From 1. */
  readonly line: number;
  /** Characters of the line before it. */
  readonly column: number;
  /** Persons before it. */
  readonly persons: number;
}

/** Where the piece after another begins. */
export function startAfter(start: PieceStart, { lines, column, persons }: CheckedPiece): PieceStart {
  return {
    line: start.line + lines,
    column: lines === 0 ? start.column + column : column,
    persons: start.persons + persons,
  };
}

/** A finding of a piece as one of the file. */
export function inFile(finding: Finding, start: PieceStart): Finding {
  const { path, line, column, person } = finding;
  const tail = path.slice(personPath.length);
  const index = Number.parseInt(tail, 10);
  return {
    ...finding,
    path: `${personPath}${index + start.persons}${tail.slice(tail.indexOf(']'))}`,
    line: line - firstLine + start.line,
    column: line === firstLine ? column + start.column : column,
    ...(person && { person: { ...person, index: person.index + start.persons } }),
  };
}
