import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bytesSource, validate, type ByteSource } from '../../../src/validate/index.js';
import { sample, toXml, wrong } from './sample.js';

const year = 2025;
const clean = toXml(sample(year).ret, year);
const [start = '', person = '', end = ''] = clean.split(/(?=<Person>)|(?<=<\/Person>)/);

/** A file put together as it is read, a piece at a time. */
function madeOf(first: string, count: number, piece: (i: number) => string, last: string): ByteSource {
  return {
    size: 0,
    *chunks() {
      yield Buffer.from(first);
      for (let i = 0; i < count; i++) yield Buffer.from(piece(i));
      yield Buffer.from(last);
    },
  };
}

describe('the limit on what is listed', () => {
  it('lists the first findings and counts all', () => {
    const source = madeOf(
      start,
      300,
      () => person.replace('<Sex>M', `<Sex>${wrong}`).replace(/<UPN>.*<\/UPN>/, ''),
      end,
    );
    const { findings, summary, persons } = validate(source, { year, maxFindings: 25 });
    expect(persons).toBe(300);
    expect(findings.map((finding) => finding.person?.index)).toEqual(
      Array.from({ length: 25 }, (_, i) => 1 + Math.floor(i / 2)),
    );
    expect(summary).toEqual({
      errors: 600,
      queries: 0,
      byRule: { 'PER-19': 300, 'VAL-Person.Sex': 300 },
      stored: 25,
      stopped: null,
    });
  });

  it('holds for what waits until its person is known', () => {
    const many = person.replace('<Sex>', `${'<x/>'.repeat(1000)}<Sex a="">`);
    const { findings, summary } = validate(bytesSource(Buffer.from(start + many + end)), { year, maxFindings: 5 });
    expect(findings.map(({ rule, path, person: who }) => [rule, path, who?.index])).toEqual(
      ['x', 'x[2]', 'x[3]', 'x[4]', 'x[5]'].map((tag) => ['FILE-06', `/Message/Persons/Person[1]/${tag}`, 1]),
    );
    expect(summary.byRule).toEqual({ 'FILE-06': 1000, 'FILE-11': 1 });
  });

  it('may be nothing', () => {
    const { findings, summary } = validate(bytesSource(Buffer.from(start + end)), { year, maxFindings: 0 });
    expect([findings, summary.byRule]).toEqual([[], { 'FILE-09': 1 }]);
  });
});

describe('memory', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };

  it('does not hold the file for the sake of what is told of it', () => {
    const filler = `<!--${'x'.repeat(250_000)}-->`;
    // Long enough to be cut from the file in place of copied.
    const odd = person
      .replace('<Surname>Ash', '<Surname>Ash-of-the-long-1-name')
      .replace('<Sex>', '<Rather-long-name/><Sex>');
    const before = held();
    const result = validate(
      madeOf(start, 120, () => odd + filler, end),
      { year },
    );
    const grown = held() - before;
    expect(result.findings).toHaveLength(242);
    // 120 pieces of 250 kB, were they held.
    expect(grown).toBeLessThan(5_000_000);
  });
});

describe('a hostile file', () => {
  const inPerson = (text: string): string => start + person.replace('<Sex>', `${text}<Sex>`) + end;
  const rows: readonly (readonly [name: string, xml: () => string, byRule: Readonly<Record<string, number>>])[] = [
    ['elements in elements', () => inPerson('<a>'.repeat(2e5) + '</a>'.repeat(2e5)), { 'FILE-06': 1 }],
    ['unknown names', () => inPerson(Array.from({ length: 2e5 }, (_, i) => `<u${i}/>`).join('')), { 'FILE-06': 2e5 }],
    ['surplus', () => inPerson('<Surname>x</Surname>'.repeat(1e5)), { 'FILE-08': 1e5 }],
    [
      'attributes',
      () =>
        (start + person + end).replace('<Sex', `<Sex${Array.from({ length: 1e5 }, (_, i) => ` a${i}=""`).join('')}`),
      { 'FILE-11': 1 },
    ],
    ['text', () => (start + person + end).replace('<Surname>', `<Surname>${'x'.repeat(4e6)}`), {}],
    ['references', () => (start + person + end).replace('<Surname>', `<Surname>${'&amp;'.repeat(5e5)}`), {}],
    ['a comment', () => (start + person + end).replace('<Message>', `<!--${'- '.repeat(1e6)}--><Message>`), {}],
    ['one identifier on everyone', () => start + person.repeat(5000) + end, { 'RET-01': 1, 'RET-03': 1 }],
  ];

  it.each(rows)('of %s is read in good time', (_name, xml, byRule) => {
    const bytes = Buffer.from(xml());
    const begun = performance.now();
    expect(validate(bytesSource(bytes), { year }).summary.byRule).toEqual(byRule);
    // Each takes a second or so; anything quadratic takes minutes.
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});
