import { codesIn, collectionYears, mainEthnicityCodes } from '../../src/model/index.js';

const main: ReadonlySet<string> = new Set(mainEthnicityCodes);
const unclassified: ReadonlySet<string> = new Set(['', 'REFU', 'NOBT']);

/** Extended codes that do not stand below their main group in the code set. */
const elsewhere: Readonly<Record<string, string>> = { ABRI: 'AOTH', AWEL: 'AOTH', BBRI: 'BOTH', BWEL: 'BOTH' };

let groups: ReadonlyMap<string, string> | undefined;

/** In the code set, extended codes follow the main group that they belong to. */
function mainGroups(): ReadonlyMap<string, string> {
  let current = '';
  return new Map(
    [...codesIn('ethnicity', Math.max(...collectionYears)).keys()].map((code) => {
      if (main.has(code)) current = code;
      return [code, elsewhere[code] ?? current];
    }),
  );
}

/** The main ethnic group of a code, "unclassified" where it is missing, refused or not obtained; undefined for no code. */
export function mainEthnicGroup(code: string | undefined): string | undefined {
  if (unclassified.has(code ?? '')) return 'unclassified';
  groups ??= mainGroups();
  return groups.get(code ?? '');
}
