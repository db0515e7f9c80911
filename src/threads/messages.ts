/** What a thread is sent. */
export interface ToThread {
  readonly id: number;
  readonly task: unknown;
}

/** What a thread says: the result of a task, or the error that came of it. */
export type FromThread =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };
