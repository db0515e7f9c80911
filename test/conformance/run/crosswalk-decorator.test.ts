import { parseCrosswalk } from '../../../conformance/crosswalk/index.js';
import type { Answer, ReportedFinding } from '../../../conformance/judge/index.js';
import { withCrosswalk, type Validator } from '../../../conformance/run/index.js';

const crosswalk = parseCrosswalk(
  'rule,dfeCode,year,level\nPER-13,X101,2025,query\nPER-12,X102,2025,\nPER-14,X102,2025,\nPER-09,PER-11,2025,\n',
  'x.csv',
);

function saying(answer: Answer, capabilities: Partial<Validator['capabilities']> = {}): Validator {
  return withCrosswalk(
    {
      identity: { kind: 'test', name: 'test' },
      capabilities: { granularity: 'path', levels: true, ...capabilities },
      validate: () => Promise.resolve(answer),
      close: () => Promise.resolve(),
    },
    crosswalk,
  );
}

async function counted(finding: ReportedFinding, year = 2025): Promise<unknown> {
  const answer = await saying({ kind: 'findings', findings: [finding] }).validate({ file: '/f.xml', year });
  return answer.kind === 'findings' ? answer.findings[0] : answer;
}

describe('a validator with a crosswalk', () => {
  it('may report a rule under its code, and keeps what else it says', async () => {
    expect(await counted({ rule: ' X101', level: 'query', path: '/a' })).toEqual({
      rule: 'PER-13',
      code: ' X101',
      level: 'query',
      path: '/a',
    });
    expect(await counted({ rule: 'X102' })).toEqual({ rule: 'PER-12', code: 'X102', anyRuleOf: ['PER-12', 'PER-14'] });
  });

  it.each<[string, ReportedFinding, number]>([
    ['a rule of the kit, even where it is a code too', { rule: 'PER-11' }, 2025],
    ['a code that is not known', { rule: 'X999' }, 2025],
    ['a code of another year', { rule: 'X101' }, 2026],
    ['what an adapter made a rule of', { rule: '(code X101)', code: 'X101' }, 2025],
    ['a finding without a rule', { message: 'X101' }, 2025],
  ])('is left alone in %s', async (_, finding, year) => {
    expect(await counted(finding, year)).toEqual(finding);
  });

  it('gives no findings where there are none', async () => {
    const none = { kind: 'could-not-run', why: 'no' } as const;
    expect(await saying(none).validate({ file: '/f.xml', year: 2025 })).toBe(none);
  });

  it('is held to the levels of the crosswalk, and to those of its adapter before', () => {
    const plain = saying({ kind: 'findings', findings: [] }).capabilities;
    expect(['PER-13', 'PER-12'].map((rule) => plain.levelOf?.(rule, 2025))).toEqual(['query', undefined]);
    const adapted = saying({ kind: 'findings', findings: [] }, { levelOf: () => 'error' }).capabilities;
    expect(adapted.levelOf?.('PER-13', 2025)).toBe('error');
  });
});
