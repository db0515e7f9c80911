import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes an empty file that only this user can read or write, in a folder of its own, for the time of some work. It is
 * removed after, however the work ends.
 */
export async function withPrivateFile<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sen2kit-'));
  try {
    const file = join(folder, 'answer');
    await (await open(file, 'wx', 0o600)).close();
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
