/** What a thread that a module runs in is started with. */
export interface ModuleSetup {
  /** Absolute. */
  readonly path: string;
  /** Characters of an answer at most. */
  readonly maxOutput: number;
}

/** What a module is asked; `abort` ends what is under way. */
export type ToModule =
  | { readonly kind: 'validate'; readonly id: number; readonly file: string; readonly year: number }
  | { readonly kind: 'abort' };

/** What a thread that has loaded a module tells. Values travel as JSON text, as they would from a process. */
export type FromModule =
  | { readonly kind: 'loaded'; readonly info: string | undefined }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'answer'; readonly id: number; readonly json: string }
  | { readonly kind: 'none'; readonly id: number; readonly why: string };
