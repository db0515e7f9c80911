import { parseAnsweredFinding, parseReportedFinding } from '../../../conformance/judge/index.js';

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

describe('a finding as a validator itself reports it', () => {
  it('cannot mean any of several rules, persons or items: it would be right whatever is expected', () => {
    const { rule, level, path, person, message } = whole;
    expect(parseAnsweredFinding(whole)).toEqual({ rule, level, path, person, message });
  });
});
