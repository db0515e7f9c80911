import { bytesSource, validate, type Finding } from '../../src/validate/index.js';

/** What the break's author says and what the reference validator says are not the same. */
export interface Disagreement {
  readonly id: string;
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** Thrown when a suite cannot be built, since its expectations are not proved. */
export class UnprovedSuiteError extends Error {
  override readonly name = 'UnprovedSuiteError';

  constructor(readonly disagreements: readonly Disagreement[]) {
    const [first] = disagreements;
    const more = disagreements.length > 1 ? `, and ${disagreements.length - 1} more` : '';
    super(
      `${first?.id ?? ''}: expected ${first?.expected.join(', ') || 'nothing'}, but the reference validator finds ` +
        `${first?.found.join(', ') || 'nothing'}${more}`,
    );
  }
}

/** The findings of the reference validator on a file. */
export function referenceFindings(file: Uint8Array, year: number): readonly Finding[] {
  return validate(bytesSource(file), { year }).findings;
}

/** Undefined where the two sets of findings, told by rule and path, are the same. */
export function disagreement(
  id: string,
  expected: readonly { readonly rule: string; readonly path: string }[],
  found: readonly { readonly rule: string; readonly path: string }[],
): Disagreement | undefined {
  const told = (list: typeof expected): string[] => list.map(({ rule, path }) => `${rule} at ${path}`).sort();
  const [said, seen] = [told(expected), told(found)];
  return said.length === seen.length && said.every((one, i) => one === seen[i])
    ? undefined
    : { id, expected: said, found: seen };
}
