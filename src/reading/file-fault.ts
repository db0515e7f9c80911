/** The rules that make a file unreadable; the first fault met is then the only finding of the file. */
export type FileFaultRule = 'FILE-01' | 'FILE-02' | 'FILE-03' | 'FILE-04';

/** Thrown by the reading of a file that cannot be taken as a return at all. */
export class FileFault extends Error {
  override readonly name = 'FileFault';

  constructor(
    readonly rule: FileFaultRule,
    readonly line: number,
    readonly column: number,
    /** What was met, in a few words, without any value of a person. */
    readonly detail: string,
  ) {
    super(`${rule} at ${line}:${column}: ${detail}`);
  }
}
