import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { suiteDigest } from '../suite/index.js';

/**
 * A digest of a validator that is on this machine, so that two runs can be told to be of the same build: over its
 * program, looked for as a shell does, and every file that its command names. Undefined where none of them is a file.
 * @param words of its command, the program first; or the one file it consists of
 */
export async function programDigest(words: readonly string[]): Promise<string | undefined> {
  const files: { readonly name: string; readonly sha256: string }[] = [];
  for (const [at, word] of words.entries()) {
    const file = at === 0 ? await programFile(word) : (await isFile(word)) ? word : undefined;
    if (file === undefined) continue;
    // Where on the machine it is installed plays no part.
    files.push({ name: `${at} ${basename(file)}`, sha256: await sha256OfFile(file) });
  }
  return files.length === 0 ? undefined : suiteDigest(files);
}

async function programFile(word: string): Promise<string | undefined> {
  const places = /[\\/]/.test(word)
    ? [word]
    : (process.env['PATH'] ?? '').split(delimiter).map((dir) => join(dir, word));
  for (const place of places) if (await isFile(place)) return place;
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
