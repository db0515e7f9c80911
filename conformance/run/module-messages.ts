import { asObject, countAt, optionalTextAt, textAt, wordAt } from '../shape/index.js';

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

/**
 * Reads a message of such a thread. A module can write to the same port as the kit's own part of the thread.
 * @throws ShapeError where it is none of ours
 */
export function parseFromModule(message: unknown): FromModule {
  const fields = asObject(message, 'the message');
  const kind = wordAt(fields, 'kind', ['loaded', 'refused', 'answer', 'none']);
  switch (kind) {
    case 'loaded':
      return { kind, info: optionalTextAt(fields, 'info') };
    case 'refused':
      return { kind, why: textAt(fields, 'why') };
    case 'answer':
      return { kind, id: countAt(fields, 'id'), json: textAt(fields, 'json') };
    case 'none':
      return { kind, id: countAt(fields, 'id'), why: textAt(fields, 'why') };
  }
}
