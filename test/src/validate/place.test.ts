import { findingsIn, sample, toXml, wrong, type Sample } from './sample.js';

/** The text from the place of a finding on, as a reader with an editor sees it. */
function textAt(xml: string, line: number, column: number): string {
  return (xml.split('\n')[line - 1] ?? '').slice(column - 1);
}

interface Place {
  readonly rule: string;
  readonly path: string;
  /** How the text at the place starts. */
  readonly at: string;
  readonly value?: string;
}

function places(xml: string): Place[] {
  return findingsIn(xml, 2025).map(({ rule, path, line, column, value }) => {
    const at = /^<\/?[A-Za-z]*/.exec(textAt(xml, line, column))?.[0] ?? textAt(xml, line, column);
    return { rule, path, at, ...(value === undefined ? {} : { value }) };
  });
}

function changed(change: (sample: Sample) => void): string {
  const made = sample(2025);
  change(made);
  return toXml(made.ret, 2025);
}

const person = '/Message/Persons/Person[1]';
const second = '/Message/Persons/Person[2]';
const request = `${second}/Requests[1]`;

/** Two persons, of whom the second is changed. */
function inSecond(change: (sample: Sample) => void): string {
  return changed((made) => {
    made.persons.unshift({ ...structuredClone(made.person), UPN: 'P207000016049', Forename: 'Cy' });
    change(made);
  });
}

describe('where a finding is', () => {
  it('is at the item where one stands, with its value', () => {
    expect(places(inSecond((s) => (s.placement.EntryDate = wrong)))).toEqual([
      {
        rule: 'VAL-PlacementDetail.EntryDate',
        path: `${request}/ActivePlans/PlacementDetail[1]/EntryDate`,
        at: '<EntryDate',
        value: wrong,
      },
    ]);
  });

  it('is at the empty item with an empty value', () => {
    expect(places(inSecond((s) => (s.person.PostCode = '')))).toEqual([
      { rule: 'PER-11', path: `${second}/PostCode`, at: '<PostCode', value: '' },
    ]);
  });

  it('is at the record where the item is absent, with no value', () => {
    expect(places(inSecond((s) => delete s.person.PostCode))).toEqual([
      { rule: 'PER-11', path: `${second}/PostCode`, at: '<Person' },
    ]);
  });

  it('is at the parent of a container that is missing', () => {
    expect(places(inSecond((s) => delete s.request.ActivePlans))).toEqual([
      { rule: 'PLN-27', path: `${request}/ActivePlans`, at: '<Requests' },
    ]);
    expect(places(inSecond((s) => delete s.person.Requests))).toEqual([
      { rule: 'PER-23', path: `${second}/Requests`, at: '<Person' },
    ]);
  });

  it('is at the request where the assessment that should hold the plan is missing too', () => {
    const xml = inSecond((s) => {
      s.request.RequestOutcome = 'N';
      delete s.request.Assessment;
    });
    expect(places(xml)).toEqual([{ rule: 'ASM-14', path: `${request}/Assessment/NamedPlan`, at: '<Requests' }]);
  });

  it('is at the first item of the rule that is present, passing over one that is empty', () => {
    const xml = inSecond((s) => {
      s.request.RequestOutcome = 'W';
      delete s.request.RequestOutcomeDate;
      delete s.request.Assessment;
      delete s.request.ActivePlans;
      Object.assign(s.request, { RequestMediation: '', RequestTribunal: '1' });
    });
    expect(places(xml)).toEqual([
      { rule: 'FILE-12', path: `${request}/RequestMediation`, at: '<RequestMediation', value: '' },
      { rule: 'REQ-12', path: `${request}/RequestTribunal`, at: '<RequestTribunal', value: '1' },
    ]);
  });

  it('is at the first of the records in question', () => {
    const xml = inSecond((s) => {
      const left = { ...s.placement, LeavingDate: s.placement.EntryDate ?? '' };
      s.active.PlacementDetail = [left, { ...s.placement, PlacementRank: '2' }];
    });
    expect(places(xml)).toEqual([
      {
        rule: 'PLC-12',
        path: `${request}/ActivePlans/PlacementDetail[2]/PlacementRank`,
        at: '<PlacementRank',
        value: '2',
      },
    ]);
  });

  it('counts unknown elements by name and surplus ones among all of their name', () => {
    const xml = changed(() => undefined)
      .replace('<Forename>', '<Foo/><Bar/><Foo a="1"><UPN>x</UPN></Foo><Forename>')
      .replace('<PlanRes>', '')
      .replace(
        '</PlanDetail>',
        '</PlanDetail><PlanDetail><PlacementRank>2</PlacementRank><SENSetting/></PlanDetail><PlanDetail b="1"/>',
      )
      .replace(
        '<PlacementRank>2</PlacementRank><SENSetting/>',
        '<SENsetting>EHE</SENsetting><SENSetting/><PlacementRank>2</PlacementRank>',
      );
    const plan = `${person}/Requests[1]/Assessment/NamedPlan`;
    expect(places(xml)).toEqual([
      { rule: 'FILE-06', path: `${person}/Foo`, at: '<Foo' },
      { rule: 'FILE-06', path: `${person}/Bar`, at: '<Bar' },
      { rule: 'FILE-06', path: `${person}/Foo[2]`, at: '<Foo' },
      { rule: 'FILE-08', path: `${plan}/PlanDetail[2]/SENSetting[2]`, at: '<SENSetting' },
      { rule: 'FILE-08', path: `${plan}/PlanDetail[3]`, at: '<PlanDetail' },
    ]);
  });

  it('is at Persons for what is said of the return, with the persons', () => {
    const xml = changed((s) => s.persons.push({ ...s.person, Forename: 'Cy' }));
    const [finding] = findingsIn(xml, 2025);
    expect(places(xml)).toEqual([{ rule: 'RET-01', path: '/Message/Persons', at: '<Persons' }]);
    expect(finding?.person).toBeUndefined();
    expect(finding?.persons?.map(({ index, forename }) => [index, forename])).toEqual([
      [1, 'Bo'],
      [2, 'Cy'],
    ]);
  });

  it('holds whatever the line ends and indents', () => {
    const onLines = inSecond((s) => delete s.person.PostCode).replaceAll('  ', '\t');
    const inOneLine = onLines.replace(/\n\t*/g, '');
    const told = [{ rule: 'PER-11', path: `${second}/PostCode`, at: '<Person' }];
    expect(places(onLines)).toEqual(told);
    expect(places(inOneLine)).toEqual(told);
    // An editor shows one line end for a carriage return with a line feed, and for either alone.
    const [found] = findingsIn(onLines, 2025);
    for (const end of ['\r\n', '\r']) {
      const [other] = findingsIn(onLines.replaceAll('\n', end), 2025);
      expect([other?.line, other?.column]).toEqual([found?.line, found?.column]);
    }
  });
});

describe('who a finding is about', () => {
  it('is the person as given, for what is said of the file too', () => {
    const xml = inSecond((s) => {
      Object.assign(s.person, { UPN: ' odd', UniqueLearnerNumber: '' });
      delete s.person.Surname;
    }).replace(/(<UPN> odd)/, '<Foo/>$1');
    const about = findingsIn(xml, 2025).map(({ rule, person }) => [rule, person]);
    const given = { index: 2, upn: ' odd', uln: '', forename: 'Bo', birthDate: '2012-05-05' };
    expect(about).toEqual([
      ['PER-01', given],
      ['FILE-06', given],
      ['PER-12', given],
      ['FILE-12', given],
    ]);
  });

  it('is nobody for the header', () => {
    const [finding] = findingsIn(
      changed((s) => (s.header.Source.SerialNo = wrong)),
      2025,
    );
    expect(finding).toMatchObject({ rule: 'VAL-Source.SerialNo', value: wrong });
    expect(finding?.person).toBeUndefined();
  });
});

describe('text that is very long', () => {
  it('is cut after 1,000 characters', () => {
    const [finding] = findingsIn(
      changed((s) => (s.person.Surname = '1'.repeat(5000))),
      2025,
    );
    const shown = `${'1'.repeat(1000)}…`;
    expect([finding?.value, finding?.person?.surname]).toEqual([shown, shown]);
  });

  it('is as given up to there', () => {
    const surname = `${'x'.repeat(999)}1`;
    const [finding] = findingsIn(
      changed((s) => (s.person.Surname = surname)),
      2025,
    );
    expect([finding?.value, finding?.person?.surname]).toEqual([surname, surname]);
  });
});
