/** One step of the path of a finding: a tag, and which of those with it, from 1. */
export interface Step {
  readonly tag: string;
  readonly position: number;
}

/** A path that is to be found, as steps from where the search begins. */
export interface WantedPath {
  readonly path: string;
  readonly steps: readonly Step[];
}

/** Paths by where they begin. */
export interface WantedPaths {
  /** Steps below the message, for what is not in a person. */
  readonly outside: readonly WantedPath[];
  /** Steps below the person, by their position from 1. */
  readonly persons: ReadonlyMap<number, readonly WantedPath[]>;
  /** Position of the last person that a path goes through; 0 where none does. */
  readonly last: number;
}

const pattern = /^([^[\]]+)(?:\[([1-9][0-9]*)\])?$/;

/** Sorts paths by the person they go through. What is no path of a message is left out. */
export function wantedPaths(paths: Iterable<string>): WantedPaths {
  const outside: WantedPath[] = [];
  const persons = new Map<number, WantedPath[]>();
  let last = 0;
  for (const path of new Set(paths)) {
    const steps = stepsOf(path);
    if (!steps || steps[0]?.tag !== 'Message') continue;
    const [, first, second, ...below] = steps;
    if (first?.tag !== 'Persons' || second?.tag !== 'Person') {
      outside.push({ path, steps: steps.slice(1) });
      continue;
    }
    const { position } = second;
    const ofPerson = persons.get(position);
    if (ofPerson) ofPerson.push({ path, steps: below });
    else persons.set(position, [{ path, steps: below }]);
    last = Math.max(last, position);
  }
  return { outside, persons, last };
}

function stepsOf(path: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (const part of path.split('/').slice(1)) {
    const [, tag, position = '1'] = pattern.exec(part) ?? [];
    if (tag === undefined) return undefined;
    steps.push({ tag, position: Number(position) });
  }
  return steps;
}

/** Goes down as far as there is something: to what a path names, or to the record that it would be in. */
export function deepest<T>(from: T, steps: readonly Step[], below: (holder: T, step: Step) => T | undefined): T {
  let at = from;
  for (const step of steps) {
    const next = below(at, step);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}
