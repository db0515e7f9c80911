// Looked at by their fields rather than by class: an error may come from another realm, as Node's own do under jest.

function fieldOf(error: unknown, name: 'code' | 'message'): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}

/** What an error says, whatever was thrown. */
export function reasonOf(error: unknown): string {
  return fieldOf(error, 'message') ?? String(error);
}

/** The code of an error of the system, such as 'ENOENT', or undefined where it has none. */
export function errorCode(error: unknown): string | undefined {
  return fieldOf(error, 'code');
}
