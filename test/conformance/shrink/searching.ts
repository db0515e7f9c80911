import { yearModel } from '../../../src/model/index.js';

/** Items whose values are a person's, or tell whose return it is. */
const personal = [
  'Surname',
  'Forename',
  'PersonBirthDate',
  'PostCode',
  'UPN',
  'UniqueLearnerNumber',
  'URN',
  'UKPRN',
  'SENSettingOther',
  'SoftwareCode',
  'LEA',
  'DateTime',
] as const;

/** Every value under a tag, as it is written in a text that may be no XML at all. */
function valuesUnder(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}(?:\\s[^<>]*)?>([^<]*)</${tag}`, 'g'))].map(([, value = '']) => value);
}

/** What stood in a return that must not be in another: names, identifiers, postcodes, establishments, LA, and all dates. */
export function personalValues(xml: string, year: number): ReadonlySet<string> {
  const { facts, items } = yearModel(year);
  const dates = items.filter(({ node }) => node.type === 'date').map(({ tag }) => tag);
  const values = [...personal, ...dates].flatMap((tag) => valuesUnder(xml, tag));
  const telling = values.flatMap((value) =>
    value.includes('T') && /^\d{4}-/.test(value) ? [value, value.slice(0, 10)] : [value],
  );
  return new Set(telling.filter((value) => /[\p{L}\p{N}]/u.test(value) && value !== facts.referenceDate));
}

/** Those of some values that are left in a text: long ones anywhere in it, short ones as whole values. */
export function leftIn(xml: string, values: ReadonlySet<string>): string[] {
  const whole = new Set([...xml.matchAll(/>([^<]*)</g)].map(([, value = '']) => value));
  return [...values].filter((value) => (value.length > 5 ? xml.includes(value) : whole.has(value)));
}
