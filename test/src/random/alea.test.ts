import seedrandom from 'seedrandom';
import { Alea } from '../../../src/random/alea.js';

describe('Alea', () => {
  it('draws what seedrandom draws, from any seed', () => {
    const seeds = ['', ' ', 'é€😀', ...Array.from({ length: 3000 }, (_, k) => JSON.stringify([1, `seed ${k % 7}`, k]))];
    for (const seed of seeds) {
      const [ours, theirs] = [new Alea(seed), seedrandom.alea(seed)];
      for (let draw = 0; draw < 50; draw++) expect(ours.next()).toBe(theirs());
    }
  });
});
