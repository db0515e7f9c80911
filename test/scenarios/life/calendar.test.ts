import { randomFor } from '../../../src/random/index.js';
import {
  clamp,
  dayBetween,
  firstSchoolDay,
  isSchoolDay,
  isWorkingDay,
  schoolYearOf,
  workingDayNear,
} from '../../../scenarios/life/calendar.js';
import { maximumAgeFrom, ofCompulsorySchoolAge } from '../../../scenarios/life/ages.js';

describe('working days', () => {
  it('are Monday to Friday, holidays left out', () => {
    expect(['2025-01-13', '2025-01-14', '2025-01-15', '2025-01-16', '2025-01-17'].every(isWorkingDay)).toBe(true);
    expect(['2025-01-18', '2025-01-19', '2025-01-01', '2025-12-25', '2025-12-26'].some(isWorkingDay)).toBe(false);
  });

  it('are looked for forward, then back, and never outside the span', () => {
    expect(workingDayNear('2025-01-18', '2025-01-01', '2025-01-31')).toBe('2025-01-20');
    expect(workingDayNear('2025-01-18', '2025-01-01', '2025-01-19')).toBe('2025-01-17');
    expect(workingDayNear('2025-01-18', '2025-01-18', '2025-01-19')).toBe('2025-01-18');
  });

  it('fill a span and no more', () => {
    const random = randomFor('span');
    const seen = new Set(Array.from({ length: 200 }, () => dayBetween(random, '2025-01-17', '2025-01-21')));
    expect([...seen].sort()).toEqual(['2025-01-17', '2025-01-20', '2025-01-21']);
    expect(dayBetween(random, '2025-01-18', '2025-01-18')).toBe('2025-01-18');
    expect(() => dayBetween(random, '2025-01-19', '2025-01-18')).toThrow(RangeError);
  });
});

describe('school days', () => {
  it('are not in the holidays', () => {
    expect(isSchoolDay('2025-06-11')).toBe(true);
    expect(['2025-07-25', '2025-08-14', '2025-09-02', '2025-12-23', '2026-01-02'].some(isSchoolDay)).toBe(false);
  });

  it('begin in September', () => {
    expect(firstSchoolDay(2024)).toBe('2024-09-03');
    expect(firstSchoolDay(2022)).toBe('2022-09-05');
    expect(schoolYearOf('2024-08-31')).toBe(2023);
    expect(schoolYearOf('2024-09-01')).toBe(2024);
  });
});

describe('bounds', () => {
  it('hold a date', () => {
    expect(clamp('2024-01-01', '2024-02-01', '2024-03-01')).toBe('2024-02-01');
    expect(clamp('2024-04-01', '2024-02-01', '2024-03-01')).toBe('2024-03-01');
    expect(clamp('2024-02-10', '2024-02-01', '2024-03-01')).toBe('2024-02-10');
  });

  it('of compulsory school age are taken on 31 December and 31 August', () => {
    expect(ofCompulsorySchoolAge('2017-12-31', '2023-01-19')).toBe(true);
    expect(ofCompulsorySchoolAge('2018-01-01', '2023-01-19')).toBe(false);
    expect(ofCompulsorySchoolAge('2006-09-01', '2023-01-19')).toBe(true);
    expect(ofCompulsorySchoolAge('2006-08-31', '2023-01-19')).toBe(false);
  });

  it('of the maximum age start with the school year of the 25th birthday, and from 2024 at 19', () => {
    expect(maximumAgeFrom('1998-08-31', 2023)).toBe('2022-09-01');
    expect(maximumAgeFrom('1998-09-01', 2023)).toBe('2023-09-01');
    expect(maximumAgeFrom('2004-05-06', 2024)).toBe('2023-05-06');
  });
});
