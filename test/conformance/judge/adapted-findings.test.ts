import { error } from '../tiny-suite.js';
import { crash, exact, person, put, sex, upn, wanted, type Options } from './put.js';

describe('a code that stands for several rules', () => {
  const both = { rule: 'PER-12', anyRuleOf: ['PER-12', 'PER-13'], code: '100' };
  const other = error('PER-12', upn, 3);

  it('fits a finding of any of them', () => {
    expect(put([wanted], [{ ...both, path: upn }]).verdict).toBe('match');
    expect(put([other], [{ ...both, path: upn }]).verdict).toBe('match');
    expect(put([error('PER-14', upn, 3)], [{ ...both, path: upn }]).verdict).toBe('wrong-code');
    expect(put([wanted], [{ ...both, path: sex }]).verdict).toBe('wrong-place');
  });

  it('may stand for all of them at its place, and no further', () => {
    expect(put([wanted, other], [{ ...both, path: upn }]).verdict).toBe('match');
    expect(put([wanted, error('PER-12', sex, 3)], [{ ...both, path: upn }]).verdict).toBe('missed');
  });

  it('is a false alarm of each of them, told as one', () => {
    const judgement = put([], [{ ...both, path: upn }]);
    expect(judgement.verdict).toBe('false-alarm');
    expect(judgement.falseAlarms).toEqual(['PER-12', 'PER-13']);
    expect(judgement.why).toBe(`PER-12 or PER-13 at ${upn} was reported and is not expected`);
  });

  it('is set aside where the parent has it', () => {
    expect(put([wanted], [{ ...both, path: upn }], { onParent: [{ ...both, path: upn }] }).verdict).toBe('missed');
    expect(put([], [{ ...both, path: upn }], { onParent: [{ ...both, path: upn }] }).verdict).toBe('match');
  });

  it('goes beside a code for one of them', () => {
    const one = { rule: 'PER-13', code: '7', path: upn };
    expect(put([wanted], [{ ...both, path: upn }, one]).verdict).toBe('match');
    expect(put([wanted], [one, { ...both, path: upn }]).verdict).toBe('match');
  });
});

describe('two codes that mean the same rule', () => {
  const a = { rule: 'PER-13', code: 'A', path: upn };
  const b = { rule: 'PER-13', code: 'B', path: upn };

  it('at the same place say one thing', () => {
    expect(put([wanted], [a, b]).verdict).toBe('match');
    expect(put([wanted], [b, a]).verdict).toBe('match');
  });

  it('at two places say two', () => {
    expect(put([wanted], [a, { ...b, path: sex }]).verdict).toBe('false-alarm');
  });

  it('do not excuse one code said twice', () => {
    expect(put([wanted], [a, a]).verdict).toBe('false-alarm');
    expect(put([wanted], [a, b, a]).verdict).toBe('false-alarm');
    expect(put([wanted, wanted], [a, b, a]).verdict).toBe('match');
  });

  it('are set aside each where the parent has that one', () => {
    expect(put([wanted], [a, b], { onParent: [a] }).verdict).toBe('match');
    expect(put([wanted], [a], { onParent: [a] }).verdict).toBe('missed');
    expect(put([wanted], [b], { onParent: [a] }).verdict).toBe('match');
    expect(put([], [a, b], { onParent: [a] }).verdict).toBe('false-alarm');
  });
});

describe('a person who may be any of several', () => {
  it('fits each of them, and nobody else', () => {
    expect(put([wanted], [{ rule: 'PER-13', anyPersonOf: [1, 3] }]).verdict).toBe('match');
    expect(put([wanted], [{ rule: 'PER-13', anyPersonOf: [1, 2] }]).verdict).toBe('wrong-place');
    expect(put([wanted], [{ rule: 'PER-13', anyPersonOf: [1, 2] }], { granularity: 'rule' }).verdict).toBe('match');
  });

  it('who is nobody in the file fits nowhere', () => {
    const judgement = put([wanted], [{ rule: 'PER-13', person: 0 }], { granularity: 'person' });
    expect(judgement.verdict).toBe('wrong-place');
    expect(judgement.why).toBe(`PER-13 for somebody who is not in the file was reported, expected at ${upn}`);
  });
});

describe('items that a finding may be at', () => {
  it('are any of those named, where items are judged', () => {
    const said = { rule: 'PER-13', person: 3, anyItemOf: ['Sex', 'UPN'] };
    expect(put([wanted], [said], { granularity: 'item' }).verdict).toBe('match');
    expect(put([wanted], [{ ...said, anyItemOf: ['Sex'] }], { granularity: 'item' }).verdict).toBe('wrong-place');
    expect(put([wanted], [{ ...said, anyItemOf: ['Sex'] }], { granularity: 'person' }).verdict).toBe('match');
  });

  it('come before the end of the path, and have one spelling', () => {
    const setting = error('PLC-17', `${person}/Requests[1]/ActivePlans/PlacementDetail[1]/SENSetting`, 3);
    const said = { rule: 'PLC-17', path: `${person}/Requests[1]`, anyItemOf: ['SENsetting'] };
    expect(put([setting], [said], { granularity: 'item' }).verdict).toBe('match');
  });
});

describe('rules that a validator cannot report', () => {
  const other = error('PER-09', sex, 3);
  const cannotReport = (rule: string, year: number): string | undefined =>
    rule === 'PER-13' && year === 2025 ? 'the adapter names no code for PER-13' : undefined;
  const lacking: Options = { cannotReport };

  it('make a case of nothing else unsupported, whatever was reported', () => {
    for (const reported of [[], [exact], [{ rule: 'PER-09', path: sex }]]) {
      const { verdict, why, falseAlarms } = put([wanted, wanted], reported, lacking);
      expect([verdict, why, falseAlarms]).toEqual(['unsupported', 'the adapter names no code for PER-13', []]);
    }
  });

  it('are not asked for where others are', () => {
    const reported = [{ rule: 'PER-09', path: sex }];
    const judgement = put([wanted, other], reported, lacking);
    expect(judgement.verdict).toBe('match');
    expect(judgement.expected).toEqual([other]);
    expect(put([wanted, other], [], lacking).verdict).toBe('missed');
  });

  it('change nothing where nothing is expected', () => {
    expect(put([], [], lacking).verdict).toBe('match');
    expect(put([], [exact], lacking).verdict).toBe('false-alarm');
  });

  it('are no alternative of nothing', () => {
    const tiny = { status: 'queried', alternatives: [[wanted]] } as const;
    expect(put([other], [], { ...lacking, tiny }).verdict).toBe('missed');
    expect(put([other], [], { tiny: { status: 'queried', alternatives: [[]] }, ...lacking }).verdict).toBe('match');
  });

  it('leave could-not-run and disputed as they are', () => {
    expect(put([wanted], crash, lacking).verdict).toBe('could-not-run');
    expect(put([wanted], [], { ...lacking, tiny: { status: 'disputed' } }).verdict).toBe('disputed');
  });
});

describe('levels that are told from elsewhere', () => {
  const levelOf: Options['levelOf'] = (rule, year) => (rule === 'PER-13' && year === 2025 ? 'query' : undefined);

  it("are expected in place of the kit's own", () => {
    const judgement = put([wanted], [{ ...exact, level: 'query' }], { levelOf });
    expect(judgement.verdict).toBe('match');
    expect(judgement.expected).toEqual([{ ...wanted, level: 'query' }]);
    expect(put([wanted], [exact], { levelOf }).verdict).toBe('wrong-level');
    expect(put([error('PER-09', sex, 3)], [{ rule: 'PER-09', path: sex, level: 'error' }], { levelOf }).verdict).toBe(
      'match',
    );
  });

  it('are judged only where levels are declared', () => {
    expect(put([wanted], [exact], { levelOf, levels: false }).verdict).toBe('match');
  });
});
