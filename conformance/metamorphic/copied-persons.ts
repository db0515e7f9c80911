import { makeReplacer, Originals, slotsOf, unitsOf, type Slot } from '../shrink/index.js';
import { changed, type Element } from '../tree/index.js';

const identity: ReadonlySet<string> = new Set(['UPN', 'UniqueLearnerNumber', 'Surname', 'Forename']);
const attempts = 8;

/**
 * The persons again with other identifiers and names, of which the same rules are broken; those who shared one share
 * another. Undefined where something cannot be made anew.
 */
export function copiedPersons(
  root: Element,
  persons: readonly Element[],
  year: number,
): readonly Element[] | undefined {
  const originals = new Originals();
  originals.addKept(root);
  const replacer = makeReplacer('copies', year, originals);
  const own = slotsOf(root).filter(({ element, person }) => person > 0 && identity.has(element.tag));
  const values = new Map<Element, string>();
  for (const unit of unitsOf(own)) {
    for (const slot of unit.slots) {
      const value = made(slot, (attempt) => replacer.valueFor(slot, unit, attempt));
      if (value === undefined) return undefined;
      values.set(slot.element, value);
    }
  }
  return persons.map((person) =>
    changed(person, (before, now) => {
      const value = values.get(before);
      return value === undefined
        ? now
        : { ...now, children: now.children.map((child) => (typeof child === 'string' ? value : child)) };
    }),
  );
}

function made({ at }: Slot, valueFor: (attempt: number) => string | undefined): string | undefined {
  if (typeof at === 'string') return undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const value = valueFor(attempt);
    if (value !== undefined) return value;
  }
  return undefined;
}
