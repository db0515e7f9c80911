import { createHash } from 'node:crypto';

/** A file of a suite: its name relative to the suite folder, with forward slashes, and the sha256 of its bytes in hex. */
export interface SuiteFile {
  readonly name: string;
  readonly sha256: string;
}

/** The sha256 of bytes (a string as UTF-8), in lower-case hex. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The digest of a suite: sha256 over a line `<sha256>  <name>` for every file but suite.json, in the order of
 * their names by code unit; what `sha256sum` prints for them. A file named twice counts once.
 */
export function suiteDigest(files: Iterable<SuiteFile>): string {
  const byName = new Map([...files].map((file) => [file.name, file.sha256]));
  const names = [...byName.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sha256(names.map((name) => `${byName.get(name) ?? ''}  ${name}\n`).join(''));
}
