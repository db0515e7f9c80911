import fc from 'fast-check';
import { momentOfSerial } from '../../../formats/excel/serial-date.js';
import { addDays } from '../../../src/model/index.js';

describe('momentOfSerial', () => {
  // As Excel shows them.
  it.each([
    [1, false, '1900-01-01', '00:00:00'],
    [59, false, '1900-02-28', '00:00:00'],
    [61, false, '1900-03-01', '00:00:00'],
    [36_526, false, '2000-01-01', '00:00:00'],
    [45_658.5, false, '2025-01-01', '12:00:00'],
    [45_658.9999999, false, '2025-01-02', '00:00:00'],
    [2_958_465, false, '9999-12-31', '00:00:00'],
    [0, true, '1904-01-01', '00:00:00'],
    [44_196, true, '2025-01-01', '00:00:00'],
  ])('takes %d (from 1904: %j) for %s %s', (serial, from1904, date, time) => {
    expect(momentOfSerial(serial, from1904)).toEqual({ date, time });
  });

  it.each([0, 0.5, 60, -1, 2_958_466, Infinity, NaN])('takes %d for no day', (serial) => {
    expect(momentOfSerial(serial, false)).toBeUndefined();
  });

  it('goes on day by day, and the systems are 1462 days apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1462 + 61, max: 2_958_464 }), (serial) => {
        const date = momentOfSerial(serial, false)?.date ?? '';
        expect(momentOfSerial(serial + 1, false)?.date).toBe(addDays(date, 1));
        expect(momentOfSerial(serial - 1462, true)?.date).toBe(date);
      }),
      { seed: 1 },
    );
  });
});
