import { evenedOut, makeFillers } from '../../../conformance/suite/pack-fillers.js';
import { collectionYears } from '../../../src/model/index.js';

const count = (texts: readonly string[], pattern: RegExp): number => (texts.join('').match(pattern) ?? []).length;

describe.each(collectionYears)('the fillers of %i', (year) => {
  const key = { year, la: '202', seed: '1' };

  it.each<[string, string]>([
    ['Ethnicity', 'NOBT'],
    ['CeaseReason', '9'],
    ...(year >= 2025 ? [['RequestSource', '5'] satisfies [string, string]] : []),
  ])('even out %s %s to one in ten', (tag, code) => {
    const persons = Array.from({ length: 7 }, () => `<Person><${tag}>${code}</${tag}></Person>`);
    const added = evenedOut(persons, makeFillers(key));
    const all = [...persons, ...added];
    const share = (texts: readonly string[]): number =>
      count(texts, new RegExp(`<${tag}>${code}<`, 'g')) / count(texts, new RegExp(`<${tag}>`, 'g'));
    expect(share(all)).toBeLessThanOrEqual(0.1);
    expect(share(all.slice(0, -1))).toBeGreaterThan(0.1);
  });

  it('are none where no share is too large', () => {
    const persons = ['NOBT', ...Array.from({ length: 9 }, () => 'WBRI')].map(
      (code) => `<Person><Ethnicity>${code}</Ethnicity></Person>`,
    );
    expect(evenedOut(persons, makeFillers(key))).toEqual([]);
    expect(evenedOut(persons.slice(0, -1), makeFillers(key)).length).toBeGreaterThan(0);
  });

  it('are the same for a key, and no two alike', () => {
    const [one, other] = [makeFillers(key), makeFillers(key)];
    const some = Array.from({ length: 20 }, (_, i) => one.next(i % 2 === 0 ? 'refused' : 'ceased'));
    expect(Array.from({ length: 20 }, (_, i) => other.next(i % 2 === 0 ? 'refused' : 'ceased'))).toEqual(some);
    expect(new Set(some).size).toBe(20);
    expect(one.names.surnames.length).toBeGreaterThan(50);
    expect(one.names.surnames).toEqual([...new Set(one.names.surnames)]);
  });
});
