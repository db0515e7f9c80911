/** The level of a rule: errors must be corrected, queries corrected or explained. */
export type Level = 'error' | 'query';

/** The person a finding is about, with the values as given, so that a data officer can find the record. */
export interface PersonRef {
  /** 1-based position in the return. */
  readonly index: number;
  readonly upn?: string;
  readonly uln?: string;
  readonly surname?: string;
  readonly forename?: string;
  readonly birthDate?: string;
}

export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly path: string;
  /** From 1; of the `<` of the element at the path, or of its parent where it is absent. */
  readonly line: number;
  readonly column: number;
  readonly person?: PersonRef;
  /** The group a return-level finding is about. */
  readonly persons?: readonly PersonRef[];
  readonly items: readonly string[];
  /** The value as given, where the finding is about one that stands there. */
  readonly value?: string;
  readonly message: string;
}
