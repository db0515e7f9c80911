import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makePersonSource, maxPersons, publishedPersons } from '../../../generators/index.js';
import { storiesIn } from '../../../scenarios/stories/index.js';
import { codesIn, isDateTime } from '../../model/index.js';
import type { Crew } from '../../threads/index.js';
import type { GenerateOptions } from '../commands/generate.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readLa, readShard, readWhole, readYear } from '../options.js';
import { remarkIfProvisional } from '../remark.js';
import type { Plant } from './defect-files.js';
import { writeEstablishments } from './establishments-file.js';
import { readMix } from './mix-options.js';
import { mostWorkers } from './person-crew.js';
import { makeProgress } from './progress.js';
import { writeReturns, type ReturnJob } from './write-returns.js';

/**
 * Writes a return, or with `--la all` one for every LA; with the threads that were started ahead for it, if any.
 * @throws UsageError, OutputError, ThreadError
 */
export async function generateReturn(options: GenerateOptions, crew?: Crew): Promise<ExitCode> {
  const year = readYear(options.year);
  const isAll = options.la === 'all';
  const las = isAll ? [...codesIn('la', year).keys()] : [readLa(options.la, year)];
  const { datetime, seed } = options;
  // What is written beside a folder goes by its name without a slash.
  const out = options.out.replace(/(?<=.)[\\/]+$/, '');
  const writer = await writerIn(options.format, out);
  if (datetime !== undefined && !isDateTime(datetime)) {
    throw new UsageError(`--datetime ${datetime}: a real date and time written ccyy-mm-ddThh:mm:ss is needed`);
  }
  const workers = readWhole(options.workers, '--workers', 1, mostWorkers);
  const scenario = options.scenario && readStories(options.scenario, year);
  const jobs: ReturnJob[] = [];
  for (const la of las) {
    const [from, to] = span(options, countFor(options.persons, la));
    const key = { year, la, seed, ...(scenario && { scenario }), ...(await readMix(options, la)) };
    jobs.push({ key, from, to, dateTime: datetime, out: isAll ? join(out, `${la}${writer.extension}`) : out });
  }
  remarkIfProvisional(year);

  if (isAll && options.defects !== undefined) {
    throw new UsageError('--defects: faults are planted in one return; name its LA in place of --la all');
  }
  const planting = isAll ? undefined : await plantingOf({ ...options, out }, jobs[0]);
  const progress = makeProgress(isAll ? `writing ${las.length} returns` : `writing ${out}`, options.progress);
  const writing = (plant?: Plant): Promise<void> =>
    writer.write(jobs, { workers, crew, ...(plant && { plant }) }, progress);
  const write = planting ? (): Promise<void> => planting(writing) : writing;
  try {
    await (isAll ? inFolder(out, write) : write());
    if (options.gias === undefined) for (const job of jobs) await writeEstablishments(job.out, job.key.la);
  } finally {
    progress.end();
  }
  return exitCodes.conforms;
}

/** What writes returns in a format. */
interface Writer {
  /** Of the file of each LA. */
  readonly extension: string;
  readonly write: typeof writeReturns;
}

/** @throws UsageError where there is no such format, or it cannot be written there */
async function writerIn(name: GenerateOptions['format'], out: string): Promise<Writer> {
  if (name === 'xml') return { extension: '.xml', write: writeReturns };
  // Loaded here alone, since most returns are XML.
  const { extensionOf, remarkLog } = await import('../../../formats/index.js');
  const { readFormat, tellRemarks } = await import('./formats.js');
  const { writeReturnsAs } = await import('./write-as.js');
  const format = await readFormat(name, '--format');
  if (out === '-' && format.isFolder) throw new UsageError(`--out -: ${format.title} is a folder of files; name one`);
  return {
    extension: extensionOf(name),
    write: async (jobs, { plant }, progress) => {
      const remarks = remarkLog();
      await writeReturnsAs(format, jobs, { ...(plant && { plant }), remarks }, progress);
      tellRemarks(out, remarks);
    },
  };
}

/**
 * Plants faults in what is written, settled over the whole return, whatever part of it is written; undefined where there
 * are none to plant, and what plants them is not loaded.
 * @throws UsageError
 */
async function plantingOf(
  { defects, persons, out }: GenerateOptions,
  job: ReturnJob | undefined,
): Promise<((write: (plant: Plant) => Promise<void>) => Promise<void>) | undefined> {
  if (!job || defects === undefined) return undefined;
  const { key } = job;
  const { readDefects, withTruth } = await import('./defect-files.js');
  const source = readDefects({ defects, out }, key, countFor(persons, key.la), makePersonSource(key));
  return (write) => withTruth(out, source, write);
}

/** How many persons: as said, or as published for the LA. */
function countFor(persons: string, la: string): number {
  if (persons !== 'national') {
    if (!/^\d+$/.test(persons))
      throw new UsageError(`--persons ${persons}: a whole number from 1 to 10,000,000 is needed, or national`);
    return readWhole(persons, '--persons', 1, maxPersons);
  }
  const published = publishedPersons(la);
  if (published === undefined) {
    throw new UsageError(`--persons national: no figures are published for the LA ${la}; say how many persons`);
  }
  return published;
}

/** Makes the folder where it is not there, and takes it away again where nothing came of the work. */
async function inFolder(out: string, write: () => Promise<void>): Promise<void> {
  if (out === '-') throw new UsageError('--out -: the returns of all LAs go to a folder; name one');
  if (existsSync(out)) {
    if (!statSync(out).isDirectory()) throw new UsageError(`--out ${out}: the returns of all LAs go to a folder`);
    await write();
    return;
  }
  try {
    mkdirSync(out);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`--out ${out}: the folder cannot be made (${why})`);
  }
  try {
    await write();
  } catch (error) {
    try {
      rmdirSync(out);
    } catch {
      // It holds returns that were finished.
    }
    throw error;
  }
}

/** The indices, from 0, that are asked for: `from` up to, but not including, `to`. */
function span(options: GenerateOptions, count: number): [from: number, to: number] {
  const only = options['only-person'];
  if (only !== undefined) {
    const position = readWhole(only, '--only-person', 1, count);
    return [position - 1, position];
  }
  if (options.shard === undefined) return [0, count];
  const { part, of } = readShard(options.shard);
  if (of > count) throw new UsageError(`--shard ${options.shard}: there are only ${count} persons to share out`);
  return [Math.floor(((part - 1) * count) / of), Math.floor((part * count) / of)];
}

function readStories(names: readonly string[], year: number): readonly string[] {
  const known = storiesIn(year).map((story) => story.name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const words = name.toLowerCase().split('-');
    const alike = known.filter((one) => one.split('-').some((word) => words.includes(word)));
    const some = alike.length > 0 ? 'those most like it' : 'there are';
    throw new UsageError(
      `--scenario ${name}: no story of ${year} is called this; ${some}: ${(alike.length > 0 ? alike : known).join(', ')}`,
    );
  }
  return names;
}
