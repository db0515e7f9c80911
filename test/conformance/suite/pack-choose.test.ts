import { choosePersons, type Choice } from '../../../conformance/suite/pack-choose.js';
import { buildCases, type BuiltCase } from '../../../conformance/suite/index.js';

const built = buildCases({
  year: 2025,
  seed: '1',
  kit: '0',
  select: [
    'PER-04*',
    'PER-13.wrong-check-letter',
    'FILE-07.surname-after-forename',
    'RET-0[45]',
    'RET-04.*',
    'valid.*',
  ],
});

function choiceOf(id: string, cases: readonly BuiltCase[] = built): Choice {
  const found = choosePersons(cases).find((choice) => choice.built.case.id === id);
  if (!found) throw new Error(`there is no case ${id}`);
  return found;
}

const whyOf = (id: string, cases = built): string => {
  const choice = choiceOf(id, cases);
  return 'alone' in choice ? choice.alone : `person ${choice.position}`;
};

/** The cases with the file of one edited. */
function edited(id: string, edit: (text: string) => string): BuiltCase[] {
  return built.map((one) =>
    one.case.id === id ? { ...one, file: Buffer.from(edit(Buffer.from(one.file).toString('utf8'))) } : one,
  );
}

describe('choosePersons', () => {
  it('gives the person that a case changed, and what they were before', () => {
    const choice = choiceOf('PER-13.wrong-check-letter');
    if ('alone' in choice) throw new Error(choice.alone);
    const lines = (text: string): string[] => text.split('\n');
    const before = lines(choice.before);
    const differing = lines(choice.text).filter((line, i) => line !== before[i]);
    expect(choice.position).toBe(2);
    expect(differing).toEqual([expect.stringMatching(/^ *<UPN>[A-Z][0-9]{12}<\/UPN>$/)]);
    expect(choice.text).toMatch(/^<Person>[^]*<\/Person>$/);
  });

  it.each([
    ['FILE-07.surname-after-forename', 'file'],
    ['RET-04.two-of-twenty', 'return'],
    ['PER-04.absent-in-every-person', 'persons'],
    ['PER-04.first-person', 'persons'],
    ['valid.crowd-of-twenty', 'parent'],
    ['valid.byte-order-mark', 'file'],
    ['PER-04.absent', 'person 2'],
    ['valid.awaiting-decision', 'person 2'],
  ])('of %s says %s', (id, why) => {
    expect(whyOf(id)).toBe(why);
  });

  it('leaves out a case that changes the header, another person, or the number of persons as well', () => {
    const id = 'PER-13.wrong-check-letter';
    expect(
      whyOf(
        id,
        edited(id, (text) => text.replace('<SerialNo>001', '<SerialNo>002')),
      ),
    ).toBe('persons');
    expect(
      whyOf(
        id,
        edited(id, (text) => text.replace('<Surname>', '<Surname>A')),
      ),
    ).toBe('persons');
    expect(
      whyOf(
        id,
        edited(id, (text) => text.replace('</Persons>', '<Person></Person></Persons>')),
      ),
    ).toBe('persons');
    expect(
      whyOf(
        id,
        edited(id, (text) => text.replace('\n    <Person>', '\n    <!-- --><Person>')),
      ),
    ).toBe('persons');
  });

  it('leaves out a person that is very large', () => {
    const id = 'PER-13.wrong-check-letter';
    const long = (length: number) =>
      edited(id, (text) => {
        const parts = text.split('<Forename>');
        return [parts[0], parts[1], 'a'.repeat(length) + (parts[2] ?? ''), parts[3]].join('<Forename>');
      });
    expect(whyOf(id, long(1000))).toBe('person 2');
    expect(whyOf(id, long(70_000))).toBe('size');
  });

  it('leaves out a case of which another reading is about the whole return', () => {
    const cases = built.map((one) =>
      one.case.id === 'PER-04.absent'
        ? {
            ...one,
            expectation: {
              ...one.expectation,
              alternatives: [[{ rule: 'PER-04', level: 'error' as const, path: '/Message/Persons', person: null }]],
            },
          }
        : one,
    );
    expect(whyOf('PER-04.absent', cases)).toBe('return');
  });
});
