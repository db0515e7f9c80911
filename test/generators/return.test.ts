import { algorithmVersion, generateReturn, headerFor } from '../../generators/index.js';
import { collectionYear, collectionYears, dayNumber, yearModel } from '../../src/model/index.js';

const years = [...collectionYears];

describe('headerFor', () => {
  it.each(years)('gives every item of the header of %d a value it may have', (year) => {
    const { CollectionDetails = {}, Source = {} } = headerFor({ year, la: '202', seed: 'header' });
    for (const [tag, record] of Object.entries({ CollectionDetails, Source })) {
      const given = Object.entries<string>(record);
      expect(given.map(([item]) => item)).toEqual(
        yearModel(year)
          .group(tag)
          .items.map((item) => item.tag),
      );
      for (const [item, value] of given) expect(yearModel(year).item(tag, item)?.accepts(value)).toBe(true);
    }
    expect(CollectionDetails.Year).toBe(String(year));
    expect(CollectionDetails.ReferenceDate).toBe(collectionYear(year).referenceDate);
    expect(Source.Release).toBe(String(algorithmVersion));
  });

  it.each(years)('dates the return of %d on a working day soon after census day', (year) => {
    const date = headerFor({ year, la: '202' }).Source?.DateTime?.slice(0, 10) ?? '';
    const days = dayNumber(date) - dayNumber(collectionYear(year).referenceDate);
    expect(days).toBeGreaterThan(0);
    expect(days).toBeLessThan(60);
    expect(new Date(`${date}T00:00:00Z`).getUTCDay()).toBe(4);
  });

  it('takes the date and time it is given', () => {
    const dateTime = '2025-03-01T09:30:00';
    expect(headerFor({ year: 2025, la: '202', dateTime }).Source?.DateTime).toBe(dateTime);
    expect(generateReturn({ year: 2025, la: '202', seed: 's', persons: 1, dateTime }).Header?.Source?.DateTime).toBe(
      dateTime,
    );
  });

  it('refuses an LA that was not there that year', () => {
    expect(() => headerFor({ year: 2025, la: '909' })).toThrow(RangeError);
    expect(() => headerFor({ year: 2025, la: '000' })).toThrow(RangeError);
  });
});

describe('generateReturn', () => {
  it('has as many persons as asked for, the first ones of a longer return', () => {
    const short = generateReturn({ year: 2025, la: '202', seed: 's', persons: 5 });
    const long = generateReturn({ year: 2025, la: '202', seed: 's', persons: 12 });
    expect(long.Persons?.Person).toHaveLength(12);
    expect(short.Persons?.Person).toEqual(long.Persons?.Person?.slice(0, 5));
    expect(short.Header).toEqual(long.Header);
  });
});
