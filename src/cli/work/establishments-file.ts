import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { registerRows } from '../../../generators/gias/index.js';
import { madeUpRegister } from '../../../generators/index.js';
import { writeOutput } from '../../../output/index.js';
import { remark } from '../remark.js';
import { toCsv } from '../../../conformance/shape/index.js';
import { isOrdinary } from './ordinary-file.js';
import { readSmallFile } from './small-file.js';

/** The register of establishments beside a generated return. */
export const establishmentsFile = 'establishments.csv';

const mostBytes = 64 * 1024 * 1024;

/**
 * Writes the made-up establishments of an LA beside a return, for validators that look them up. The file is shared by
 * the returns of a folder: establishments of other LAs in it stay. A file of that name that this did not write is left
 * as it is, which is said. Nothing is written beside standard output or a device.
 * @throws OutputError
 */
export async function writeEstablishments(out: string, la: string): Promise<void> {
  if (out === '-' || !isOrdinary(out)) return;
  const path = join(dirname(out), establishmentsFile);
  const lines = toCsv(registerRows(madeUpRegister(la).entries))
    .trimEnd()
    .split('\r\n');
  const [head = ''] = lines;
  const before = existsSync(path) ? linesOf(path) : [head];
  if (before[0] !== head) {
    remark(`${path}: is not from sen2kit and left as it is; to have the made-up establishments, choose another folder`);
    return;
  }
  const all = [head, ...[...new Set([...before.slice(1), ...lines.slice(1)])].sort()];
  if (before.join() === all.join()) return;
  await writeOutput(path, (sink) => {
    sink.write(`${all.join('\r\n')}\r\n`);
  });
}

function linesOf(path: string): readonly string[] {
  const read = readSmallFile(path, mostBytes);
  return 'text' in read ? read.text.split('\r\n').filter((line) => line !== '') : [];
}
