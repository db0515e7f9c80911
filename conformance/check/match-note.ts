/** What a user should know of how persons were matched; it names positions and no value. */
export interface MatchNote {
  /**
   * `ambiguous`: another would have fitted as well. `conflict`: an identifier points to another person. `weak`: no
   * identifier agrees. `crowded`: too many persons share an identifier to tell them apart by it. `double`: a person who
   * is not expected has the UPN of one who is and was found.
   */
  readonly kind: 'ambiguous' | 'conflict' | 'weak' | 'crowded' | 'double';
  /** The position in the expected return, and in the export, where it is about one person. */
  readonly expected: number | null;
  readonly actual: number | null;
  readonly text: string;
}
