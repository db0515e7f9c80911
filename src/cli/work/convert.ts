import { realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { isPartOfFolder, remarkLog, type Format } from '../../../formats/index.js';
import type { ConvertOptions } from '../commands/convert.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readYear } from '../options.js';
import { remark, remarkIfProvisional } from '../remark.js';
import { checkExists, formatFor, openReturn, tellRemarks } from './formats.js';
import { makeProgress } from './progress.js';

/**
 * Writes a return in another format.
 * @throws UsageError, FormatError where the return makes no sense in its own, UnreadableFileError, OutputError
 */
export async function convertReturn(options: ConvertOptions): Promise<ExitCode> {
  const { in: input, out } = options;
  const asked = options.year === undefined ? undefined : readYear(options.year);
  checkExists(input);
  const from = await formatFor(input, options.from, '--from');
  const to = await formatFor(out, options.to, '--to');
  checkOut(input, out, to);
  const remarks = remarkLog();
  const progress = makeProgress(`converting ${input}`, options.progress);
  try {
    const opened = await openReturn(from, input, { ...(asked !== undefined && { year: asked }), remarks });
    if (asked === undefined) remark(`${input}: read as a return of ${opened.year}, the Year in its header`);
    remarkIfProvisional(opened.year);
    await to.write(out, opened, {
      remarks,
      onProgress: (persons) => {
        progress.update(persons, undefined, { persons });
      },
    });
  } finally {
    progress.end();
  }
  tellRemarks(input, remarks);
  return exitCodes.conforms;
}

function checkOut(input: string, out: string, to: Format): void {
  if (to.isFolder && isPartOfFolder(out))
    throw new UsageError(`${out}: ${to.title} is a folder of files; name the folder, such as export/`);
  if (isSame(input, out)) throw new UsageError(`${out}: is what is read; write to another name`);
  if (to.isFolder && isWithin(input, out)) throw new UsageError(`${out}: holds what is read; write to another folder`);
}

/** Whether two names are of the same file or folder, through links too. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [statSync(a), statSync(b, { throwIfNoEntry: false })];
  return one.dev === other?.dev && one.ino === other.ino;
}

function isWithin(path: string, folder: string): boolean {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  return realpathSync(path).startsWith(`${realpathSync(folder)}${sep}`);
}
