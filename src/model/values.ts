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

/** What a value of the type looks like, for people. */
export function describeType(type: ItemType, year: number): string {
  switch (type) {
    case 'text':
      return 'text';
    case 'date':
      return 'a real date written ccyy-mm-dd';
    case 'dateTime':
      return 'a real date and time written ccyy-mm-ddThh:mm:ss';
    case 'year':
      return 'a year of four digits';
    case 'digits:3':
      return 'three digits';
    case 'postcode':
      return 'a UK postcode in capitals';
    case 'upn':
      return 'a unique pupil number of 13 characters';
    case 'uln':
      return 'a unique learner number of 10 digits';
    case 'urn':
      return 'a URN of 5 or 6 digits';
    case 'ukprn':
      return 'a UKPRN of 8 digits';
    default: {
      const [kind, name] = splitType(type);
      if (kind === 'fixed') return name;
      const codes = [...codesIn(name, year).keys()];
      return codes.length > 15 ? `one of the ${codes.length} ${name} codes of ${year}` : `one of ${codes.join(', ')}`;
    }
  }
}
