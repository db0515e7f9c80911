import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { AdapterFault } from './adapter-error.js';

/** Where something stands in a JSON value: keys, and positions in lists from 0. */
export type JsonPath = readonly (string | number)[];

/** A JSON text that knows where everything in it stands. */
export interface JsonSource {
  /** Undefined where the text is no JSON at all. */
  readonly value: unknown;
  /** What is no JSON, and keys that stand twice. */
  readonly faults: readonly AdapterFault[];
  /** What is wrong at a place. Points at the key, where it has one, or at the nearest thing around it that is there. */
  faultAt(path: JsonPath, what: string): AdapterFault;
}

/** Reads the text of a JSON file. Never throws for what the text holds. */
export function jsonSource(text: string): JsonSource {
  const lineStarts = startsOfLines(text);
  const at = (offset: number, what: string): AdapterFault => ({ ...placeOf(offset, lineStarts), what });

  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // Brackets within brackets, thousands deep, use up the stack.
    return { value: undefined, faults: [at(0, 'is nested far too deeply')], faultAt: (_, what) => at(0, what) };
  }
  const faults = errors.map(({ error, offset }) => at(offset, `is not JSON: ${spaced(printParseErrorCode(error))}`));
  if (root) faults.push(...repeatedKeys(root).map(({ offset, key }) => at(offset, `the key "${key}" stands twice`)));

  const value = valueOf(text);
  if (value === undefined && faults.length === 0) faults.push(at(0, 'is not JSON'));
  return { value, faults, faultAt: (path, what) => at(offsetOf(root, path), what) };
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The name of an error in words: `CloseBraceExpected` is close brace expected. */
function spaced(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}

function offsetOf(root: Node | undefined, path: JsonPath): number {
  if (!root) return 0;
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node.parent?.type === 'property' ? node.parent.offset : node.offset;
  }
  return root.offset;
}

function repeatedKeys(node: Node): { offset: number; key: string }[] {
  const found: { offset: number; key: string }[] = [];
  const seen = new Set<string>();
  for (const child of node.children ?? []) {
    const isProperty = child.type === 'property';
    const name: unknown = isProperty ? child.children?.[0]?.value : undefined;
    const value = isProperty ? child.children?.[1] : child;
    if (typeof name === 'string') {
      if (seen.has(name)) found.push({ offset: child.offset, key: name });
      seen.add(name);
    }
    if (value) found.push(...repeatedKeys(value));
  }
  return found;
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeOf(offset: number, lineStarts: readonly number[]): { line: number; column: number } {
  const line = lineStarts.findLastIndex((start) => start <= offset) + 1;
  return { line, column: offset - (lineStarts[line - 1] ?? 0) + 1 };
}
