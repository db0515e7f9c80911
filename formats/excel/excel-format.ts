import { writeOutput } from '../../output/index.js';
import type { Person } from '../../src/return/index.js';
import { FormatError, type Format, type OpenReturn, type RemarkLog, type WriteOptions } from '../format.js';
import { locateCells } from './locate-cells.js';
import { HeldPersons, type WrittenRow } from './sheet-rows.js';
import { readWorkbook } from './sheet/read-workbook.js';
import { writeWorkbook } from './write-workbook.js';

/** DfE's Excel submission template: a workbook with the nine tables of a return in one worksheet. */
export const excelFormat: Format = {
  name: 'xlsx',
  title: "DfE's Excel template",
  isFolder: false,
  open: async (path, options) => {
    const { year, header, persons } = await readWorkbook(path, options);
    return { year, header, persons: each(persons) };
  },
  write,
  locate: locateCells,
};

/** Between two reports of how far the writing is. */
const personsBetween = 500;

/** All persons are held, since each table is about all of them. */
async function write(
  path: string,
  { year, header, persons }: OpenReturn,
  { remarks, onProgress }: WriteOptions,
): Promise<void> {
  const held = naming(path, () => new HeldPersons(year, header));
  for await (const person of persons) {
    naming(path, () => {
      held.add(person);
    });
    if (held.persons.length % personsBetween === 0) onProgress?.(held.persons.length);
  }
  const bytes = await writeWorkbook(rowsOf(path, held, remarks));
  await writeOutput(path, (sink) => {
    sink.write(bytes);
  });
}

function* rowsOf(path: string, held: HeldPersons, remarks: RemarkLog): Generator<WrittenRow, void, undefined> {
  const rows = held.rows(remarks);
  for (;;) {
    const { done, value } = naming(path, () => rows.next());
    if (done === true) return;
    yield value;
  }
}

/** What is wrong with the return that is written names the file; what is wrong with the one that is read does already. */
function naming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new FormatError(`cannot write ${path}: ${error.message}`, { cause: error });
  }
}

async function* each(persons: readonly Person[]): AsyncGenerator<Person, void, undefined> {
  for (const person of persons) yield await Promise.resolve(person);
}
