import type { Slot } from './slot.js';

/** Values that are replaced together, by the same thing: the equal ones of a kind, or the dates of a person. */
export interface Unit {
  /** Says nothing of the values. */
  readonly key: string;
  readonly slots: readonly Slot[];
}

/** Equal values of a kind go together, so that what was double stays so; and the dates of a person. */
export function unitsOf(slots: readonly Slot[]): readonly Unit[] {
  const units = new Map<string, Slot[]>();
  const numbers = new Map<string, number>();
  for (const slot of slots) {
    const equal = `${slot.kind} ${slot.value}`;
    if (!isDated(slot) && !numbers.has(equal)) numbers.set(equal, numbers.size);
    // Draws are made by this key, so the value itself is not in it.
    const key = isDated(slot) ? `dates ${slot.person}` : `${slot.kind} ${numbers.get(equal) ?? 0}`;
    const known = units.get(key);
    if (known) known.push(slot);
    else units.set(key, [slot]);
  }
  return [...units].map(([key, all]) => ({ key, slots: all }));
}

export function isDated({ kind }: Pick<Slot, 'kind'>): boolean {
  return kind === 'date' || kind === 'dateTime';
}
