import { cutFinding, parseAnsweredFinding, parseReportedFinding } from '../../../conformance/judge/index.js';

const whole = {
  rule: 'PER-12',
  code: '100',
  anyRuleOf: ['PER-12', 'PER-13'],
  level: 'error',
  path: '/Message/Persons/Person[3]/UPN',
  anyItemOf: ['UPN'],
  person: 3,
  anyPersonOf: [3, 4],
  message: 'm',
};

describe('a finding as results keep it', () => {
  it('is read back whole, and through JSON', () => {
    expect(parseReportedFinding(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
    expect(parseReportedFinding({})).toEqual({});
    expect(parseReportedFinding({ ...whole, more: 1, person: { index: 3 } })).toEqual(whole);
  });

  it.each([
    [{ anyRuleOf: 'PER-12' }, 'anyRuleOf is not a list'],
    [{ anyRuleOf: [12] }, 'anyRuleOf is not a list of texts'],
    [{ anyItemOf: [null] }, 'anyItemOf is not a list of texts'],
    [{ anyPersonOf: ['3'] }, 'anyPersonOf is not a list of whole numbers'],
    [{ anyPersonOf: [1.5] }, 'anyPersonOf is not a list of whole numbers'],
    [{ code: 7 }, 'code is not text'],
  ])('%j is none', (value, message) => {
    expect(() => parseReportedFinding(value)).toThrow(message);
  });
});

describe('a finding that is far too long', () => {
  const long = 'x'.repeat(6_000_000);

  it('is cut where it is read, and says so', () => {
    const read = parseAnsweredFinding({ rule: long, level: long, path: long, message: long });
    expect([read.rule, read.level, read.path, read.message].map((text) => [text?.length, text?.at(-1)])).toEqual([
      [200, '…'],
      [200, '…'],
      [1000, '…'],
      [2000, '…'],
    ]);
    expect(parseReportedFinding(read)).toEqual(read);
  });

  it('is cut where an adapter makes it', () => {
    const { code, anyItemOf, ...rest } = cutFinding({
      ...whole,
      code: long,
      anyItemOf: Array.from({ length: 9999 }, () => long),
    });
    expect([code?.length, anyItemOf?.length, anyItemOf?.[0]?.length, anyItemOf?.at(-1)]).toEqual([200, 101, 200, '…']);
    expect(rest).toEqual({ ...whole, code: undefined, anyItemOf: undefined });
    expect(cutFinding(whole)).toEqual(whole);
  });
});

describe('a finding as a validator itself reports it', () => {
  it('cannot mean any of several rules, persons or items: it would be right whatever is expected', () => {
    const { rule, level, path, person, message } = whole;
    expect(parseAnsweredFinding(whole)).toEqual({ rule, level, path, person, message });
  });
});
