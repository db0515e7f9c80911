import { postcodeDistricts } from '../postcode-districts.js';

const areasOf = (la: string): ReadonlySet<string> =>
  new Set((postcodeDistricts[la] ?? '').split(' ').map((district) => /^[A-Z]+/.exec(district)?.[0] ?? ''));

/** The LAs that share a postcode area with one, which is near enough for neighbours; itself left out. */
export function neighboursOf(la: string): ReadonlySet<string> {
  const own = areasOf(la);
  return new Set(
    Object.keys(postcodeDistricts).filter((other) => other !== la && [...areasOf(other)].some((area) => own.has(area))),
  );
}
