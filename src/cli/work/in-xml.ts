import { join } from 'node:path';
import { remarkLog, writeXml, type Format, type Place } from '../../../formats/index.js';
import type { Validation } from '../../validate/index.js';
import { linesOfRemarks, openReturn, tellRemarks } from './formats.js';
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
 * Works with a return of another format as XML, in a file of a folder that only this user can look into and that is
 * removed after, also by a signal. `work` is told what there was to say of the reading, too.
 * @throws UsageError, FormatError where it makes no sense in its format, UnreadableFileError; what `work` throws comes
 * through
 */
export async function inXml<T>(
  format: Format,
  path: string,
  { year: asked, tellsProgress }: XmlCheckSettings,
  work: (xml: string, year: number, reading: readonly string[]) => Promise<T>,
): Promise<T> {
  const remarks = remarkLog();
  return withTemporaryFolder(async (folder) => {
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
    tellRemarks(path, remarks);
    return work(xml, opened.year, linesOfRemarks(path, remarks));
  });
}

/** Checks a return of another format. Findings come back with their places in the format's own terms. @throws as `inXml` does */
export async function checkedInXml(
  format: Format,
  path: string,
  settings: XmlCheckSettings,
  check: CheckXml,
): Promise<Validation> {
  const result = await inXml(format, path, settings, check);
  const shown: Validation = { ...result, yearFrom: settings.year === undefined ? 'header' : 'option' };
  if (shown.findings.length === 0) return shown;
  return placed(
    shown,
    await placesOf(
      format,
      path,
      shown.year,
      shown.findings.map((finding) => finding.path),
    ),
  );
}

/** Where paths are in a return of another format. What is to be told of it was told when it was read first. */
export function placesOf(
  format: Format,
  path: string,
  year: number | null,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Place>> {
  return format.locate(path, paths, { ...(year !== null && { year }), remarks: remarkLog() });
}
