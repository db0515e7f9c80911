import { makeBroken } from '../../conformance/suite/make-case.js';
import { yearBreaks } from '../../scenarios/breaks/year-breaks.js';
import { caseIdOf, type Break } from '../../scenarios/index.js';
import { collectionYear, collectionYears, inForce, yearModel } from '../../src/model/index.js';
import { yearDifferences, type Difference } from '../../src/rules/index.js';
import { bytesSource, validate } from '../../src/validate/index.js';
import { parentMaker, unproved } from './breaks/proof.js';

const pairs = collectionYears.slice(1).map((next, i) => [collectionYears[i] ?? 0, next] as const);

/** A break that tells two years apart, as the file of the one that it is flagged in. */
interface Told {
  readonly one: Break;
  readonly flagged: number;
  readonly notFlagged: number;
  readonly at: readonly string[];
  readonly file: string;
}

const parents = new Map(collectionYears.map((year) => [year, parentMaker({ year, la: '330', seed: 'years' })]));

const told: readonly Told[] = yearBreaks.map((one) => {
  const [flagged = 0, notFlagged = 0] = one.tellsApart ?? [];
  const parent = parents.get(flagged)?.(one.parent);
  if (!parent) throw new RangeError(`${caseIdOf(one)} is flagged in no year`);
  const { file, change } = makeBroken({ year: flagged, la: '330', seed: 'years' }, parent, one);
  return { one, flagged, notFlagged, at: change.at, file: Buffer.from(file).toString('utf8') };
});

function findings(file: string, year: number): readonly string[] {
  return validate(bytesSource(Buffer.from(file, 'utf8')), { year }).findings.map(({ rule, path }) => `${rule} ${path}`);
}

/** The file with the year and the census date of another year in its header. */
function sentIn(file: string, year: number): string {
  return file
    .replace(/<Year>\d+/, `<Year>${year}`)
    .replace(/<ReferenceDate>[\d-]+/, `<ReferenceDate>${collectionYear(year).referenceDate}`);
}

describe('the breaks that tell years apart', () => {
  it.each(collectionYears)('fire where they say, and nothing else does, in %i', (year) => {
    expect(unproved(yearBreaks, { year, la: '330', seed: 'years' })).toEqual([]);
  });

  it('say which years, two neighbours, of which the first is one that they are made in', () => {
    const wrong = told.filter(
      ({ one, flagged, notFlagged }) => Math.abs(flagged - notFlagged) !== 1 || !inForce(one, flagged),
    );
    expect(wrong.map(({ one }) => caseIdOf(one))).toEqual([]);
    expect(yearBreaks.filter(({ name }) => !name.startsWith('year-')).map(caseIdOf)).toEqual([]);
  });

  it('are flagged in the one year and not in the other', () => {
    const wrong = told.flatMap(({ one, flagged, notFlagged, at, file }) => {
      const targets = at.map((path) => `${one.rule} ${path}`);
      const [there, elsewhere] = [findings(file, flagged), findings(sentIn(file, notFlagged), notFlagged)];
      const isTold = targets.every((target) => there.includes(target) && !elsewhere.includes(target));
      return isTold ? [] : [`${caseIdOf(one)}: ${there.join(', ')} / ${elsewhere.join(', ')}`];
    });
    expect(wrong).toEqual([]);
  });
});

const withoutPositions = (path: string): string => path.replaceAll(/\[\d+\]/g, '');

/** Whether a break tells of a difference. */
function isOf({ one, at, file }: Told, { kind, what }: Difference): boolean {
  const path = withoutPositions(at[0] ?? '');
  switch (kind) {
    case 'item':
      return one.rule === 'FILE-06' && path.endsWith(`/${what.replace('.', '/')}`);
    case 'order':
      return one.rule === 'FILE-07' && path.split('/').at(-2) === what;
    case 'rule':
      return one.rule === what;
    case 'code': {
      const [, code = ''] = what.split(' ');
      return one.rule.startsWith('VAL-') && file.includes(`<${path.split('/').at(-1) ?? ''}>${code}</`);
    }
    case 'date':
      return false;
  }
}

describe.each(pairs)('what differs between %i and %i', (year, next) => {
  const ofPair = told.filter(({ flagged, notFlagged }) => flagged + notFlagged === year + next);
  const differences = yearDifferences(year, next).filter(
    ({ kind, change }) => kind !== 'date' && !(kind === 'item' && change === 'changed'),
  );

  it('has a case that tells', () => {
    const without = differences.filter((difference) => !ofPair.some((one) => isOf(one, difference)));
    expect(without.map(({ kind, what }) => `${kind} ${what}`)).toEqual([]);
  });

  it('has a case for each item that takes a code which one of them lacks', () => {
    const codes = differences.filter(({ kind }) => kind === 'code');
    const without = codes.flatMap(({ what }) => {
      const [set = '', code = ''] = what.split(' ');
      const items = [year, next].flatMap((one) =>
        yearModel(one).items.filter(({ node }) => node.type === `code:${set}`),
      );
      return items
        .map(({ parent, tag }) => ({ rule: `VAL-${parent.tag}.${tag}`, value: `<${tag}>${code}</` }))
        .filter(({ rule, value }) => !ofPair.some(({ one, file }) => one.rule === rule && file.includes(value)))
        .map(({ rule }) => `${what} in ${rule}`);
    });
    expect(without).toEqual([]);
  });

  it('has cases for an order each way', () => {
    const orders = differences.filter(({ kind }) => kind === 'order');
    const flaggedIn = orders.map((order) =>
      ofPair
        .filter((one) => isOf(one, order))
        .map(({ flagged }) => flagged)
        .sort(),
    );
    expect(flaggedIn).toEqual(orders.map(() => [year, next]));
  });

  it('shows in their dates each way', () => {
    const ofDates = ofPair.filter(({ one }) => one.rule === 'REQ-02' || one.rule === 'REQ-17');
    expect(ofDates.map(({ flagged }) => flagged).sort()).toEqual([year, next]);
  });
});
