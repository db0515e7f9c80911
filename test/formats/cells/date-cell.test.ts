import fc from 'fast-check';
import { readDate, readDateTime, writeDate } from '../../../formats/cells/date-cell.js';
import { dateOfDayNumber } from '../../../src/model/index.js';

describe('a date in a cell', () => {
  it.each([
    ['2022-Sep-28 00:00:00', '2022-09-28'],
    ['2022-sep-28', '2022-09-28'],
    ['2022-09-28', '2022-09-28'],
    ['2022-09-28T00:00:00', '2022-09-28'],
    ['2022-09-28 00:00:00.000', '2022-09-28'],
    ['2022-Sep-28 00:00:01', '2022-Sep-28 00:00:01'],
    ['2022-Feb-29 00:00:00', '2022-Feb-29 00:00:00'],
    ['2022-Foo-28', '2022-Foo-28'],
    ['2022-13-01', '2022-13-01'],
    ['', ''],
  ])('%s is %s', (text, value) => {
    expect(readDate(text)).toEqual({ value });
  });

  it('is taken from a day number of Excel, and refused with the day first', () => {
    expect(readDate('44832')).toEqual({ value: '2022-09-28', odd: 'serial' });
    expect(readDate('44832.0')).toEqual({ value: '2022-09-28', odd: 'serial' });
    expect(readDate('44832.5')).toEqual({ value: '44832.5' });
    expect(readDate('4483')).toEqual({ value: '4483' });
    for (const text of ['28/09/2022', '9/8/22', '28.09.2022', '28-09-2022 00:00:00', ' 1/2/2022'])
      expect(readDate(text)).toEqual({ value: text, odd: 'day-first' });
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000_000 }), (day) => {
        const date = dateOfDayNumber(day);
        expect(readDate(writeDate(date))).toEqual({ value: date });
        expect(readDateTime(writeDate(`${date}T09:05:59`))).toEqual({ value: `${date}T09:05:59` });
      }),
    );
    expect(writeDate('2022-09-31')).toBe('2022-09-31');
  });
});

describe('a date and time in a cell', () => {
  it.each([
    ['2026-Feb-12 10:00:00', '2026-02-12T10:00:00'],
    ['2026-02-12 10:00:00', '2026-02-12T10:00:00'],
    ['2026-02-12T10:00:00', '2026-02-12T10:00:00'],
    ['2026-02-12', '2026-02-12'],
    ['2026-Feb-12 25:00:00', '2026-Feb-12 25:00:00'],
  ])('%s is %s', (text, value) => {
    expect(readDateTime(text)).toEqual({ value });
  });

  it('is taken from a day number of Excel, and refused with the day first', () => {
    expect(readDateTime('46065.4166666667')).toEqual({ value: '2026-02-12T10:00:00', odd: 'serial' });
    expect(readDateTime('46065.9999999')).toEqual({ value: '2026-02-13T00:00:00', odd: 'serial' });
    expect(readDateTime('12/02/2026 10:00')).toMatchObject({ odd: 'day-first' });
  });
});
