import { statSync } from 'node:fs';

/** Whether a path is that of a file, or of none yet: not of a device or a pipe, beside which nothing is written. */
export function isOrdinary(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return true;
  }
}
