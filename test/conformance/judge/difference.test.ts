import { differenceOf, type Capabilities, type ReportedFinding } from '../../../conformance/judge/index.js';
import { error } from '../tiny-suite.js';

const upn = '/Message/Persons/Person[1]/UPN';
const expected = [error('PER-13', upn), error('PER-01', '/Message/Persons/Person[2]/Surname', 2)];
const byPath: Capabilities = { granularity: 'path', levels: true };

const difference = (
  reported: readonly ReportedFinding[],
  capabilities: Capabilities = byPath,
): { missed: readonly string[]; raised: readonly string[] } => differenceOf(expected, reported, capabilities, 2025);

describe('the difference of two validators', () => {
  it('is nothing where each finding is there, in whatever order', () => {
    const same = [...expected].reverse();
    expect(difference(same.map(({ rule, level, path }) => ({ rule, level, path })))).toEqual({
      missed: [],
      raised: [],
    });
  });

  it('tells rules that are missed and raised, each once and in order', () => {
    const raised = ['PER-20', 'PER-10', 'PER-10'].map((rule, i) => ({
      rule,
      path: `/Message/Persons/Person[${i + 1}]`,
    }));
    expect(difference(raised)).toEqual({ missed: ['PER-01', 'PER-13'], raised: ['PER-10', 'PER-20'] });
  });

  it.each<[string, ReportedFinding]>([
    ['another place', { rule: 'PER-13', path: '/Message/Persons/Person[3]/UPN' }],
    ['another level', { rule: 'PER-13', path: upn, level: 'query' }],
  ])('is both at %s', (_, finding) => {
    const other = { rule: 'PER-01', path: '/Message/Persons/Person[2]/Surname' };
    expect(difference([finding, other])).toEqual({ missed: ['PER-13'], raised: ['PER-13'] });
  });

  it('is looked for no finer than the validator says', () => {
    const rules = [{ rule: 'PER-13' }, { rule: 'PER-01' }, { rule: 'PER-01' }];
    expect(difference(rules, { granularity: 'rule', levels: false })).toEqual({ missed: [], raised: [] });
    const cannot: Capabilities = { ...byPath, cannotReport: (rule) => (rule === 'PER-01' ? 'no code' : undefined) };
    expect(difference([{ rule: 'PER-13', path: upn }], cannot)).toEqual({ missed: [], raised: [] });
  });

  it('of one that only says valid or not hangs on what a schema can state', () => {
    const schema: Capabilities = { granularity: 'file', levels: false };
    expect(difference([{}], schema)).toEqual({ missed: [], raised: [] });
    expect(difference([], schema).missed).toHaveLength(1);
    expect(differenceOf(expected, [], schema, 2025, () => false)).toEqual({ missed: [], raised: [] });
    expect(differenceOf([], [{}], schema, 2025).raised).toHaveLength(1);
  });
});
