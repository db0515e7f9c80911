import { caseSelector, globMatcher } from '../../../conformance/suite/index.js';

const chosen = (globs: string[], id: string, rule: string | null): boolean => caseSelector(globs)({ id, rule });

describe('caseSelector', () => {
  it('chooses all where there is no glob', () => {
    expect(chosen([], 'valid.plain', null)).toBe(true);
  });

  it('holds a glob against the whole id and the whole rule', () => {
    expect(chosen(['PER-1*'], 'PER-13.wrong-check-letter', 'PER-13')).toBe(true);
    expect(chosen(['PER-1*'], 'PER-01.left-out', 'PER-01')).toBe(false);
    expect(chosen(['PER-13'], 'PER-13.wrong-check-letter', 'PER-13')).toBe(true);
    expect(chosen(['PER-1'], 'PER-13.wrong-check-letter', 'PER-13')).toBe(false);
    expect(chosen(['*.left-out'], 'PER-01.left-out', 'PER-01')).toBe(true);
    expect(chosen(['PER-0?'], 'PER-01.left-out', 'PER-01')).toBe(true);
    expect(chosen(['HDR-*', 'valid.*'], 'valid.plain', null)).toBe(true);
  });

  it('holds a glob against the file, where there is one', () => {
    const packed = caseSelector(['cases/packed-*']);
    expect(packed({ id: 'a.b', rule: null, file: 'cases/packed-1.xml' })).toBe(true);
    expect(packed({ id: 'a.b', rule: null, file: 'cases/0123.xml' })).toBe(false);
    expect(packed({ id: 'a.b', rule: null })).toBe(false);
  });

  it('takes everything but * and ? as it stands', () => {
    expect(chosen(['VAL-Person.Sex'], 'x', 'VAL-PersonXSex')).toBe(false);
    expect(chosen(['[A-Z]+'], 'PER', null)).toBe(false);
  });
});

describe('globMatcher', () => {
  it('fits what the expression of the same meaning fits', () => {
    const words = (letters: string, longest: number): string[] => {
      const all = [''];
      for (let from = 0, length = 1; length <= longest; length++) {
        const to = all.length;
        for (; from < to; from++) for (const letter of letters) all.push((all[from] ?? '') + letter);
      }
      return all;
    };
    const texts = words('ab', 6);
    for (const glob of words('ab*?', 4)) {
      const expression = new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
      const fits = globMatcher(glob);
      expect([glob, texts.filter(fits)]).toEqual([glob, texts.filter((text) => expression.test(text))]);
    }
  });

  it('stands for line breaks too', () => {
    expect(globMatcher('a?b*')('a\nb\n')).toBe(true);
  });

  it.each([
    ['********************zz', `${'z'.repeat(5000)}a`],
    ['*-*-*-INFO', '-'.repeat(5000)],
    [`${'*a'.repeat(50)}b`, 'a'.repeat(5000)],
  ])('is quick with %s', (glob, text) => {
    const started = performance.now();
    expect(globMatcher(glob)(text)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
