import { madeUpRegister } from '../../../generators/index.js';
import { establishmentKinds, type Establishment } from '../../../scenarios/life/index.js';
import { localAuthorities, patterns } from '../../../src/model/index.js';
import { randomFor } from '../../../src/random/index.js';

const kinds = [...establishmentKinds, 'ukrlp_provider'] as const;

function some(la: string, age: number): Map<string, Set<string>> {
  const find = madeUpRegister(la).establishment;
  const random = randomFor(la, age);
  return new Map(
    kinds.map((kind) => {
      const found = Array.from({ length: 60 }, () => find(kind, age, random));
      return [kind, new Set(found.map(({ urn, ukprn }: Establishment) => urn ?? ukprn ?? ''))];
    }),
  );
}

describe('the register', () => {
  it('has establishments of every kind at every age, each with a number of the right shape', () => {
    const find = madeUpRegister('202').establishment;
    for (const kind of kinds)
      for (let age = 0; age <= 26; age++) {
        const { urn, ukprn } = find(kind, age, randomFor(kind, age));
        if (kind === 'ukrlp_provider')
          expect([urn, ukprn?.match(`^1${patterns.ukprn.slice(0, 5)}{7}$`)]).not.toContain(null);
        else expect([ukprn, urn]).toEqual([undefined, expect.stringMatching(/^[1-9][0-9]{5}$/)]);
      }
  });

  it('keeps kinds apart, and primary from secondary schools', () => {
    const [young, old] = [some('202', 6), some('202', 14)];
    const every = [...young.values()].flatMap((numbers) => [...numbers]);
    expect(new Set(every).size).toBe(every.length);
    const secondary = old.get('mainstream_academy') ?? new Set();
    for (const urn of young.get('mainstream_academy') ?? []) expect(secondary.has(urn)).toBe(false);
    expect(secondary.size).toBeGreaterThan(10);
  });

  it('shares none between two LAs, in all of England', () => {
    const owner = new Map<string, string>();
    for (const { code } of localAuthorities)
      for (const numbers of some(code, 14).values())
        for (const number of numbers) {
          expect(owner.get(number) ?? code).toBe(code);
          owner.set(number, code);
        }
  });

  it('refuses an LA that does not exist', () => {
    expect(() => madeUpRegister('999')).toThrow(RangeError);
  });
});
