import { childPath, markOf, recordPath, type Mark } from '../reading/index.js';
import { isMissingIn, recordOf, tagOf, type RecordRule, type Scope, type Spot } from '../rules/index.js';
import type { RecordTag } from '../return/index.js';

/** Where a finding points: a path, and the line and column of the element there or of its parent. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The value as given, where one stands there. */
  readonly value?: string;
}

/** The records of a kind in a scope: the one that is looked at, or all of them in the plan or active plans. */
export function recordsIn(scope: Scope, tag: RecordTag): readonly object[] {
  switch (tag) {
    case 'CollectionDetails':
      return one(scope.collectionDetails);
    case 'Source':
      return one(scope.source);
    case 'Person':
      return one(scope.person);
    case 'Requests':
      return one(scope.request);
    case 'Assessment':
      return one(scope.assessment);
    case 'NamedPlan':
      return one(scope.plan);
    case 'PlanDetail':
      return scope.planDetail ? [scope.planDetail] : (scope.plan?.PlanDetail ?? []);
    case 'ActivePlans':
      return one(scope.active);
    case 'PlacementDetail':
      return scope.placement ? [scope.placement] : (scope.active?.PlacementDetail ?? []);
    case 'SENneed':
      return scope.need ? [scope.need] : (scope.active?.SENneed ?? []);
    default:
      return [];
  }
}

function one(record: object | undefined): readonly object[] {
  return record ? [record] : [];
}

/** The first of the rule's items that is present; where none is, the first as it stands empty or would stand. */
export function placeOfRule(rule: RecordRule, record: object, scope: Scope): Place {
  for (const ref of rule.items) {
    for (const holder of recordsIn(scope, recordOf(ref))) {
      if (!isMissingIn(holder, tagOf(ref))) return placeOf({ record: holder, tag: tagOf(ref) });
    }
  }
  const [first] = rule.items;
  if (first === undefined) return placeOfRecord(markOf(record));
  const [holder] = recordsIn(scope, recordOf(first));
  if (holder) return placeOf({ record: holder, tag: tagOf(first) });
  // The container of the item is missing as well: it is named on the way.
  const mark = markOf(record);
  return { ...placeOfRecord(mark), path: `${childPath(mark, recordOf(first))}/${tagOf(first)}` };
}

export function placeOf({ record, tag }: Spot): Place {
  const mark = markOf(record);
  const child = mark.group.byTag.get(tag);
  const line = child ? (mark.lines[child.index] ?? 0) : 0;
  const column = child ? (mark.columns[child.index] ?? 0) : 0;
  const path = childPath(mark, tag);
  if (line === 0) return { path, line: mark.line, column: mark.column };
  const value: unknown = (record as Readonly<Record<string, unknown>>)[tag];
  const position = child?.kind === 'group' && child.repeats ? '[1]' : '';
  return { path: path + position, line, column, ...(typeof value === 'string' ? { value } : {}) };
}

function placeOfRecord(mark: Mark): Place {
  return { path: recordPath(mark), line: mark.line, column: mark.column };
}
