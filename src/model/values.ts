import { codesIn } from './code-sets.js';
import { isDate, isDateTime } from './dates.js';
import type { ItemType } from './node.js';

/** Types whose values a regular expression tells apart; the same text is the pattern in the XSD. */
export const patterns = {
  'digits:3': '[0-9]{3}',
  postcode: '[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}',
  urn: '[0-9]{5,6}',
  ukprn: '[0-9]{8}',
} as const satisfies Partial<Record<ItemType, string>>;

/** Types that no VAL rule looks at: anything is text, and the others have rules of their own (HDR-02, PER-12 to PER-18). */
const withoutValueRule: ReadonlySet<ItemType> = new Set<ItemType>(['text', 'year', 'upn', 'uln']);

export function hasValueRule(type: ItemType): boolean {
  return !withoutValueRule.has(type);
}

const anything = (): boolean => true;

/** A test of whether a value is of a type in a collection year. Values are taken as they stand: no trimming, case counts. */
export function valueTest(type: ItemType, year: number): (value: string) => boolean {
  switch (type) {
    case 'text':
    case 'year':
    case 'upn':
    case 'uln':
      return anything;
    case 'date':
      return isDate;
    case 'dateTime':
      return isDateTime;
    case 'digits:3':
    case 'postcode':
    case 'urn':
    case 'ukprn': {
      const whole = new RegExp(`^(?:${patterns[type]})$`);
      // $ also matches before a line break at the end, which no value may have.
      return (value) => whole.test(value) && !value.endsWith('\n');
    }
    default: {
      const [kind, name] = splitType(type);
      if (kind === 'fixed') return (value) => value === name;
      const codes = codesIn(name, year);
      return (value) => codes.has(value);
    }
  }
}

/** Splits `code:ethnicity` into its kind and name. */
export function splitType(type: `code:${string}` | `fixed:${string}`): ['code' | 'fixed', string] {
  return type.startsWith('code:') ? ['code', type.slice(5)] : ['fixed', type.slice(6)];
}
