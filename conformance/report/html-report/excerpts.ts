import { isDiscrepancy } from '../../judge/index.js';
import { caseFile, type Case, type Suite } from '../../suite/index.js';
import type { CaseResult } from '../results.js';
import { excerptAt, excerptOfDifference, excerptOfStart, type Excerpt } from './excerpt.js';
import { findElements } from './find-elements.js';
import { readTextFile, type TextFile } from './text-file.js';

/** Most characters of excerpts in one page. */
export const excerptsAtMost = 12_000_000;

/** What of a case's file is shown, or why nothing is. */
export type Shown = Excerpt | { readonly none: string };

/**
 * The excerpts of all cases, as long as they stay under a limit; beyond it those that count against the validator
 * first. Each file is read once, whatever the number of cases in it.
 * @returns by case id; cases that the suite does not have are left out
 */
export function excerptsOf(
  results: readonly CaseResult[],
  suite: Suite,
  limit: number = excerptsAtMost,
): ReadonlyMap<string, Shown> {
  const byId = new Map(suite.cases.map((one) => [one.id, one]));
  const byFile = new Map<string, Wanted[]>();
  for (const result of results) {
    const c = byId.get(result.id);
    if (!c) continue;
    const wanted = { case: c, path: pathToShow(result, c), parent: byId.get(c.parent ?? '') };
    const others = byFile.get(c.file);
    if (others) others.push(wanted);
    else byFile.set(c.file, [wanted]);
  }
  const made = new Map<string, Shown>();
  for (const list of byFile.values()) for (const [id, shown] of excerptsIn(list, suite)) made.set(id, shown);
  return withinLimit(results, made, limit);
}

interface Wanted {
  readonly case: Case;
  readonly path: string | undefined;
  readonly parent: Case | undefined;
}

/** Where the fault is, or else the first thing that is or was to be found. */
function pathToShow({ expected, reported }: CaseResult, c: Case): string | undefined {
  return c.mutation?.path ?? expected[0]?.path ?? reported.find((finding) => finding.path !== undefined)?.path;
}

function excerptsIn(wanted: readonly Wanted[], suite: Suite): [string, Shown][] {
  const [one] = wanted;
  if (!one) return [];
  const file = readTextFile(caseFile(suite, one.case));
  if ('why' in file) return wanted.map(({ case: c }) => [c.id, { none: file.why }]);
  const places = findElements(
    file.text,
    wanted.flatMap(({ path }) => path ?? []),
  );
  return wanted.map(({ case: c, path, parent }) => {
    if (path === undefined) return [c.id, { none: 'it is a valid return, with nothing to point at' }];
    return [c.id, excerptAt(file, path, places) ?? differenceOf(file, suite, parent) ?? excerptOfStart(file)];
  });
}

function differenceOf(
  file: Extract<TextFile, { text: string }>,
  suite: Suite,
  parent: Case | undefined,
): Excerpt | undefined {
  const other = parent && readTextFile(caseFile(suite, parent));
  return other && 'text' in other ? excerptOfDifference(file, other) : undefined;
}

function withinLimit(
  results: readonly CaseResult[],
  made: ReadonlyMap<string, Shown>,
  limit: number,
): ReadonlyMap<string, Shown> {
  const kept = new Map<string, Shown>();
  let left = limit;
  const failing = results.filter((one) => isDiscrepancy(one.verdict));
  for (const { id } of [...failing, ...results]) {
    const shown = made.get(id);
    if (!shown || kept.has(id)) continue;
    const size = 'text' in shown ? shown.text.length : 0;
    const fits = size <= left;
    if (fits) left -= size;
    kept.set(id, fits ? shown : { none: 'excerpts of so many cases would make this page too large' });
  }
  return kept;
}
