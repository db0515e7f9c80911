import { makePersonSource, persons } from '../../generators/index.js';
import { stories, storiesIn } from '../../scenarios/stories/index.js';
import { collectionYears } from '../../src/model/index.js';
import type { Person } from '../../src/return/index.js';
import { loudStretch } from './windows.js';

const told = (year: number, scenario: readonly string[], count: number): Person[] => [
  ...persons(makePersonSource({ year, la: '202', seed: 'told', scenario }), 0, count),
];

describe('telling stories by name', () => {
  it.each([...collectionYears])('tells every story of %d in turn', (year) => {
    const names = storiesIn(year).map((story) => story.name);
    const people = told(year, names, 2 * names.length);
    const unknown = people.map((person) => person.UPNunknown);
    expect(unknown.slice(0, names.length)).toEqual(unknown.slice(names.length));
  });

  it('gives every person a name of their own', () => {
    const people = told(
      2025,
      storiesIn(2025).map((story) => story.name),
      2000,
    );
    expect(new Set(people.map((p) => `${p.Surname ?? ''}|${p.Forename ?? ''}`)).size).toBe(people.length);
  });

  it('keeps CeaseReason 9 and RequestSource 5 rare, even where nothing else is told', () => {
    const nine = storiesIn(2025).filter((story) => story.traits.ceased === '9');
    const five = storiesIn(2025).filter((story) => story.traits.source === '5');
    expect(nine.length + five.length).toBeGreaterThan(0);
    for (const chosen of [nine, five, [...nine, ...five]].filter((list) => list.length > 0)) {
      const requests = told(
        2025,
        chosen.map((story) => story.name),
        200,
      ).map((p) => p.Requests ?? []);
      const reasons = requests.map((all) => {
        const given = all.flatMap((r) => r.Assessment?.NamedPlan?.CeaseReason ?? []);
        return { all: given.length, watched: given.filter((reason) => reason === '9').length };
      });
      const sources = requests.map((all) => {
        const given = all.flatMap((r) => r.RequestSource ?? []);
        return { all: given.length, watched: given.filter((source) => source === '5').length };
      });
      expect(loudStretch(reasons, 10)).toBeUndefined();
      expect(loudStretch(sources, 10)).toBeUndefined();
      expect([...reasons, ...sources].some((share) => share.watched > 0)).toBe(true);
    }
  });

  it('refuses a story that does not exist, one of another year, and none at all', () => {
    expect(() => told(2025, ['no-such-story'], 1)).toThrow('no story is called no-such-story');
    expect(() => told(2025, [], 1)).toThrow(RangeError);
    const later = stories.find((story) => (story.from ?? 0) > 2023);
    if (later) expect(() => told(2023, [later.name], 1)).toThrow(`${later.name} cannot be told in 2023`);
  });
});
