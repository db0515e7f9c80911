import { codeLists, type CodeMeaning } from './code-lists.js';
import { ethnicityCodes } from './ethnicity.js';
import { localAuthorities } from './local-authorities.js';
import { inForce, type InForce } from './years.js';

interface Code extends InForce {
  readonly code: string;
  readonly label: string;
}

function fromList(list: Readonly<Record<string, CodeMeaning>>): readonly Code[] {
  return Object.entries(list).map(([code, meaning]) =>
    typeof meaning === 'string' ? { code, label: meaning } : { code, ...meaning },
  );
}

const la: readonly Code[] = localAuthorities.map(({ code, name, from, to }) => ({
  code,
  label: name,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
}));

/** An authority that ended the year before is still taken where another LA is named: plans move as areas change. */
const laOrUnknown: readonly Code[] = [
  ...la.map((code) => (code.to === undefined ? code : { ...code, to: code.to + 1 })),
  { code: 'XXX', label: 'Unknown, or outside the UK' },
];

const sets: Readonly<Record<string, readonly Code[]>> = {
  ...Object.fromEntries(Object.entries(codeLists).map(([name, list]) => [name, fromList(list)])),
  ethnicity: fromList(ethnicityCodes),
  la,
  laOrUnknown,
};

/** Names of all code sets. */
export const codeSetNames: readonly string[] = Object.keys(sets);

/** Codes of a set with their labels and years, whatever the year. @throws RangeError for a set that does not exist. */
export function allCodes(set: string): readonly Code[] {
  const codes = sets[set];
  if (!codes) throw new RangeError(`no code set is called ${set}`);
  return codes;
}

const inForceBySet = new Map<string, ReadonlyMap<string, string>>();

/**
 * Codes of a set in force in a collection year, in the order of the specification, with their labels.
 * @throws RangeError for a set that does not exist.
 */
export function codesIn(set: string, year: number): ReadonlyMap<string, string> {
  const key = `${set} ${year}`;
  let codes = inForceBySet.get(key);
  if (!codes) {
    const current = allCodes(set).filter((code) => inForce(code, year));
    codes = new Map(current.map((code) => [code.code, code.label]));
    inForceBySet.set(key, codes);
  }
  return codes;
}
