/** What a thread is sent. */
export interface ToThread {
  readonly id: number;
  readonly task: unknown;
}

/** What a thread says: that it is ready for tasks, the result of a task, or the error that came of it. */
export type FromThread =
  | { readonly ready: true }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };
