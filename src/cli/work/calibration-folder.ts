import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  calibrate,
  CalibrationError,
  type Calibration,
  type ReleaseFile,
} from '../../../generators/calibration/index.js';
import type { Figures } from '../../../generators/index.js';
import { UsageError } from '../exit.js';
import { remark } from '../remark.js';
import { readSmallFile } from './small-file.js';

const mostBytes = 512 * 1024 * 1024;

/** Reads the CSV files of a folder and says which of them were used, and what for. @throws UsageError */
export function readCalibration(folder: string, la: string): Figures {
  const files = namesIn(folder).map((name): ReleaseFile => {
    const read = readSmallFile(join(folder, name), mostBytes);
    if (!('text' in read)) throw new UsageError(`--calibrate ${join(folder, name)}: ${read.why}`);
    return { name, text: read.text };
  });
  try {
    const calibration = calibrate(files, la);
    tell(folder, calibration);
    return calibration.figures;
  } catch (error) {
    if (error instanceof CalibrationError) throw new UsageError(`--calibrate ${folder}: ${error.message}`);
    throw error;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith('.csv'))
      .sort();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reasons: Readonly<Record<string, string>> = { ENOENT: 'no such folder', ENOTDIR: 'is not a folder' };
    throw new UsageError(`--calibrate ${folder}: ${reasons[code] ?? `cannot be read (${code})`}`);
  }
}

function tell(folder: string, { used, unused, lacking }: Calibration): void {
  for (const { file, tables, period } of used)
    remark(`${join(folder, file)}: used for ${tables.join('; ')} (${period})`);
  for (const { file, why } of unused) remark(`${join(folder, file)}: not used, it ${why}`);
  if (lacking.length > 0) remark(`national figures stand in for: ${lacking.join('; ')}`);
}
