import type { InForce } from '../../src/model/index.js';

/** How the cases that hang on a question are told. */
export type Hang =
  /** No case hangs on it: it is about levels, numbers or other formats, or no case comes near it. */
  | { readonly how: 'no-case' }
  /** The cases of its rules that come with more than one place for the finding. */
  | { readonly how: 'several-places' }
  /** The cases named: each may have the findings of its rule, or none. Ids, which may end in `*`. */
  | { readonly how: 'fires-or-not'; readonly cases: readonly string[] }
  /** Every case in which another reading of the rules finds something else; the suite works out which. */
  | { readonly how: 'other-reading' };

/** Something about the return that public material does not settle. */
export interface OpenQuestion {
  /** Kebab-case; never changes. */
  readonly id: string;
  /** One plain question. */
  readonly question: string;
  /** The reading that this kit takes. */
  readonly reading: string;
  /** Other readings that a careful validator may take. */
  readonly alternatives: readonly string[];
  /** The collection years it matters in; all where absent. */
  readonly years?: InForce;
  /** Ids of the rules it is about; `*` for every rule; empty where it is about none. */
  readonly rules: readonly string[];
  readonly hang: Hang;
}
