/** How many of a list are told in one line. */
const toldAtMost = 3;

/** A list in one line: the first few, and how many more. */
export function listInWords(list: readonly string[], separator = ', '): string {
  const told = list.slice(0, toldAtMost).join(separator);
  return list.length > toldAtMost ? `${told}${separator}and ${list.length - toldAtMost} more` : told;
}

/** A finding by its rule and, as far as it is known, its place. */
export function findingInWords(finding: {
  readonly rule: string;
  readonly path?: string | undefined;
  readonly person?: number | null | undefined;
}): string {
  if (finding.path !== undefined) return `${finding.rule} at ${finding.path}`;
  if (finding.person === 0) return `${finding.rule} for somebody who is not in the file`;
  if (finding.person !== undefined && finding.person !== null) return `${finding.rule} for person ${finding.person}`;
  return finding.rule;
}
