import {
  GiasError,
  giasRegister,
  publishedFigures,
  type Figures,
  type RegisterEntry,
} from '../../../generators/index.js';
import type { GenerateOptions } from '../commands/generate.js';
import { UsageError } from '../exit.js';

/** What the persons of an LA are drawn from where it is not what the kit brings along: plain data. */
export interface MixOptions {
  readonly figures?: Figures;
  readonly establishments?: readonly RegisterEntry[];
}

/**
 * Reads the files of `--gias` and `--calibrate`; for as many persons as published, the flows of the LA too. What reads
 * them is loaded where they are given, since most returns are made without.
 * @throws UsageError
 */
export async function readMix(
  { gias, calibrate, persons }: Pick<GenerateOptions, 'gias' | 'calibrate' | 'persons'>,
  la: string,
): Promise<MixOptions> {
  const establishments = gias === undefined ? undefined : await establishmentsOf(gias, la);
  const published = persons === 'national' ? publishedFigures(la) : undefined;
  const figures =
    calibrate === undefined ? published : (await import('./calibration-folder.js')).readCalibration(calibrate, la);
  return { ...(figures && { figures }), ...(establishments && { establishments }) };
}

async function establishmentsOf(file: string, la: string): Promise<readonly RegisterEntry[]> {
  const { readRegisterFile } = await import('./register-file.js');
  const entries = readRegisterFile(file, '--gias');
  try {
    giasRegister(la, entries);
    return entries;
  } catch (error) {
    if (error instanceof GiasError) throw new UsageError(`--gias ${file}: ${error.message}`);
    throw error;
  }
}
