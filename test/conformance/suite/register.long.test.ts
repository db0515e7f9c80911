import { judge, type ReportedFinding, type Verdict } from '../../../conformance/judge/index.js';
import { otherReadings, otherReadingsIn, type OtherReading } from '../../../conformance/suite/other-readings.js';
import {
  applyRegister,
  applyRegisterToAll,
  buildCases,
  type BuiltCase,
  type Expectation,
} from '../../../conformance/suite/index.js';
import { openQuestions } from '../../../scenarios/register/index.js';

const kit = '0.0.0-test';
const person = '/Message/Persons/Person[2]';

function built(year: number, ...select: string[]): readonly BuiltCase[] {
  return buildCases({ year, seed: '1', kit, select });
}

/** The expectation of a case once the register is applied to it and its parent. */
function expectationOf(year: number, id: string): Expectation {
  const found = applyRegisterToAll(built(year, id)).find((one) => one.case.id === id);
  if (!found) throw new RangeError(`${year} has no case ${id}`);
  return found.expectation;
}

/** Alternatives in words, short. */
function told({ alternatives }: Expectation): string[][] {
  return alternatives.map((list) => list.map(({ rule, path }) => `${rule} ${path.replace('/Message/Persons/', '')}`));
}

function verdictOn(
  one: BuiltCase,
  reported: readonly ReportedFinding[],
  onParent: readonly ReportedFinding[],
  parent?: BuiltCase,
): Verdict {
  return judge({
    case: one.case,
    expectation: one.expectation,
    answer: { kind: 'findings', findings: reported },
    parentAnswer: one.case.parent === null ? null : { kind: 'findings', findings: onParent },
    parentExpectation: parent?.expectation ?? null,
    capabilities: { granularity: 'path', levels: true },
  }).verdict;
}

describe('a case that hangs on an open question', () => {
  it('may fire or not where the threshold is not known', () => {
    const broken = expectationOf(2025, 'RET-05.two-of-ten');
    expect(broken.status).toBe('queried');
    expect(broken.findings.map(({ rule }) => rule)).toEqual(['RET-05']);
    expect(broken.alternatives).toEqual([[]]);
    expect(broken.note).toMatch(/^Open question large-number-thresholds: From what share.*\?$/);
    expect(expectationOf(2025, 'RET-06.one-of-ten')).toMatchObject({
      status: 'queried',
      findings: [],
      alternatives: [[{ rule: 'RET-06', level: 'query', path: '/Message/Persons', person: null }]],
    });
  });

  it('may leave out the date of a plan that is not issued, or not', () => {
    const at = `Person[2]/Requests[1]/Assessment/AssessmentOutcomeDate`;
    const valid = expectationOf(2024, 'valid.decided-not-yet-issued');
    expect(valid.status).toBe('queried');
    expect(told(valid)).toEqual([[`ASM-03 ${at}`], [`ASM-02 ${at}`]]);
    // The element stands there empty: its lack is told in place of that, as it is where the element is absent.
    expect(told(expectationOf(2024, 'FILE-12.date-of-plan-not-yet-issued'))).toEqual([
      [`ASM-03 ${at}`],
      [`ASM-02 ${at}`],
    ]);
  });

  it('may use codes in 2023 that perhaps came later', () => {
    const at = 'Person[2]/Requests[1]/ActivePlans/PlacementDetail[1]/SENSetting';
    const codes = expectationOf(2023, 'valid.notice-to-cease');
    expect(codes.note).toContain('out-of-education-codes-2023');
    expect(told(codes)).toContainEqual([`VAL-PlacementDetail.SENSetting ${at}`]);
    // With no such code nothing is asked of the age; nor is anything where the parent has the code as well.
    expect(told(expectationOf(2023, 'PLC-17.thirteen'))).toContainEqual([`VAL-PlacementDetail.SENSetting ${at}`]);
    expect(expectationOf(2024, 'valid.notice-to-cease').note).not.toContain('out-of-education-codes-2023');
  });

  it('may spell the setting the other way', () => {
    const valid = expectationOf(2024, 'valid.arranged-by-la');
    const [plan, active] = [
      'Person[2]/Requests[1]/Assessment/NamedPlan/PlanDetail[1]',
      'Person[2]/Requests[1]/ActivePlans/PlacementDetail[1]',
    ];
    expect(told(valid)).toEqual([
      expect.arrayContaining([
        `FILE-06 ${plan}/SENSetting`,
        `PLN-13 ${plan}/URN`,
        `FILE-06 ${active}/SENSetting`,
        `PLC-03 ${active}/URN`,
      ]),
    ]);
    expect(valid.note).toContain('sensetting-spelling');
  });

  it('may lack a review meeting from 2025 on, or not', () => {
    const before = expectationOf(2024, 'valid.historical-not-reviewed');
    expect(before.status).toBe('agreed');
    const since = expectationOf(2026, 'valid.issued-on-time');
    const at = (position: number): string => `PLC-30 Person[${position}]/Requests[1]/ActivePlans/ReviewMeeting`;
    // The second person's plan is new and the third's is of an earlier year.
    expect(told(since)).toEqual([[at(2), at(3)], [at(3)]]);
    const ceased = expectationOf(2026, 'valid.ceased-with-placements-kept');
    expect(ceased.note).toContain('review-meeting-left-blank');
  });

  it('may have LastReview elsewhere in 2025', () => {
    const at = 'Person[2]/Requests[1]/ActivePlans';
    const valid = expectationOf(2025, 'valid.phase-transfer-finalised');
    expect(told(valid)).toContainEqual([`FILE-07 ${at}/ReviewOutcome`]);
    const swapped = expectationOf(2025, 'FILE-07.swapped-activeplans-lastreview-reviewoutcome');
    expect(swapped.findings.map(({ path }) => path)).toEqual([`${person}/Requests[1]/ActivePlans/LastReview`]);
    // As in 2024 that is right.
    expect(told(swapped)).toEqual([[]]);
    expect(expectationOf(2026, 'valid.phase-transfer-finalised').note ?? '').not.toContain('last-review-position');
  });

  it('may be at several places', () => {
    const one = expectationOf(2025, 'PER-19.uln-empty');
    expect(one.status).toBe('queried');
    expect(one.note).toMatch(/^Open question place-beside-empty-element: /);
    expect(told(one)).toEqual([['PER-19 Person[2]/UniqueLearnerNumber']]);
  });

  it('may declare XML 1.1', () => {
    expect(expectationOf(2026, 'FILE-01.xml-1-1')).toMatchObject({ status: 'queried', alternatives: [[]] });
  });

  it('keeps what was noted before', () => {
    const [, one] = built(2025, 'RET-05.all');
    if (!one) throw new RangeError('no case');
    const noted: BuiltCase = { ...one, expectation: { ...one.expectation, note: 'Of note.' } };
    expect(applyRegister(noted).expectation.note).toMatch(/^Of note\. Open question large-number-thresholds: /);
  });

  it('stays disputed where it was', () => {
    const [, one] = built(2025, 'RET-05.all');
    if (!one) throw new RangeError('no case');
    const disputed: BuiltCase = { ...one, expectation: { ...one.expectation, status: 'disputed' } };
    expect(applyRegister(disputed).expectation.status).toBe('disputed');
  });
});

describe('a case that hangs on none', () => {
  it('is given back as it is', () => {
    const cases = built(2025, 'PER-13.wrong-check-letter');
    const applied = applyRegisterToAll(cases);
    expect(applied.at(-1)).toBe(cases.at(-1));
    expect(applied.at(-1)?.case.id).toBe('PER-13.wrong-check-letter');
  });
});

describe('a queried case', () => {
  const cases = applyRegisterToAll(built(2025, 'RET-05.two-of-ten', 'RET-05.one-of-ten'));
  const one = (id: string): BuiltCase => {
    const found = cases.find((c) => c.case.id === id);
    if (!found) throw new RangeError(id);
    return found;
  };
  const prompt = { rule: 'RET-05', level: 'query', path: '/Message/Persons' };

  it('is right either way', () => {
    expect(verdictOn(one('RET-05.two-of-ten'), [prompt], [])).toBe('match');
    expect(verdictOn(one('RET-05.two-of-ten'), [], [])).toBe('match');
    expect(verdictOn(one('RET-05.one-of-ten'), [prompt], [])).toBe('match');
    expect(verdictOn(one('RET-05.one-of-ten'), [], [])).toBe('match');
  });

  it('is wrong in any other way, and counts', () => {
    const other = { rule: 'RET-04', level: 'query', path: '/Message/Persons/Person[1]/Ethnicity' };
    expect(verdictOn(one('RET-05.two-of-ten'), [prompt, other], [])).toBe('false-alarm');
    expect(verdictOn(one('RET-05.two-of-ten'), [other], [])).toBe('false-alarm');
    expect(verdictOn(one('RET-05.two-of-ten'), [{ ...prompt, level: 'error' }], [])).toBe('wrong-level');
  });
});

describe('a case in which another reading is silent', () => {
  const cases = applyRegisterToAll(built(2025, 'VAL-PlanDetail.SENSetting.no-such-code'));
  const one = cases.find(({ case: c }) => c.id === 'VAL-PlanDetail.SENSetting.no-such-code');
  const parent = cases.find(({ case: c }) => c.id === one?.case.parent);
  const unknown = `${person}/Requests[1]/Assessment/NamedPlan/PlanDetail[1]/SENSetting`;

  it('is right from a validator that shows on the parent that it reads so', () => {
    const reading = otherReadingsIn(2025).find(({ name }) => name === 'SENsetting alone is known');
    if (!one || !parent || !reading) throw new RangeError('no case');
    const [said, onParent] = [answerOf(reading, one), answerOf(reading, parent)];
    expect(said).toContainEqual({ rule: 'FILE-06', level: 'error', path: unknown });
    expect(verdictOn(one, said, onParent, parent)).toBe('match');
  });

  it('is missed by one that says the same of every file, some of which such a reading finds', () => {
    if (!one) throw new RangeError('no case');
    for (const finding of [{ rule: 'FILE-06', level: 'error', path: unknown }, { rule: 'FILE-06' }]) {
      expect(verdictOn(one, [finding], [finding], parent)).toBe('missed');
    }
  });

  it('is missed by one that is silent, whatever it says of the parent', () => {
    if (!one) throw new RangeError('no case');
    expect(verdictOn(one, [], [], parent)).toBe('missed');
    expect(verdictOn(one, [], [{ rule: 'FILE-06', level: 'error', path: unknown }], parent)).toBe('missed');
  });

  it('is missed by one that says of both what no reading does', () => {
    if (!one) throw new RangeError('no case');
    const said = [{ rule: 'VAL-PlanDetail.SENSetting', level: 'error', path: unknown }];
    expect(verdictOn(one, said, said, parent)).toBe('missed');
  });
});

describe.each([2023, 2025])('the whole suite of %i', (year) => {
  const plain = built(year);
  const applied = applyRegisterToAll(plain);
  const byId = new Map(applied.map((one) => [one.case.id, one]));

  it('keeps its cases and the findings of the reading taken', () => {
    expect(applied.map((one) => one.case)).toEqual(plain.map((one) => one.case));
    expect(applied.map((one) => one.expectation.findings)).toEqual(plain.map((one) => one.expectation.findings));
  });

  it('has a question for every case with alternatives, and alternatives or a second place for every question', () => {
    const unasked = applied.filter(
      ({ expectation: { status, alternatives } }) => status === 'agreed' && alternatives.length > 0,
    );
    expect(unasked.map((one) => one.case.id)).toEqual([]);
    const asked = new Set(
      applied.flatMap(({ expectation: { note } }) => note?.match(/(?<=Open question )[a-z0-9-]+/g) ?? []),
    );
    const hangs = openQuestions.filter(({ hang, years }) => {
      const { from = 0, to = Infinity } = years ?? {};
      return hang.how !== 'no-case' && from <= year && year <= to;
    });
    expect([...asked].sort()).toEqual(hangs.map(({ id }) => id).sort());
  });

  it('tells no alternative twice, nor the reading taken as one', () => {
    const key = (list: readonly object[]): string =>
      list
        .map((one) => JSON.stringify(one))
        .sort()
        .join();
    const repeated = applied.filter(({ expectation: { findings, alternatives } }) => {
      const keys = [findings, ...alternatives].map(key);
      return new Set(keys).size < keys.length;
    });
    expect(repeated.map((one) => one.case.id)).toEqual([]);
  });

  // What is open in every year is looked at in one, since each reading is put to every case.
  const readings = otherReadingsIn(year).filter(({ question }) => year === 2025 || question.endsWith(String(year)));

  it.each(readings)('never fails a validator that reads $question so: $name', (reading) => {
    const answers = new Map<string, readonly ReportedFinding[]>();
    const answer = (one: BuiltCase): readonly ReportedFinding[] => {
      const found = answers.get(one.case.id) ?? answerOf(reading, one);
      answers.set(one.case.id, found);
      return found;
    };
    const failed = applied.filter((one) => {
      const parent = byId.get(one.case.parent ?? '');
      return verdictOn(one, answer(one), parent ? answer(parent) : [], parent) !== 'match';
    });
    expect(failed.map((one) => one.case.id)).toEqual([]);
  });
});

function answerOf(reading: OtherReading, one: BuiltCase): readonly ReportedFinding[] {
  const text = Buffer.from(one.file).toString('utf8');
  const taken = one.expectation.findings;
  const isRead = !taken.some(({ rule }) => /^FILE-0[1-4]$/.test(rule)) && reading.traces(text) !== '';
  const findings = isRead ? reading.findings(text, one.case.year, taken) : taken;
  return findings.map(({ rule, level, path }) => ({ rule, level, path }));
}

it('has another reading for each question that asks for one', () => {
  const read = new Set(otherReadings.map(({ question }) => question));
  const asked = openQuestions.filter(({ hang }) => hang.how === 'other-reading').map(({ id }) => id);
  // Cases of the thresholds themselves are named; cases of other rules come near them, which a reading finds out.
  const nearNamed = 'large-number-thresholds';
  expect([...read].sort()).toEqual([...asked, nearNamed].sort());
  expect(new Set(otherReadings.map(({ question, name }) => `${question} ${name}`)).size).toBe(otherReadings.length);
});
