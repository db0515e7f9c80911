import fc from 'fast-check';
import {
  addDays,
  addMonths,
  ageOn,
  birthday,
  dateOfDayNumber,
  dayNumber,
  dayOf,
  daysBefore,
  daysInMonth,
  isDate,
  isDateTime,
  isLeapYear,
  makeDate,
  monthOf,
  yearOf,
} from '../../../src/model/index.js';

const first = '0001-01-01';
const last = '9999-12-31';

/** The date as the language itself has it; undefined where the day does not exist. */
function real(year: number, month: number, day: number): string | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isSame = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame && year >= 1 ? date.toISOString().slice(0, 10) : undefined;
}

const daysInAll = 3_652_059;
const day = fc.integer({ min: 0, max: daysInAll - 1 }).map(dateOfDayNumber);

describe('a day number', () => {
  it('counts the days from 0001-01-01, a Monday, for every date there is, and back', () => {
    expect(new Date(`${first}T00:00:00Z`).getUTCDay()).toBe(1);
    const wrong: string[] = [];
    const monthEnd = new Date(0);
    let n = 0;
    for (let year = 1; year <= 9999; year++) {
      for (let month = 1; month <= 12; month++) {
        monthEnd.setUTCFullYear(year, month, 0);
        const start = monthEnd.toISOString().slice(0, 8);
        for (let d = 1; d <= monthEnd.getUTCDate(); d++, n++) {
          const expected = `${start}${d < 10 ? '0' : ''}${d}`;
          const date = dateOfDayNumber(n);
          if (date !== expected || dayNumber(expected) !== n) wrong.push(`${n}: ${date}, not ${expected}`);
        }
      }
    }
    expect([n, dateOfDayNumber(n - 1)]).toEqual([daysInAll, last]);
    expect(wrong).toEqual([]);
  }, 30_000);
});

describe('isDate', () => {
  it('takes the days that exist, and no other', () => {
    const wrong: string[] = [];
    // Four hundred years, after which the calendar repeats, and those at the ends.
    const years = [0, 1, 2, 4, 99, 100, 9999, ...Array.from({ length: 400 }, (_, n) => 1700 + n)];
    for (const year of years) {
      for (let month = 0; month <= 13; month++) {
        for (let d = 0; d <= 32; d++) {
          const text = [String(year).padStart(4, '0'), ...[month, d].map((n) => String(n).padStart(2, '0'))].join('-');
          if (isDate(text) !== (real(year, month, d) === text)) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    '',
    '2024',
    '2024-1-1',
    '24-01-01',
    '01/01/2024',
    '20240101',
    '2024-01-01T00:00:00',
    '2024-01-01\n',
    ' 2024-01-01',
    '02024-01-01',
    '-024-01-01',
    '2024-01-0a',
    '2024-01-+1',
    '2024- 1-01',
    '２０２４-01-01',
    '2024‑01‑01',
  ])('does not take %j', (text) => {
    expect(isDate(text)).toBe(false);
  });
});

describe('isDateTime', () => {
  it.each(['2024-01-18T00:00:00', '2024-02-29T23:59:59'])('takes %s', (text) => {
    expect(isDateTime(text)).toBe(true);
  });

  it.each([
    '2024-01-18',
    '2024-01-18T24:00:00',
    '2024-01-18T23:60:00',
    '2024-01-18T23:59:60',
    '2023-02-29T10:00:00',
    '2024-01-18 10:00:00',
    '2024-01-18T10:00',
    '2024-01-18T10:00:00Z',
    '2024-01-18T10:00:00.000',
    '2024-01-18T10:00:00\n',
    '2024-01-18t10:00:00',
    '',
  ])('does not take %j', (text) => {
    expect(isDateTime(text)).toBe(false);
  });
});

describe('the calendar', () => {
  it('knows the length of every month of 400 years', () => {
    const wrong: string[] = [];
    for (let year = 1800; year < 2200; year++) {
      if (isLeapYear(year) !== (real(year, 2, 29) !== undefined)) wrong.push(String(year));
      for (let month = 1; month <= 12; month++) {
        if (daysInMonth(year, month) !== new Date(Date.UTC(year, month, 0)).getUTCDate())
          wrong.push(`${year}-${month}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('takes dates apart and puts them together', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect([yearOf(date), monthOf(date), dayOf(date)]).toEqual(date.split('-').map(Number));
        expect(makeDate(yearOf(date), monthOf(date), dayOf(date))).toBe(date);
      }),
    );
  });

  it('adds days, and takes them off', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const apart = dayNumber(b) - dayNumber(a);
        expect(addDays(a, apart)).toBe(b);
        expect(addDays(b, -apart)).toBe(a);
        expect(daysBefore(b, apart)).toBe(a);
        expect(Math.sign(apart)).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2000-01-01', -1)).toBe('1999-12-31');
    expect(daysBefore('2024-03-01', 1)).toBe('2024-02-29');
    expect(daysBefore('2000-01-01', 0)).toBe('2000-01-01');
  });

  it('adds months, to the last day where the month is shorter', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -3000, max: 3000 }), (date, months) => {
        const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
        const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
        fc.pre(year >= 1 && year <= 9999);
        const expected = [dayOf(date), 30, 29, 28].map((d) => real(year, month, d)).find((one) => one !== undefined);
        expect(addMonths(date, months)).toBe(expected);
      }),
    );
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-12-15', -12)).toBe('2023-12-15');
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-29');
  });
});

describe('an age', () => {
  it('is in completed years, and goes up on the birthday', () => {
    expect(ageOn('2010-05-17', '2026-05-16')).toBe(15);
    expect(ageOn('2010-05-17', '2026-05-17')).toBe(16);
    expect(ageOn('2010-05-17', '2010-05-17')).toBe(0);
    expect(ageOn('2010-05-17', '2010-05-16')).toBe(-1);
  });

  it('goes up on 1 March for someone born on 29 February, save in leap years', () => {
    expect(birthday('2008-02-29', 17)).toBe('2025-03-01');
    expect(birthday('2008-02-29', 16)).toBe('2024-02-29');
    expect(birthday('1896-02-29', 4)).toBe('1900-03-01');
    expect(birthday('2008-02-28', 17)).toBe('2025-02-28');
    expect(ageOn('2008-02-29', '2025-02-28')).toBe(16);
    expect(ageOn('2008-02-29', '2025-03-01')).toBe(17);
    expect(ageOn('2008-02-29', '2024-02-28')).toBe(15);
    expect(ageOn('2008-02-29', '2024-02-29')).toBe(16);
  });

  it('is the number of the last birthday', () => {
    const leapDay = fc
      .integer({ min: 1, max: 2499 })
      .map((n) => n * 4)
      .filter(isLeapYear)
      .map((year) => makeDate(year, 2, 29));
    fc.assert(
      fc.property(fc.oneof(day, leapDay), day, (born, date) => {
        const age = ageOn(born, date);
        expect(birthday(born, age) <= date).toBe(true);
        fc.pre(yearOf(born) + age + 1 <= 9999);
        expect(birthday(born, age + 1) > date).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
