import { posix } from 'node:path';
import { FormatError } from '../../format.js';
import { nameKey } from '../label-key.js';
import { sheetName } from '../tables.js';
import { readDirectory, type ZipEntry } from '../zip/directory.js';
import { entryChunks } from '../zip/entry-chunks.js';
import { parsePart } from './parse-part.js';

/** Bytes that parts of a workbook may have unpacked. The largest sheet there can be with a return in it has some 400 MB. */
const mostOfSheet = 512 * 2 ** 20;
const mostOfStrings = 128 * 2 ** 20;
const mostOfOthers = 16 * 2 ** 20;

/** A part of a workbook, which may be read more than once. */
export interface Part {
  readonly name: string;
  readonly chunks: () => AsyncIterable<Buffer>;
}

/** Where the parts of a workbook are that matter here. */
export interface WorkbookParts {
  readonly sheet: Part;
  readonly strings: Part | undefined;
  readonly styles: Part | undefined;
  /** Whether its dates count from 1904. */
  readonly from1904: boolean;
}

/** What Excel's own older files and encrypted workbooks begin with. */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const zip = Buffer.from('PK', 'latin1');

/** Finds the sheet of the return and what it refers to. @throws FormatError where there is none or the file is no workbook */
export async function findParts(bytes: Buffer): Promise<WorkbookParts> {
  if (bytes.subarray(0, compoundFile.length).equals(compoundFile))
    throw new FormatError(
      'is a workbook with a password, or of a version before 2007: save it in Excel as .xlsx without a password',
    );
  if (!bytes.subarray(0, zip.length).equals(zip)) throw new FormatError('is not an Excel workbook (.xlsx)');
  const entries = new Map(readDirectory(bytes).map((entry) => [entry.name, entry]));
  const part = (name: string, atMost: number): Part | undefined => partOf(bytes, entries.get(name), atMost);

  const root = part('_rels/.rels', mostOfOthers);
  const [main] = root ? (await relationsOf(root, '')).filter(({ type }) => type === 'officeDocument') : [];
  const workbookName = main?.target ?? 'xl/workbook.xml';
  const workbook = part(workbookName, mostOfOthers);
  if (!workbook) throw new FormatError('is not an Excel workbook (.xlsx): its zip holds something else');
  const { sheets, from1904 } = await readWorkbook(workbook);
  const folder = workbookName.slice(0, workbookName.lastIndexOf('/') + 1);
  const links = part(`${folder}_rels/${workbookName.slice(folder.length)}.rels`, mostOfOthers);
  const relations = links ? await relationsOf(links, folder) : [];
  const targetOf = (wanted: (relation: Relation) => boolean): string => relations.find(wanted)?.target ?? '';

  const ids = sheets.filter(({ name }) => nameKey(name) === nameKey(sheetName)).map(({ id }) => id);
  if (ids.length === 0) throw new FormatError(`has no sheet ${sheetName}`);
  const sheet = part(
    targetOf(({ id }) => ids.includes(id)),
    mostOfSheet,
  );
  if (!sheet) throw new FormatError(`has a sheet ${sheetName} that is not in the file: save it again in Excel`);
  return {
    sheet,
    strings: part(
      targetOf(({ type }) => type === 'sharedStrings'),
      mostOfStrings,
    ),
    styles: part(
      targetOf(({ type }) => type === 'styles'),
      mostOfOthers,
    ),
    from1904,
  };
}

function partOf(bytes: Buffer, entry: ZipEntry | undefined, atMost: number): Part | undefined {
  return entry && { name: entry.name, chunks: () => entryChunks(bytes, entry, atMost) };
}

interface Relation {
  readonly id: string;
  /** The end of the address that names the type, which is the same in both kinds of the standard. */
  readonly type: string;
  /** From the root of the zip. */
  readonly target: string;
}

async function relationsOf({ name, chunks }: Part, folder: string): Promise<readonly Relation[]> {
  const relations: Relation[] = [];
  await parsePart(chunks(), name, {
    open: (tag, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (tag === 'Relationship')
        relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(target, folder) });
    },
  });
  return relations;
}

/** A target from the root of the zip. */
function resolved(target: string, folder: string): string {
  return posix.resolve('/', folder, target).slice(1);
}

interface Sheet {
  readonly name: string;
  readonly id: string;
}

async function readWorkbook({ name, chunks }: Part): Promise<{ sheets: readonly Sheet[]; from1904: boolean }> {
  const sheets: Sheet[] = [];
  let from1904 = false;
  await parsePart(chunks(), name, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '');
      if (tag !== 'sheet') return;
      // Whatever prefix the writer has given the namespace of relationships.
      const link = Object.keys(attributes).find((one) => one.endsWith(':id')) ?? '';
      sheets.push({ name: attributes['name'] ?? '', id: attributes[link] ?? '' });
    },
  });
  return { sheets, from1904 };
}
