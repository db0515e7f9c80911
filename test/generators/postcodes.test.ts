import { postcodeSource } from '../../generators/postcodes.js';
import { localAuthorities, patterns } from '../../src/model/index.js';
import { randomFor } from '../../src/random/index.js';

describe('postcodeSource', () => {
  it.each(localAuthorities.map(({ code, name }) => [code, name]))('makes postcodes of %s %s', (code) => {
    const draw = postcodeSource(code);
    const random = randomFor(code);
    for (let i = 0; i < 50; i++) expect(draw(random)).toMatch(new RegExp(`^${patterns.postcode}$`));
  });

  it('stays in the districts of the LA', () => {
    const draw = postcodeSource('202');
    const random = randomFor('Camden');
    const districts = new Set(Array.from({ length: 200 }, () => draw(random).split(' ')[0]));
    expect([...districts].sort()).toEqual(['NW1', 'NW3', 'NW5', 'NW6']);
  });
});
