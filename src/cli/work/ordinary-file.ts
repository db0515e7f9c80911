import { statSync } from 'node:fs';

/** Whether a path is that of a file or a folder, or of neither yet: not of a device or a pipe, beside which nothing is written. */
export function isOrdinary(path: string): boolean {
  try {
    const stats = statSync(path);
    return stats.isFile() || stats.isDirectory();
  } catch {
    return true;
  }
}
