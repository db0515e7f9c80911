import { join } from 'node:path';
import { remarkLog, writeXml, type Format } from '../../../formats/index.js';
import type { Validation } from '../../validate/index.js';
import { openReturn, tellRemarks } from './formats.js';
import { placed } from './placed.js';
import { makeProgress } from './progress.js';
import { withTemporaryFolder } from './temporary-folder.js';

/** Gives the findings in an XML file of a year. */
export type CheckXml = (file: string, year: number | undefined) => Promise<Validation>;

export interface XmlCheckSettings {
  /** The year that was asked for, if any. */
  readonly year: number | undefined;
  /** Whether progress is told when not on a terminal too. */
  readonly tellsProgress: boolean;
}

/** Nobody but this user may read it: it holds what the return holds. */
const privateMode = 0o600;

/**
 * Checks a return of another format: as XML, in a folder that only this user can look into and that is removed after,
 * also by a signal. Findings come back with their places in the format's own terms.
 * @throws UsageError, FormatError where it makes no sense in its format, UnreadableFileError; what `check` throws comes
 * through
 */
export async function checkedInXml(
  format: Format,
  path: string,
  { year: asked, tellsProgress }: XmlCheckSettings,
  check: CheckXml,
): Promise<Validation> {
  const remarks = remarkLog();
  const result = await withTemporaryFolder(async (folder) => {
    const opened = await openReturn(format, path, { ...(asked !== undefined && { year: asked }), remarks });
    const xml = join(folder, 'return.xml');
    const progress = makeProgress(`making XML of ${path}`, tellsProgress);
    try {
      await writeXml(xml, opened, {
        mode: privateMode,
        onProgress: (persons) => {
          progress.update(persons, undefined, { persons });
        },
      });
    } finally {
      progress.end();
    }
    return check(xml, opened.year);
  });
  tellRemarks(path, remarks);
  const shown: Validation = { ...result, yearFrom: asked === undefined ? 'header' : 'option' };
  const { year, findings } = shown;
  if (findings.length === 0) return shown;
  const paths = findings.map((finding) => finding.path);
  // What is to be told was told when it was read first.
  const places = await format.locate(path, paths, { ...(year !== null && { year }), remarks: remarkLog() });
  return placed(shown, places);
}
