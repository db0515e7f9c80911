import { ruleById, type CatalogueEntry } from '../rules/index.js';

/** The catalogue entry of a rule that is known to exist. */
export function entryOf(id: string): CatalogueEntry {
  const entry = ruleById(id);
  if (!entry) throw new RangeError(`no rule is called ${id}`);
  return entry;
}
