import fc from 'fast-check';
import { yearModel, type YearGroup } from '../../../src/model/index.js';
import type { Return } from '../../../src/return/index.js';

interface Fields {
  [tag: string]: string | Fields | Fields[] | undefined;
}

const value = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('1', 'Y', 'OTH', '2024-01-18', 'Zoë') },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.stringMatching(/^[a-z&<>;"'#\r\n\t \]lgtamp-]{0,12}$/) },
  // Whatever XML 1.0 can carry, characters beyond the basic plane among it.
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);

/** Records of a year's shape with any values: items and containers there or not, keys in any order. */
export function arbitraryReturn(year: number): fc.Arbitrary<Return> {
  return arbitraryRecord(yearModel(year).message);
}

function arbitraryRecord(group: YearGroup): fc.Arbitrary<Fields> {
  const held: Record<string, fc.Arbitrary<Fields[string]>> = {};
  for (const child of group.children) {
    if (child.kind === 'item') held[child.tag] = fc.option(value, { nil: undefined, freq: 2 });
    else if (child.repeats) held[child.tag] = fc.array(arbitraryRecord(child), { maxLength: 3 });
    else held[child.tag] = arbitraryRecord(child);
  }
  return fc
    .tuple(fc.record(held, { requiredKeys: [] }), fc.boolean())
    .map(([record, reversed]) => (reversed ? Object.fromEntries(Object.entries(record).reverse()) : record));
}
