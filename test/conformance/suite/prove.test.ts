import { disagreement, UnprovedSuiteError } from '../../../conformance/suite/prove.js';

const at = (rule: string, path: string) => ({ rule, path });

describe('the proof of an expectation', () => {
  it('asks for the same findings, in any order', () => {
    const [a, b] = [at('PER-01', '/a'), at('PER-02', '/b')];
    expect(disagreement('x', [a, b], [b, a])).toBeUndefined();
  });

  it.each([
    ['a finding that is not there', [at('PER-01', '/a')], []],
    ['a finding too many', [], [at('PER-01', '/a')]],
    ['another rule', [at('PER-01', '/a')], [at('PER-02', '/a')]],
    ['another place', [at('PER-01', '/a')], [at('PER-01', '/b')]],
    ['the same finding twice', [at('PER-01', '/a')], [at('PER-01', '/a'), at('PER-01', '/a')]],
  ])('fails for %s', (_, expected, found) => {
    expect(disagreement('x', expected, found)).toMatchObject({ id: 'x' });
  });

  it('names the first case that fails and counts the others', () => {
    const one = { id: 'PER-01.empty', expected: ['PER-01 at /a'], found: [] };
    expect(new UnprovedSuiteError([one, one]).message).toBe(
      'PER-01.empty: expected PER-01 at /a, but the reference validator finds nothing, and 1 more',
    );
  });
});
