import {
  GiasError,
  giasRegister,
  publishedFigures,
  type Figures,
  type RegisterEntry,
} from '../../../generators/index.js';
import type { GenerateOptions } from '../commands/generate.js';
import { UsageError } from '../exit.js';
import { readCalibration } from './calibration-folder.js';
import { readRegisterFile } from './register-file.js';

/** What the persons of an LA are drawn from where it is not what the kit brings along: plain data. */
export interface MixOptions {
  readonly figures?: Figures;
  readonly establishments?: readonly RegisterEntry[];
}

/** Reads the files of `--gias` and `--calibrate`; for as many persons as published, the flows of the LA too. @throws UsageError */
export function readMix(
  { gias, calibrate, persons }: Pick<GenerateOptions, 'gias' | 'calibrate' | 'persons'>,
  la: string,
): MixOptions {
  const establishments = gias === undefined ? undefined : establishmentsOf(gias, la);
  const published = persons === 'national' ? publishedFigures(la) : undefined;
  const figures = calibrate === undefined ? published : readCalibration(calibrate, la);
  return { ...(figures && { figures }), ...(establishments && { establishments }) };
}

function establishmentsOf(file: string, la: string): readonly RegisterEntry[] {
  const entries = readRegisterFile(file, '--gias');
  try {
    giasRegister(la, entries);
    return entries;
  } catch (error) {
    if (error instanceof GiasError) throw new UsageError(`--gias ${file}: ${error.message}`);
    throw error;
  }
}
