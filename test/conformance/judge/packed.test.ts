import { findingsOfPerson, type Answer, type ReportedFinding } from '../../../conformance/judge/index.js';

const capabilities = { granularity: 'path', levels: true } as const;
const file = { cases: new Set([3, 4, 5, 30]) };

function said(...findings: readonly ReportedFinding[]): Answer {
  return { kind: 'findings', findings };
}

function findingsIn(answer: Answer): readonly ReportedFinding[] {
  if (answer.kind !== 'findings') throw new Error(`the answer is ${answer.kind}`);
  return answer.findings;
}

describe('findingsOfPerson', () => {
  const byPath = { rule: 'PER-13', path: '/Message/Persons/Person[3]/UPN' };
  const byNumber = { rule: 'PER-14', person: 3 };
  const byObject = { rule: 'PER-15', person: { index: 3 } };
  const ofOther = { rule: 'PER-13', path: '/Message/Persons/Person[30]/UPN' };
  const ofReturn = { rule: 'RET-04', path: '/Message/Persons' };

  it('keeps what is said of the person and of the return, however the person is told', () => {
    const answer = said(byPath, ofOther, byNumber, byObject, ofReturn);
    expect(findingsIn(findingsOfPerson(answer, 3, capabilities, file))).toEqual([ofReturn, byPath, byNumber, byObject]);
    expect(findingsIn(findingsOfPerson(answer, 30, capabilities, file))).toEqual([ofReturn, ofOther]);
    expect(findingsIn(findingsOfPerson(answer, 4, capabilities, file))).toEqual([ofReturn]);
  });

  it('believes the position before the path', () => {
    const torn = { ...byPath, person: { index: 5 } };
    expect(findingsIn(findingsOfPerson(said(torn), 3, capabilities, file))).toEqual([]);
    expect(findingsIn(findingsOfPerson(said(torn), 5, capabilities, file))).toEqual([torn]);
  });

  it('puts the findings where those of another case would stand', () => {
    expect(findingsIn(findingsOfPerson(said(byPath, byObject, ofReturn), 3, capabilities, file, 12))).toEqual([
      ofReturn,
      { rule: 'PER-13', path: '/Message/Persons/Person[12]/UPN' },
      { rule: 'PER-15', person: 12 },
    ]);
  });

  it.each(['file', 'rule'] as const)('cannot judge a validator that reports at %s', (granularity) => {
    expect(findingsOfPerson(said(byPath), 3, { granularity, levels: true }, file)).toEqual({
      kind: 'unsupported',
      why: 'the file holds many cases, and what the validator reports does not say which person it is about',
    });
  });

  it('cannot judge an answer with a finding of nobody knows whom', () => {
    expect(findingsOfPerson(said(byPath, { rule: 'PER-13' }), 3, capabilities, file)).toEqual({
      kind: 'unsupported',
      why: 'the file holds many cases, and a finding of PER-13 does not say which person it is about',
    });
  });

  it('cannot judge those that a finding may be about, or may not', () => {
    const either = { rule: 'PER-13', anyPersonOf: [3, 30] };
    const answer = said(byPath, either, ofOther);
    for (const position of [3, 30]) {
      expect(findingsOfPerson(answer, position, capabilities, file)).toEqual({
        kind: 'unsupported',
        why: 'the file holds many cases, and a finding of PER-13 does not say which person it is about',
      });
    }
    expect(findingsIn(findingsOfPerson(answer, 4, capabilities, file))).toEqual([]);
  });

  it('takes several persons of whom but one is named for that one', () => {
    const sure = { rule: 'PER-13', anyPersonOf: [3] };
    expect(findingsIn(findingsOfPerson(said(sure), 3, capabilities, file, 12))).toEqual([
      { rule: 'PER-13', anyPersonOf: [12] },
    ]);
  });

  it('loses nothing that is said of somebody who is not in the file', () => {
    const nobody = { rule: 'PER-13', person: 0 };
    expect(findingsIn(findingsOfPerson(said(nobody, byPath), 3, capabilities, file))).toEqual([nobody, byPath]);
    expect(findingsIn(findingsOfPerson(said(nobody, byPath), 4, capabilities, file, 9))).toEqual([nobody]);
  });

  it('loses nothing that is said of somebody who is no case', () => {
    const ofFiller = { rule: 'PER-13', path: '/Message/Persons/Person[6]/UPN' };
    const pastTheEnd = { rule: 'PER-13', path: '/Message/Persons/Person[999]/UPN' };
    const answer = said(ofFiller, pastTheEnd, byPath);
    // Wherever such a person is: in the file of the parent there are others.
    const ofNobody = { rule: 'PER-13', path: '/Message/Persons/Person[0]/UPN' };
    expect(findingsIn(findingsOfPerson(answer, 3, capabilities, file))).toEqual([ofNobody, byPath]);
    expect(findingsIn(findingsOfPerson(answer, 4, capabilities, file))).toEqual([ofNobody]);
  });

  it.each<Answer>([
    { kind: 'could-not-run', why: 'crashed' },
    { kind: 'unsupported', why: 'not this year' },
  ])('leaves an answer that is $kind', (answer) => {
    expect(findingsOfPerson(answer, 3, capabilities, file)).toBe(answer);
  });
});
