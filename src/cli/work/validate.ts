import { formatOf, loadFormat, type FormatName } from '../../../formats/index.js';
import {
  fileSource,
  UnknownYearError,
  validateInThreads,
  type ByteSource,
  type ThreadedOptions,
  type Validation,
} from '../../validate/index.js';
import type { ValidateCommandOptions } from '../commands/validate.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { readWhole, readYear } from '../options.js';
import { print } from '../print.js';
import { remark, remarkIfProvisional } from '../remark.js';
import type { CheckXml, XmlCheckSettings } from './in-xml.js';
import type { PlacedValidation } from './placed.js';
import { makeProgress } from './progress.js';
import { validationText } from './validation-text.js';

const maxListed = 10_000_000;
const mostWorkers = 64;

/** Checks a return and prints the findings. @throws UsageError, UnreadableFileError, CrosswalkError */
export async function validateFile(options: ValidateCommandOptions): Promise<ExitCode> {
  const year = options.year === undefined ? undefined : readYear(options.year);
  const maxFindings = readWhole(options['max-findings'], '--max-findings', 0, maxListed);
  const recode = await recoder(options.crosswalk);
  const workers = readWhole(options.workers, '--workers', 1, mostWorkers);
  const checkXml = async (file: string, asked: number | undefined): Promise<Validation> => {
    const source = fileSource(file);
    const progress = makeProgress(`reading ${options.file}`, options.progress);
    try {
      return await check(options.file, source, {
        ...(asked !== undefined && { year: asked }),
        maxFindings,
        workers,
        onProgress: (done) => {
          progress.update(done, source.size, { bytes: done });
        },
      });
    } finally {
      progress.end();
    }
  };
  // A file whose name tells nothing is taken for XML.
  const name = formatOf(options.file) ?? 'xml';
  const result =
    name === 'xml'
      ? await checkXml(options.file, year)
      : await (
          await inXml(name)
        )(options.file, { year, tellsProgress: options.progress }, checkXml);
  if (result.yearFrom === 'header')
    remark(`${options.file}: checked against ${result.year ?? ''}, the Year in its header`);
  if (result.year !== null) remarkIfProvisional(result.year);
  const shown = recode(result);
  await print(await validationText(options, shown));
  return shown.summary.errors > 0 ? exitCodes.discrepancy : exitCodes.conforms;
}

/** What checks returns of another format. Loaded here alone, since most returns are XML. */
async function inXml(
  name: Exclude<FormatName, 'xml'>,
): Promise<(file: string, settings: XmlCheckSettings, check: CheckXml) => Promise<Validation>> {
  const [format, { checkedInXml }] = await Promise.all([loadFormat(name), import('./in-xml.js')]);
  return (file, settings, check) => checkedInXml(format, file, settings, check);
}

/** What gives findings the codes and levels of a crosswalk; what leaves them alone where there is none. */
async function recoder(file: string | undefined): Promise<(result: Validation) => PlacedValidation> {
  if (file === undefined) return (result) => result;
  // Loaded here alone, since most checks go without.
  const { crosswalkFor, remarkOnCrosswalk } = await import('./crosswalks.js');
  const { recoded } = await import('./recoded.js');
  const crosswalk = await crosswalkFor(file, undefined);
  return (result) => {
    if (!crosswalk) return result;
    if (result.year !== null) remarkOnCrosswalk(file, crosswalk, result.year);
    return recoded(result, crosswalk);
  };
}

async function check(file: string, source: ByteSource, options: ThreadedOptions): Promise<Validation> {
  try {
    return await validateInThreads(source, options);
  } catch (error) {
    if (error instanceof UnknownYearError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}
