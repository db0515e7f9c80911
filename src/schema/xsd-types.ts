import {
  codesIn,
  patterns,
  splitType,
  upnAlphabet,
  upnLaCodes,
  type YearItem,
  type YearModel,
} from '../model/index.js';
import { gloss, remark, xs, type Markup } from './xsd-markup.js';

/**
 * The name of the schema type for an item's values. Two items are narrower than their type: the reference date is the
 * census date of the year, and a text that must be there must hold more than white space.
 */
export function typeName(item: YearItem, isRequired: boolean): string {
  const { type } = item.node;
  if (item.tag === 'ReferenceDate') return 'referenceDate';
  if (type === 'text') return isRequired ? 'requiredText' : 'text';
  return type.replace(':', '-');
}

/** The definition of a schema type, for an item that has it. */
export function typeDefinition(item: YearItem, name: string, model: YearModel): Markup {
  return xs('simpleType', { name }, remark(describe(item, name, model)), restriction(item, name, model));
}

function describe(item: YearItem, name: string, { year }: YearModel): string {
  const { type } = item.node;
  if (name === 'referenceDate') return `the census day of ${year}`;
  if (name === 'requiredText') return 'text that is more than white space';
  switch (type) {
    case 'text':
      return 'text, not empty';
    case 'date':
      return 'a date, written ccyy-mm-dd';
    case 'dateTime':
      return 'a date and time, written ccyy-mm-ddThh:mm:ss';
    case 'year':
      return 'the collection year';
    case 'digits:3':
      return 'three digits';
    case 'postcode':
      return 'a UK postcode in capitals';
    case 'upn':
      return 'a UPN, permanent or temporary: its shape; the check letter is beyond a schema';
    case 'uln':
      return 'a ULN: its shape; the check digit is beyond a schema';
    case 'urn':
      return 'a URN';
    case 'ukprn':
      return 'a UKPRN';
    default: {
      const [kind, set] = splitType(type);
      return kind === 'fixed' ? 'the only value' : `the ${set} codes of ${year}`;
    }
  }
}

function restriction(item: YearItem, name: string, model: YearModel): Markup {
  const { type } = item.node;
  if (name === 'referenceDate') return values(model.facts.referenceDate);
  switch (type) {
    case 'text':
      return name === 'requiredText' ? pattern('string', '\\s*\\S[\\s\\S]*') : based('string', ['minLength', '1']);
    case 'date':
      return pattern('string', realDate);
    case 'dateTime':
      return pattern('string', `(${realDate})T${timePattern}`);
    case 'year':
      return values(String(model.year));
    case 'digits:3':
    case 'postcode':
    case 'urn':
    case 'ukprn':
      return pattern('string', patterns[type]);
    case 'upn':
      return pattern('string', `[${upnAlphabet}](${laCodes()})[0-9]{8}[0-9${upnAlphabet}]`);
    case 'uln':
      return pattern('string', '[1-9][0-9]{9}');
    default: {
      const [kind, set] = splitType(type);
      if (kind === 'fixed') return values(set);
      const codes = [...codesIn(set, model.year)];
      return xs(
        'restriction',
        { base: 'xs:string' },
        ...codes.flatMap(([value, label]) => [xs('enumeration', { value }), gloss(label)]),
      );
    }
  }
}

/**
 * A date that exists, as a pattern: xs:date would take white space around it, time zones and years of five digits.
 * In turn: months of 31 days, months of 30 days, February, and its 29th in leap years. There is no year 0.
 */
// Digits are spelled out: libxml2 takes one digit too many where counts such as {3} stand in alternatives.
const digit = '[0-9]';
const year = `(${digit + digit + digit}[1-9]|${digit + digit}[1-9]${digit}|${digit}[1-9]${digit + digit}|[1-9]${digit + digit + digit})`;
const leapYear = `(${digit + digit}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)`;
const realDate = [
  `${year}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])`,
  `${year}-(0[469]|11)-(0[1-9]|[12][0-9]|30)`,
  `${year}-02-(0[1-9]|1[0-9]|2[0-8])`,
  `${leapYear}-02-29`,
].join('|');
/** Hours to 23: XML Schema would take 24:00:00, fractions of a second and a time zone. */
const timePattern = '([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]';

function based(base: string, ...facets: readonly (readonly [name: string, value: string])[]): Markup {
  return xs('restriction', { base: `xs:${base}` }, ...facets.map(([name, value]) => xs(name, { value })));
}

function pattern(base: string, value: string): Markup {
  return based(base, ['pattern', value]);
}

function values(...all: readonly string[]): Markup {
  return based('string', ...all.map((value) => ['enumeration', value] as const));
}

/** The LA codes a UPN may carry, those that share their first two digits together: `00[1-5]|20[1-9]|…`. */
function laCodes(): string {
  const lastDigits = new Map<string, string>();
  for (const code of [...upnLaCodes].sort()) {
    const start = code.slice(0, 2);
    lastDigits.set(start, `${lastDigits.get(start) ?? ''}${code.slice(2)}`);
  }
  return [...lastDigits].map(([start, ends]) => (ends.length === 1 ? start + ends : `${start}[${ends}]`)).join('|');
}
