/** What a feature is about: an item, a value of a coded item, a shape of a case, a rule, or a change since last year. */
export const featureKinds = ['item', 'code', 'shape', 'rule', 'year'] as const;

export type FeatureKind = (typeof featureKinds)[number];

/** Names a feature for ever, such as `item:Person.UPN`, `code:SENneed.SENtype=ASD` or `rule:PER-13`. */
export type FeatureId = string;

/** One thing that a return of a collection year may exercise, and so show to be right or wrong. */
export interface Feature {
  readonly id: FeatureId;
  readonly kind: FeatureKind;
  /** What it is, in plain words that need no sentence around them. */
  readonly words: string;
  /** How a return that lacks it is told of, such as `no plan was ever ceased`. */
  readonly never: string;
  /** Of a value: the item it is one of, such as `SENneed.SENtype`. */
  readonly of?: string;
  /** Why no return shows it, or only some LAs' returns do: then its lack says nothing of an export. */
  readonly cannot?: string;
}
