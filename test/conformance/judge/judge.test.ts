import type { Granularity, Judgement, ReportedFinding } from '../../../conformance/judge/index.js';
import { error } from '../tiny-suite.js';
import { crash, exact, person, put, refusal, sex, upn, wanted, type Options } from './put.js';

describe('verdicts, by precedence', () => {
  it.each<[string, Judgement, string]>([
    ['disputed comes before could-not-run', put([wanted], crash, { tiny: { status: 'disputed' } }), 'disputed'],
    ['disputed comes before match', put([wanted], [exact], { tiny: { status: 'disputed' } }), 'disputed'],
    ['could-not-run for no answer', put([wanted], crash), 'could-not-run'],
    ['could-not-run never matches an expectation of nothing', put([], crash), 'could-not-run'],
    ['could-not-run where the parent could not', put([wanted], [exact], { onParent: crash }), 'could-not-run'],
    ['could-not-run comes before unsupported', put([wanted], refusal, { onParent: crash }), 'could-not-run'],
    ['unsupported', put([wanted], refusal), 'unsupported'],
    ['unsupported where the parent is', put([wanted], [exact], { onParent: refusal }), 'unsupported'],
    ['match', put([wanted], [exact]), 'match'],
    ['match of nothing', put([], []), 'match'],
    ['missed', put([wanted], []), 'missed'],
    ['missed comes before false-alarm', put([wanted], [{ rule: 'HDR-02', path: '/Message/Header' }]), 'missed'],
    [
      'missed comes before wrong-level',
      put([wanted, error('PER-09', sex, 3)], [{ ...exact, level: 'query' }]),
      'missed',
    ],
    ['false-alarm', put([wanted], [exact, { rule: 'PER-09', path: sex }]), 'false-alarm'],
    ['false-alarm for the same finding twice', put([wanted], [exact, exact]), 'false-alarm'],
    ['false-alarm on a valid case', put([], [exact], { tiny: { kind: 'valid' }, onParent: null }), 'false-alarm'],
    [
      'false-alarm comes before wrong-code',
      put(
        [wanted],
        [
          { ...exact, rule: 'PER-12' },
          { rule: 'PER-09', path: sex },
        ],
      ),
      'false-alarm',
    ],
    ['wrong-code', put([wanted], [{ ...exact, rule: 'PER-12' }]), 'wrong-code'],
    ['wrong-code without a place', put([wanted], [{ rule: 'PER-12' }]), 'wrong-code'],
    [
      'wrong-code comes before wrong-place',
      put(
        [wanted, error('PER-09', sex, 3)],
        [
          { rule: 'PER-12', path: upn },
          { rule: 'PER-09', path: `${person}/UPNunknown` },
        ],
      ),
      'wrong-code',
    ],
    ['wrong-place', put([wanted], [{ ...exact, path: sex }]), 'wrong-place'],
    ['wrong-place for the wrong person', put([wanted], [{ ...exact, person: 4 }]), 'wrong-place'],
    ['wrong-place comes before wrong-level', put([wanted], [{ ...exact, path: sex, level: 'query' }]), 'wrong-place'],
    ['wrong-level', put([wanted], [{ ...exact, level: 'query' }]), 'wrong-level'],
  ])('%s', (_, judgement, verdict) => {
    expect(judgement.verdict).toBe(verdict);
    expect(judgement.why === null).toBe(verdict === 'match');
  });

  it('says in words what was wrong', () => {
    expect(put([wanted], []).why).toBe(`PER-13 at ${upn} was not reported`);
    expect(put([wanted], [exact], { onParent: crash }).why).toBe('its parent valid.x could not be run: exit code 7');
    expect(put([wanted], [{ ...exact, level: 'query' }]).why).toBe('PER-13 was reported as query, expected error');
    expect(put([wanted], [{ ...exact, path: sex }]).why).toBe(`PER-13 at ${sex} was reported, expected at ${upn}`);
    expect(put([wanted], [{ ...exact, rule: 'PER-12' }]).why).toBe(`PER-12 at ${upn} was reported in place of PER-13`);
    const noise = [1, 2, 3, 4, 5].map((n) => ({ rule: `X-0${n}`, path: '/Message' }));
    expect(put([], noise).why).toMatch(/; and 2 more$/);
  });
});

describe('what a finding lacks', () => {
  it.each<[string, ReportedFinding]>([
    ['level', { rule: 'PER-13', path: upn, person: 3 }],
    ['person', { rule: 'PER-13', level: 'error', path: upn }],
    ['the position of the person', { rule: 'PER-13', level: 'error', path: upn, person: {} }],
    ['path', { rule: 'PER-13', level: 'error', person: 3 }],
    ['all but the rule', { rule: 'PER-13' }],
  ])('is not judged: %s', (_, finding) => {
    expect(put([wanted], [finding]).verdict).toBe('match');
  });

  it('is judged where it is there', () => {
    expect(put([wanted], [{ rule: 'PER-13', person: 4 }]).verdict).toBe('wrong-place');
    expect(put([wanted], [{ rule: 'PER-13', level: 'query' }]).verdict).toBe('wrong-level');
  });

  it('lets a finding without a path stand for all it is true of, however often it is said', () => {
    const both = [error('PER-03', `${person}/Surname`, 3), error('PER-03', `${person}/Forename`, 3)];
    expect(put(both, [{ rule: 'PER-03' }]).verdict).toBe('match');
    expect(put(both, [{ rule: 'PER-03' }, { rule: 'PER-03' }]).verdict).toBe('match');
    expect(put(both, [{ rule: 'PER-03', person: 3 }]).verdict).toBe('match');
    expect(put(both, [{ rule: 'PER-03', path: `${person}/Surname` }]).verdict).toBe('missed');
  });

  it('judges no person of a finding about the return, and does of one about the header', () => {
    const group = error('RET-01', '/Message/Persons', null);
    expect(put([group], [{ rule: 'RET-01', path: '/Message/Persons', person: 2 }]).verdict).toBe('match');
    expect(put([group], [{ rule: 'RET-01', path: `${person}/UPN` }]).verdict).toBe('wrong-place');
    const year = error('HDR-02', '/Message/Header/CollectionDetails/Year', null);
    expect(put([year], [{ rule: 'HDR-02', person: 2 }]).verdict).toBe('wrong-place');
  });

  it('takes both spellings of SENSetting', () => {
    const setting = `${person}/Requests[1]/ActivePlans/PlacementDetail[1]/SENSetting`;
    const expected = error('PLC-17', setting, 3);
    const reported = { rule: 'PLC-17', path: setting.replace('SENSetting', 'SENsetting') };
    expect(put([expected], [reported]).verdict).toBe('match');
    expect(put([expected], [{ ...reported, path: `${setting}Other` }]).verdict).toBe('wrong-place');
  });
});

describe('a finding about a group of persons', () => {
  const group = { rule: 'RET-01', level: 'error', path: '/Message/Persons', person: null } as const;
  const of = (index: number) => ({ rule: 'RET-01', level: 'error', path: '/Message/Persons', person: { index } });

  it('may be told once for each of them', () => {
    expect(put([group], [of(1), of(4), of(7)]).verdict).toBe('match');
    expect(put([group], [of(4)]).verdict).toBe('match');
  });

  it('is a false alarm where there is no group, and twice where nobody is named', () => {
    expect(put([], [of(1), of(4)]).verdict).toBe('false-alarm');
    const unnamed = { rule: 'RET-01', level: 'error', path: '/Message/Persons' };
    expect(put([group], [unnamed, unnamed]).verdict).toBe('false-alarm');
  });
});

describe('what was reported on the parent too', () => {
  const stray: ReportedFinding = { rule: 'PER-11', path: `${person}/PostCode` };

  it('does not count against the validator', () => {
    const judgement = put([wanted], [exact, stray], { onParent: [stray] });
    expect(judgement.verdict).toBe('match');
    expect(judgement.parentReported).toEqual([stray]);
    expect(judgement.reported).toEqual([exact, stray]);
    expect(judgement.falseAlarms).toEqual([]);
  });

  it('can never be what was expected', () => {
    expect(put([wanted], [exact], { onParent: [exact] }).verdict).toBe('missed');
    expect(put([wanted], [{ rule: 'PER-13' }], { onParent: [{ rule: 'PER-13' }] }).verdict).toBe('missed');
    expect(put([], [exact], { onParent: [exact] }).verdict).toBe('match');
  });

  it('is taken out as often as it stands there, and no more', () => {
    expect(put([wanted], [exact, exact], { onParent: [exact] }).verdict).toBe('match');
    expect(put([wanted], [exact, exact, exact], { onParent: [exact] }).verdict).toBe('false-alarm');
  });

  it('is told by rule, level and place together', () => {
    expect(put([wanted], [exact], { onParent: [{ ...exact, path: `${person}/X` }] }).verdict).toBe('match');
    expect(put([wanted], [exact], { onParent: [{ ...exact, level: 'query' }] }).verdict).toBe('match');
  });
});

describe('alternatives', () => {
  const other = error('PER-09', sex, 3);

  it('are each as right', () => {
    const tiny = { status: 'queried', alternatives: [[], [other]] } as const;
    expect(put([wanted], [exact], { tiny }).verdict).toBe('match');
    expect(put([wanted], [], { tiny }).verdict).toBe('match');
    const third = put([wanted], [{ rule: 'PER-09', path: sex }], { tiny });
    expect(third.verdict).toBe('match');
    expect(third.expected).toEqual([other]);
  });

  it('are sets of their own, not added up', () => {
    const tiny = { status: 'queried', alternatives: [[other]] } as const;
    expect(put([wanted], [exact, { rule: 'PER-09', path: sex }], { tiny }).verdict).toBe('false-alarm');
  });

  it('are judged by the one that comes nearest', () => {
    const tiny = { status: 'queried', alternatives: [[other]] } as const;
    expect(put([wanted], [{ rule: 'PER-09', path: sex, level: 'query' }], { tiny }).verdict).toBe('wrong-level');
  });
});

describe('granularity', () => {
  const need = `${person}/Requests[1]/ActivePlans/SENneed[2]`;
  const type = error('PLC-25', `${need}/SENtype`, 3);
  const said = (path: string, more: Partial<ReportedFinding> = {}): ReportedFinding => ({
    rule: 'PLC-25',
    path,
    ...more,
  });

  it.each<[Granularity, ReportedFinding, string]>([
    ['rule', said('/anything', { person: 9 }), 'match'],
    ['rule', { rule: 'PLC-26', path: type.path }, 'wrong-code'],
    ['person', said(`${person}/anything`), 'match'],
    ['person', said('/anything', { person: { index: 3 } }), 'match'],
    ['person', said('/Message/Persons/Person[4]/Sex'), 'wrong-place'],
    ['record', said(need), 'match'],
    ['record', said(`${need}/SENtypeRank`), 'match'],
    ['record', said(need.replace('[2]', '[1]')), 'wrong-place'],
    ['item', said(`${need.replace('[2]', '[1]')}/SENtype`), 'match'],
    ['item', said(`${need}/SENtypeRank`), 'wrong-place'],
    ['item', said(type.path.replace('Person[3]', 'Person[4]')), 'wrong-place'],
    ['path', said(type.path), 'match'],
    ['path', said(`${need.replace('[2]', '[1]')}/SENtype`), 'wrong-place'],
  ])('%s: %j is a %s', (granularity, finding, verdict) => {
    expect(put([type], [finding], { granularity }).verdict).toBe(verdict);
  });

  it.each<Granularity>(['rule', 'person', 'record', 'item'])('%s: the same is said once or more', (granularity) => {
    const findings = [said(type.path), said(type.path)];
    expect(put([type], findings, { granularity }).verdict).toBe('match');
    expect(put([], findings, { granularity }).verdict).toBe('false-alarm');
    expect(put([type], findings, { granularity, onParent: [said(type.path)] }).verdict).toBe('missed');
  });

  it('rule: the set of rules is compared', () => {
    const both = [type, error('PLC-26', `${need}/SENtypeRank`, 3)];
    expect(put(both, [{ rule: 'PLC-26' }, { rule: 'PLC-25' }], { granularity: 'rule' }).verdict).toBe('match');
    expect(put(both, [{ rule: 'PLC-26' }], { granularity: 'rule' }).verdict).toBe('missed');
  });

  it('record: a missing container may be reported at what lacks it', () => {
    const expected = [error('PER-23', `${person}/Requests`, 3)];
    expect(put(expected, [{ rule: 'PER-23', path: person }], { granularity: 'record' }).verdict).toBe('match');
    expect(put(expected, [{ rule: 'PER-23', path: person }], { granularity: 'path' }).verdict).toBe('wrong-place');
  });

  it('does not look at levels that the validator does not have', () => {
    const finding = { ...exact, level: 'fatal' };
    expect(put([wanted], [finding], { levels: false }).verdict).toBe('match');
    expect(put([wanted], [finding], { levels: true }).verdict).toBe('wrong-level');
  });
});

describe('a validator that can only say valid or not', () => {
  const invalid: ReportedFinding[] = [{ message: 'Element Sex is missing' }];
  const file: Options = { granularity: 'file', levels: false, statedBySchema: (rule) => rule === 'PER-13' };

  it.each<[string, Judgement, string]>([
    ['refuses what it can state', put([wanted], invalid, file), 'match'],
    ['lets through what it can state', put([wanted], [], file), 'missed'],
    ['lets through what it cannot state', put([error('PER-09', sex)], [], file), 'unsupported'],
    ['refuses what it cannot state', put([error('PER-09', sex)], invalid, file), 'unsupported'],
    ['refuses one of two that it can state', put([error('PER-09', sex), wanted], invalid, file), 'match'],
    ['lets through a valid file', put([], [], file), 'match'],
    ['refuses a valid file', put([], invalid, file), 'false-alarm'],
    ['refuses a broken file and its parent', put([wanted], invalid, { ...file, onParent: invalid }), 'missed'],
    ['refuses a valid file and its parent', put([], invalid, { ...file, onParent: invalid }), 'match'],
    [
      'may take the alternative',
      put([wanted], [], { ...file, tiny: { status: 'queried', alternatives: [[]] } }),
      'match',
    ],
    ['cannot run', put([wanted], crash, file), 'could-not-run'],
  ])('%s', (_, judgement, verdict) => {
    expect(judgement.verdict).toBe(verdict);
  });

  it('lays a false alarm on the rule of the case', () => {
    expect(put([], invalid, file).falseAlarms).toEqual(['PER-13']);
    expect(put([], invalid, { ...file, tiny: { rule: null } }).falseAlarms).toEqual(['(no rule named)']);
    expect(put([], invalid, file).why).toBe('the file is valid and was refused: Element Sex is missing');
  });
});

describe('false alarms', () => {
  it('are rules reported where nothing of the kind is expected', () => {
    expect(put([wanted], [exact, { rule: 'PER-09' }, { rule: 'PER-09', path: sex }]).falseAlarms).toEqual(['PER-09']);
    expect(put([wanted], [{ ...exact, rule: 'PER-12' }]).falseAlarms).toEqual(['PER-12']);
    expect(put([wanted], [exact, { ...exact, path: sex }]).falseAlarms).toEqual(['PER-13']);
  });

  it('are none of those told at the wrong place or level', () => {
    expect(put([wanted], [{ ...exact, path: sex }]).falseAlarms).toEqual([]);
    expect(put([wanted], [{ ...exact, level: 'query' }]).falseAlarms).toEqual([]);
  });
});

describe('pairing', () => {
  it('finds the pairing that leaves nothing over, whichever comes first', () => {
    const a = error('PER-03', `${person}/Surname`, 3);
    const b = { ...a, level: 'query' } as const;
    const loose = { rule: 'PER-03', path: a.path };
    const tight = { rule: 'PER-03', path: a.path, level: 'error' };
    for (const expected of [
      [a, b],
      [b, a],
    ]) {
      for (const reported of [
        [loose, tight],
        [tight, loose],
      ])
        expect(put(expected, reported).verdict).toBe('match');
    }
  });
});
