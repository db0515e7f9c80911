import { makeBroken, makeNearMiss, makeParent, type ParentReturn } from '../../../conformance/suite/make-case.js';
import { breaksIn, caseIdOf, nearMissesIn, parentNamed, type Break, type NearMiss } from '../../../scenarios/index.js';
import { collectionYears } from '../../../src/model/index.js';
import { exerciseOfFile } from './read-return.js';

const year = 2026;

const parents = new Map<string, ParentReturn>();

function parentOf(one: Break | NearMiss, of: number): ParentReturn {
  const name = `${of} ${one.parent}`;
  const parent = parents.get(name) ?? makeParent({ year: of, la: '202', seed: '1' }, parentNamed(one.parent));
  parents.set(name, parent);
  return parent;
}

/** Whether a rule had something to look at in the return that a break or near miss makes. */
function hadSomething(one: Break | NearMiss, of: number): boolean {
  const key = { year: of, la: '202', seed: '1' };
  const parent = parentOf(one, of);
  const { file } = 'near' in one ? makeNearMiss(key, parent, one) : makeBroken(key, parent, one);
  return exerciseOfFile(file, of).has(`rule:${one.rule}`);
}

/** Breaks of the rules on what a file holds, as against its bytes and structure: so many of each rule. */
function firstBreaks(of: number, most: number): readonly Break[] {
  const counts = new Map<string, number>();
  return breaksIn(of).filter(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= most && (!rule.startsWith('FILE-') || rule === 'FILE-13');
  });
}

describe('a rule that fires', () => {
  it.each(collectionYears)('had something to look at, in %d', (of) => {
    const breaks = firstBreaks(of, of === year ? 3 : 1);
    expect(breaks.length).toBeGreaterThan(190);
    expect(breaks.filter((one) => !hadSomething(one, of)).map(caseIdOf)).toEqual([]);
  });
});

/** Near misses in which what a rule asks for is not there: the condition does not hold, or there is nobody to compare. */
const nothingToLookAt = [
  'ASM-02.absent-with-outcome-a',
  'ASM-03.neither-date-nor-plan',
  'ASM-05.received-unknown',
  'ASM-06.request-refused',
  'ASM-08.absent-of-historical-plan',
  'ASM-16.not-taken-over',
  'PER-21.un2-at-six',
  'PLC-12.secondary-left',
  'PLC-14.open-plan-begun-after-start',
  'PLC-15.neet-not-described',
  'PLC-17.notice-at-thirteen',
  'PLC-23.arranged-at-six',
  'PLC-30.meeting-alone',
  'PLC-31.neither',
  'PLC-35.not-drafted',
  'PLC-37.not-finalised',
  'PLN-05.open-again',
  'PLN-10.aged-eleven-reason-5',
  'PLN-11.day-before-sixteen-reason-2',
  'PLN-22.unit-with-urn',
  'PLN-26.residential-at-nine',
  'REQ-19.no-dates',
  'REQ-20.another-person-awaits',
  'RET-01.three-without',
  'RET-04.all-of-nineteen',
  'RET-05.nine-ceased-and-one-open',
  'RET-06.two-of-nine',
];

/** Near misses in which the rule looks and is content. */
const lookedAt = [
  'PER-21.one-year-old',
  'PLC-12.secondary-stands-first',
  'PLC-17.sixteen-on-census-day',
  'PLC-23.day-before-six',
  'PLN-11.sixteen-that-day-reason-3',
  'REQ-19.day-apart',
  'RET-04.two-of-twenty',
  'RET-05.one-of-ten',
];

describe('a near miss', () => {
  const byId = new Map(nearMissesIn(year).map((one) => [caseIdOf(one), one]));
  const of = (id: string): NearMiss => {
    const one = byId.get(id);
    if (!one) throw new Error(`there is no near miss ${id}`);
    return one;
  };

  it.each(nothingToLookAt)('gives the rule nothing to look at: %s', (id) => {
    expect(hadSomething(of(id), year)).toBe(false);
  });

  it.each(lookedAt)('gives the rule something to look at: %s', (id) => {
    expect(hadSomething(of(id), year)).toBe(true);
  });
});
