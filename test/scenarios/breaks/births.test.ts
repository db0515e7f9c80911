import { justTurned, justUnder, leapDayUpTo } from '../../../scenarios/breaks/births.js';
import { addDays, ageOn } from '../../../src/model/index.js';

// Four years, so that every day of the calendar is there, 29 February included.
const days = Array.from({ length: 4 * 365 + 1 }, (_, i) => addDays('2023-01-01', i));

describe('birth dates at the edge of an age', () => {
  it.each([6, 25, 26, 27])('are %i years before every day, and a day later', (years) => {
    const wrong = days.filter(
      (day) => ageOn(justTurned(years, day), day) !== years || ageOn(justUnder(years, day), day) !== years - 1,
    );
    expect(wrong).toEqual([]);
  });

  it('include the last leap day in or before a year', () => {
    expect([2024, 2023, 2000, 1903].map(leapDayUpTo)).toEqual(['2024-02-29', '2020-02-29', '2000-02-29', '1896-02-29']);
  });
});
