import { breaks, caseIdOf, nearMisses } from '../../../scenarios/index.js';
import {
  generalQuestionLines,
  isAboutEveryRule,
  isNamed,
  openQuestion,
  openQuestions,
  openQuestionsOf,
  questionLines,
} from '../../../scenarios/register/index.js';
import { isCollectionYear } from '../../../src/model/index.js';
import { ruleById } from '../../../src/rules/index.js';

describe('the register of open questions', () => {
  it('holds what is not known about the return, and what the rules leave open', () => {
    expect(openQuestions.map(({ id }) => id)).toEqual([
      'dfe-rule-numbers',
      'levels-in-collect',
      'large-number-thresholds',
      'sensetting-spelling',
      'date-of-plan-not-issued',
      'out-of-education-codes-2023',
      'review-meeting-left-blank',
      'last-review-position-2025',
      'requestsource-column',
      'review-date-columns',
      'place-among-records',
      'place-among-items',
      'place-beside-empty-element',
      'place-of-two-open-plans',
      'place-without-assessment',
      'xml-1-1',
      'white-space-only-text',
    ]);
  });

  it.each(openQuestions)('asks $id in plain words, with a reading and what else may be right', (one) => {
    expect(one.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(one.question).toMatch(/^[A-Z].*\?$/);
    expect(one.alternatives.length).toBeGreaterThan(0);
    for (const text of [one.reading, ...one.alternatives]) expect(text).toMatch(/\S[.]$/);
    const { from, to } = one.years ?? {};
    for (const year of [from, to]) if (year !== undefined) expect(isCollectionYear(year)).toBe(true);
  });

  it.each(openQuestions)('names in $id rules that there are', (one) => {
    const unknown = one.rules.filter((rule) => rule !== '*' && !ruleById(rule));
    expect(unknown).toEqual([]);
    expect(one.rules.length === 1 || !isAboutEveryRule(one)).toBe(true);
  });

  it('names cases that there are', () => {
    const ids = [...breaks, ...nearMisses].map(caseIdOf);
    const names = openQuestions.flatMap(({ hang }) => (hang.how === 'fires-or-not' ? hang.cases : []));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !ids.some((id) => isNamed([name], id)))).toEqual([]);
  });
});

describe('a question', () => {
  it('is found by its id', () => {
    expect(openQuestion('xml-1-1').rules).toEqual(['FILE-01']);
    expect(() => openQuestion('xml-1-2')).toThrow(new RangeError('no open question is called xml-1-2'));
  });

  it('is found by a rule or by a case of the rule', () => {
    const idsOf = (id: string): string[] => openQuestionsOf(id).map((one) => one.id);
    expect(idsOf('RET-05')).toEqual(['large-number-thresholds']);
    expect(idsOf('RET-05.two-of-ten')).toEqual(['large-number-thresholds']);
    expect(idsOf('VAL-PlacementDetail.SENSetting.no-such-code')).toEqual(['out-of-education-codes-2023']);
    expect(idsOf('RET-04')).toEqual([]);
    // Neither a longer id nor a shorter one is the rule.
    expect(idsOf('RET-055')).toEqual([]);
    expect(idsOf('RET')).toEqual([]);
  });

  it('names a case by its id or by how it starts', () => {
    expect(isNamed(['RET-05.*'], 'RET-05.all')).toBe(true);
    expect(isNamed(['RET-05.*'], 'RET-06.all')).toBe(false);
    expect(isNamed(['FILE-01.xml-1-1'], 'FILE-01.xml-1-1')).toBe(true);
    expect(isNamed(['FILE-01.xml-1-1'], 'FILE-01.xml-1-1-again')).toBe(false);
  });

  it('is told in lines', () => {
    expect(questionLines('PLC-30')).toEqual([
      'Open question review-meeting-left-blank (from 2025): Is a ReviewMeeting that is left blank refused from 2025 on?',
      '  Taken here: Only where a ReviewOutcome is given.',
      '  Or: It is required of every ActivePlans.',
      '  Or: It is required of every open plan.',
      '  Or: It is required of every open plan that is older than the activity year.',
    ]);
    expect(questionLines('FILE-07')[0]).toMatch(/^Open question last-review-position-2025 \(2025\): /);
    expect(questionLines('PER-13')).toEqual([]);
  });

  it('about every rule is told apart, and not with each', () => {
    expect(generalQuestionLines().filter((line) => line.startsWith('Open question'))).toEqual([
      'Open question dfe-rule-numbers: Under which number and with which words does DfE know each rule?',
      'Open question levels-in-collect: Which rules are errors in COLLECT, and which are queries?',
    ]);
    expect(openQuestionsOf('PER-13')).toEqual([]);
  });
});
