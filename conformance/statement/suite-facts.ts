import { algorithmVersion } from '../../generators/index.js';
import { isCollectionYear } from '../../src/model/index.js';
import {
  manifestOfCases,
  packedSuiteCases,
  suiteCases,
  UnprovedSuiteError,
  type Case,
  type Expectation,
  type Suite,
  type SuiteManifest,
} from '../suite/index.js';

/** What a statement needs to know of a suite. */
export interface SuiteFacts {
  readonly manifest: SuiteManifest;
  /** By id. */
  readonly cases: ReadonlyMap<string, SuiteCase>;
}

/** A case of a suite, with the note on its answer. */
export type SuiteCase = Pick<Case, 'kind' | 'rule'> & Pick<Expectation, 'note'>;

/** The facts of a suite that was read. */
export function factsOfSuite({ manifest, cases, expectations }: Suite): SuiteFacts {
  return {
    manifest,
    cases: new Map(cases.map(({ id, kind, rule }) => [id, { kind, rule, note: expectations.get(id)?.note ?? null }])),
  };
}

/** What a suite is built from. */
export interface SuiteRecipe {
  readonly year: number;
  readonly seed: string;
  readonly select: readonly string[] | null;
  readonly packed: boolean;
  /** Version of the kit that built it. */
  readonly kit: string;
  /** Version of the generating algorithm; null where it is not known. */
  readonly algorithm: number | null;
}

/** A suite that was built again, or why it could not be. */
export type Rebuilt =
  { readonly kind: 'built'; readonly facts: SuiteFacts } | { readonly kind: 'not-built'; readonly why: string };

// A statement may be from anyone, and what it says of its suite must not keep the kit busy for ever.

/** A glob with more stars than this can take very long to be held against a case. */
const starsAtMost = 5;
const globsAtMost = 2000;
/** Characters of the seed, and of all globs together. */
const seedAtMost = 1000;
const selectAtMost = 50_000;

/**
 * Builds a suite again, without writing it. Never throws for what the recipe holds.
 * @param kit version of this kit: another one may build other cases
 * @param onProgress called as cases are done
 */
export function rebuildSuite(
  { year, seed, select, packed, kit: builtBy, algorithm }: SuiteRecipe,
  kit: string,
  onProgress?: (done: number, total: number) => void,
): Rebuilt {
  const notBuilt = (why: string): Rebuilt => ({ kind: 'not-built', why });
  if (builtBy !== kit) {
    return notBuilt(`it was built by sen2kit ${builtBy} and this is ${kit}, which may build other cases`);
  }
  if (algorithm !== null && algorithm !== algorithmVersion) {
    return notBuilt(`it was built by algorithm ${algorithm} and this version has ${algorithmVersion}`);
  }
  if (!isCollectionYear(year)) return notBuilt(`the collection year ${year} is not known to this version`);
  const globs = select ?? [];
  const tooMuch = whatIsTooMuch(seed, globs);
  if (tooMuch !== null) return notBuilt(tooMuch);
  const as = { year, seed, kit, select: globs, packed };
  try {
    const built = (packed ? packedSuiteCases : suiteCases)({ ...as, ...(onProgress && { onProgress }) });
    const cases = new Map(
      built.map(({ case: { id, kind, rule }, expectation }) => [id, { kind, rule, note: expectation.note }]),
    );
    return { kind: 'built', facts: { manifest: manifestOfCases(built, as), cases } };
  } catch (error) {
    // A selection may choose nothing. All else is no doing of the recipe.
    if (error instanceof RangeError || error instanceof UnprovedSuiteError) return notBuilt(error.message);
    throw error;
  }
}

function whatIsTooMuch(seed: string, globs: readonly string[]): string | null {
  if (seed.length > seedAtMost) return `its seed has more than ${seedAtMost} characters`;
  if (globs.length > globsAtMost || globs.join('').length > selectAtMost)
    return 'its cases were chosen by more globs than this version follows';
  const isStarry = globs.some((glob) => glob.split('*').length > starsAtMost + 1);
  return isStarry ? `a glob that chose its cases has more than ${starsAtMost} stars` : null;
}
