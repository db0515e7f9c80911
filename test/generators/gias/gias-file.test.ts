import { readGias, registerRows } from '../../../generators/gias/index.js';
import { GiasError, giasRegister, madeUpRegister, makePersonSource } from '../../../generators/index.js';
import { randomFor } from '../../../src/random/index.js';

const head =
  'URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,UKPRN,Postcode';
const row = (
  urn: number,
  la: number,
  number: string,
  type: string,
  low: string,
  high: string,
  status = 'Open',
): string =>
  `${urn},${la},Some LA,${number},"School ${urn}, The",${type},${status},Primary,${low},${high},1000${urn.toString().slice(-4)},NW1 1AA`;
const text = [
  head,
  row(100001, 202, '2001', 'Community school', '4', '11'),
  row(100002, 202, '4001', 'Voluntary aided school', '11', '18'),
  row(100003, 202, '2002', 'Community school', '4', '11', 'Closed'),
  row(100004, 206, '2003', 'Community school', '4', '11'),
  row(100005, 850, '2004', 'Community school', '4', '11'),
  row(100006, 850, '7004', 'Community special school', '2', '19'),
  row(100007, 202, '', "Children's centre", '', ''),
].join('\r\n');

describe('readGias', () => {
  it('takes open establishments with what the return needs of them', () => {
    const entries = readGias(`\uFEFF${text}\r\n`);
    expect(entries.map(({ urn }) => urn)).toEqual(['100001', '100002', '100004', '100005', '100006']);
    expect(entries[0]).toEqual({
      urn: '100001',
      ukprn: '10000001',
      kind: 'mainstream_la_maintained',
      name: 'School 100001, The',
      la: '202',
      number: '2001',
      lowAge: 4,
      highAge: 11,
      postcode: 'NW1 1AA',
    });
  });

  it.each([
    ['', /has no establishment/],
    ['URN,Name\n1,a\n', /has no column "LA \(code\)", "TypeOfEstablishment \(name\)"/],
    ['"', /is not CSV/],
  ])('refuses %j', (given, message) => {
    expect(() => readGias(given)).toThrow(message);
    expect(() => readGias(given)).toThrow(GiasError);
  });

  it('reads back what is written of a made-up register', () => {
    const { entries } = madeUpRegister('202');
    const csv = registerRows(entries)
      .map((cells) => cells.join(','))
      .join('\r\n');
    expect(readGias(csv)).toEqual(entries);
  });
});

describe('giasRegister', () => {
  const register = giasRegister('202', readGias(text));
  const drawn = (age: number): Set<string | undefined> =>
    new Set(
      Array.from({ length: 400 }, (_, i) => register.establishment('mainstream_la_maintained', age, randomFor(i)).urn),
    );

  it('places by age, at home mostly, next door and beyond', () => {
    expect(drawn(6)).toEqual(new Set(['100001', '100004', '100005']));
    expect(drawn(14)).toEqual(new Set(['100002']));
    const urns = Array.from(
      { length: 400 },
      (_, i) => register.establishment('mainstream_la_maintained', 6, randomFor(i)).urn,
    );
    const shareOf = (urn: string): number => urns.filter((one) => one === urn).length / urns.length;
    expect(shareOf('100001')).toBeGreaterThan(0.7);
    expect(shareOf('100004')).toBeGreaterThan(shareOf('100005'));
  });

  it('takes one elsewhere where the LA has none of a kind, and a made-up one where nobody has', () => {
    expect(register.establishment('special_la_maintained', 8, randomFor('a')).urn).toBe('100006');
    expect(register.establishment('ukrlp_provider', 18, randomFor('a')).ukprn).toMatch(/^1\d{7}$/);
  });

  it('refuses an LA of which it has nothing', () => {
    expect(() => giasRegister('330', readGias(text))).toThrow(/has no open establishment of LA 330/);
  });
});

describe('a return that places people in real establishments', () => {
  it('gives UPNs with the numbers of the register', () => {
    const source = makePersonSource({ year: 2026, la: '202', seed: 'gias', establishments: readGias(text) });
    const upns = Array.from({ length: 300 }, (_, k) => source.person(k).UPN).filter((upn) => upn !== undefined);
    expect(upns.length).toBeGreaterThan(200);
    for (const upn of upns) expect(['2022001', '2024001']).toContain(upn.slice(1, 8));
    expect(new Set(upns).size).toBe(upns.length);
  });
});

describe('made-up registers', () => {
  it('give UPNs of a return the numbers of their schools, with names, ages and postcodes for each', () => {
    const { entries } = madeUpRegister('330');
    const numbers = new Set(entries.map(({ number }) => number));
    const source = makePersonSource({ year: 2026, la: '330', seed: 'numbers' });
    for (let k = 0; k < 300; k++) {
      const { UPN } = source.person(k);
      if (UPN !== undefined) expect([UPN.slice(1, 4), numbers.has(UPN.slice(4, 8))]).toEqual(['330', true]);
    }
    for (const { name, postcode, lowAge, highAge } of entries) {
      expect(name).toMatch(/^[A-Z][a-z]+ /);
      expect(postcode).toMatch(/^B\d+ \d[A-Z]{2}$/);
      expect(lowAge).toBeLessThan(highAge);
    }
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
  });
});
