import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildPack, writePack, type CasePack } from '../../../conformance/cases/index.js';
import { featuresOf } from '../../../conformance/exercise/index.js';
import { writeFolderAtomically } from '../../../output/index.js';
import type { CasesCommandOptions } from '../commands/cases.js';
import { exitCodes, type ExitCode } from '../exit.js';
import { readLa, readYear } from '../options.js';
import { print } from '../print.js';
import { remarkIfProvisional } from '../remark.js';
import { kitVersion } from '../version.js';

/** Makes a case pack and writes its folder. @throws UsageError, OutputError */
export async function writeCasePack(options: CasesCommandOptions): Promise<ExitCode> {
  const year = readYear(options.year);
  const la = readLa(options.la, year);
  remarkIfProvisional(year);
  const pack = buildPack({ year, la, seed: options.seed });
  let digest = '';
  await writeFolderAtomically(
    options.out,
    (folder) => {
      digest = writePack(folder, pack, kitVersion).sha256;
    },
    { mayReplace: (folder) => existsSync(join(folder, 'pack.json')) },
  );
  await print(`${options.out}: ${describePack(pack)}, ${digest.slice(0, 12)}\n`);
  return exitCodes.conforms;
}

/** A pack in one line. */
function describePack({ year, la, seed, stories, missing, cannot }: CasePack): string {
  const possible = featuresOf(year).length - cannot.length;
  return (
    `case pack of ${year} for LA ${la}, seed ${seed}: ${stories.length} cases that exercise ` +
    `${possible - missing.length} of the ${possible} things that a return of ${year} can`
  );
}
