import { breaksIn, caseIdOf, nearMissesIn, parentsIn, variantsIn } from '../../scenarios/index.js';
import { collectionYears, isCollectionYear } from '../../src/model/index.js';
import { ruleById } from '../../src/rules/index.js';
import { buildCases, setKey } from '../suite/index.js';

/** What this kit knows of the cases of two collection years. */
export interface YearKnowledge {
  /** Whether the case exists in the year; null where this kit does not know the case, its rule or the year. */
  exists(id: string, rule: string | null, year: number): boolean | null;
  /**
   * Which of the cases must be answered otherwise in one year than in the other, by the readings taken here; null where
   * this kit does not know one of the years. Cases it does not know are not told.
   */
  answeredOtherwise(ids: readonly string[], from: number, to: number): ReadonlyMap<string, boolean> | null;
}

/** The knowledge that comes with this kit. */
export const kitKnowledge: YearKnowledge = {
  exists: (id, rule, year) => {
    if (!isCollectionYear(year)) return null;
    const known = idsByYear(year);
    const plain = withoutPacking(id);
    if (known.has(plain)) return true;
    const entry = rule === null ? undefined : ruleById(rule);
    if (entry && (year < entry.from || year > (entry.to ?? Infinity))) return false;
    return isKnownInAnyYear(plain) ? false : null;
  },
  answeredOtherwise: (ids, from, to) => {
    if (!isCollectionYear(from) || !isCollectionYear(to)) return null;
    const [before, after] = [from, to].map((year) => expectedIn(ids, year));
    return new Map(
      ids.flatMap((id): [string, boolean][] => {
        const plain = withoutPacking(id);
        const [was, is] = [before?.get(plain), after?.get(plain)];
        return was === undefined || is === undefined ? [] : [[id, was !== is]];
      }),
    );
  },
};

/** A valid case that stands alone beside its packed self has another id. */
function withoutPacking(id: string): string {
  return id.replace(/^(valid\..+)\.alone$/, '$1');
}

const known = new Map<number, ReadonlySet<string>>();

function idsByYear(year: number): ReadonlySet<string> {
  let ids = known.get(year);
  if (!ids) {
    ids = new Set([
      ...[...breaksIn(year), ...nearMissesIn(year)].map(caseIdOf),
      ...[...parentsIn(year), ...variantsIn(year)].map(({ name }) => `valid.${name}`),
    ]);
    known.set(year, ids);
  }
  return ids;
}

function isKnownInAnyYear(id: string): boolean {
  return collectionYears.some((year) => idsByYear(year).has(id));
}

/** What each case must be answered with, as a key. Only cases that exist are built: an id is from a file, and no glob. */
function expectedIn(ids: readonly string[], year: number): ReadonlyMap<string, string> {
  const select = [...new Set(ids.map(withoutPacking))].filter((id) => idsByYear(year).has(id));
  if (select.length === 0) return new Map();
  const built = buildCases({ year, seed: '1', kit: '', select });
  return new Map(built.map(({ case: one, expectation }) => [one.id, setKey(expectation.findings)]));
}
