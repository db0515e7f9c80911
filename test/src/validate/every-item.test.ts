import { generateReturn } from '../../../generators/index.js';
import { storiesIn } from '../../../scenarios/index.js';
import { collectionYears, yearModel, type YearGroup, type YearItem } from '../../../src/model/index.js';
import type { Return } from '../../../src/return/index.js';
import { element, findingsIn, toXml, wrong } from './sample.js';

type Box = Record<string, unknown>;

/** An item where it stands in a return of one person. */
interface Stand {
  readonly item: YearItem;
  readonly path: string;
  readonly ret: Return;
  readonly record: Box;
}

function boxesIn(held: unknown): Box[] {
  return (Array.isArray(held) ? held : [held]).filter((box): box is Box => typeof box === 'object' && box !== null);
}

/** Calls back for every item that has a value in a record and those below. */
function walk(
  group: YearGroup,
  record: Box,
  path: string,
  see: (item: YearItem, record: Box, path: string) => void,
): void {
  for (const child of group.children) {
    if (child.kind === 'item') {
      if (record[child.tag] !== undefined) see(child, record, `${path}/${child.tag}`);
      continue;
    }
    boxesIn(record[child.tag]).forEach((box, i) => {
      walk(child, box, `${path}/${child.tag}${child.repeats ? `[${i + 1}]` : ''}`, see);
    });
  }
}

/** Where each item of the year stands first among persons of every story. */
function stands(year: number): ReadonlyMap<string, Stand> {
  const model = yearModel(year);
  const scenario = storiesIn(year).map(({ name }) => name);
  const persons = scenario.length;
  const { Header, Persons } = generateReturn({ year, la: '202', persons, seed: 'every item', scenario });
  const found = new Map<string, Stand>();
  for (const person of Persons?.Person ?? []) {
    const ret: Return = { Header: Header ?? {}, Persons: { Person: [person] } };
    walk(model.message, { ...ret }, '/Message', (item, record, path) => {
      const name = `${item.parent.tag}.${item.tag}`;
      if (!found.has(name)) found.set(name, { item, path, ret, record });
    });
  }
  return found;
}

/** What is told once an item has another value; the return is as before afterwards. */
function toldWith({ item, record, ret }: Stand, value: string | undefined, year: number): string[] {
  const before = record[item.tag];
  record[item.tag] = value;
  const xml = toXml(ret, year);
  record[item.tag] = before;
  return findingsIn(xml, year).map(({ rule, path }) => `${rule} ${path}`);
}

/** Items whose lack means something else beside, in the case they stand in: what else must be told. */
const consequences: Readonly<Record<string, RegExp>> = {
  // The request was not exported after all, so it must have led to an assessment.
  'Requests.Exported': /^REQ-15 /,
  // The placement that was left is open again, beside the present one.
  'PlacementDetail.LeavingDate': /^PLC-1[02] /,
};

/** Of several items one of which is wanted, the first is where the lack of all is told. */
const firstOf: Readonly<Record<string, string>> = {
  UniqueLearnerNumber: 'UPN',
  UPNunknown: 'UPN',
  UKPRN: 'URN',
  SENSetting: 'URN',
  DP: 'OA',
};

describe.each(collectionYears)('every item of %i', (year) => {
  const all = stands(year);

  it('stands in the return', () => {
    const items = yearModel(year).items.map((item) => `${item.parent.tag}.${item.tag}`);
    expect([...all.keys()].sort()).toEqual(items.sort());
  });

  it('is one finding where it holds an element', () => {
    for (const stand of all.values()) expect(toldWith(stand, element, year)).toEqual([`FILE-10 ${stand.path}`]);
  });

  it('is one finding where its value is not of its type', () => {
    for (const [name, stand] of all) {
      if (stand.item.hasValueRule) expect(toldWith(stand, wrong, year)).toEqual([`VAL-${name} ${stand.path}`]);
    }
  });

  it('is one finding where it is empty, and the same or none where it is absent', () => {
    for (const [name, stand] of all) {
      const isBeside = (finding: string): boolean => !(consequences[name]?.test(finding) ?? false);
      const whenEmpty = toldWith(stand, '', year).filter(isBeside);
      expect(whenEmpty).toHaveLength(1);
      const [rule, path] = whenEmpty[0]?.split(' ') ?? [];
      const first = (rule !== 'FILE-12' && firstOf[stand.item.tag]) || stand.item.tag;
      expect(path).toBe(stand.path.replace(/[^/]+$/, first));
      expect(toldWith(stand, undefined, year).filter(isBeside)).toEqual(
        whenEmpty.filter((finding) => !finding.startsWith('FILE-12')),
      );
    }
  });
});
