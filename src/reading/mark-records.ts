import type { YearGroup } from '../model/index.js';
import { makeMark, setMark, type Mark } from './mark.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A copy of a record and all it holds, with the marks that the reading of a file would have put on them: for records
 * that come from elsewhere, which rules can then be put to. What the collection year does not have is left out.
 */
export function markedCopy<R extends object>(record: R, group: YearGroup, parent?: Mark, position = 1): R {
  const mark = makeMark(group, parent, position, 0, 0);
  const made: Record<string, unknown> = {};
  setMark(made, mark);
  const given = record as Fields;
  for (const item of group.items) {
    const value = given[item.tag];
    if (typeof value !== 'string') continue;
    made[item.tag] = value;
    if (value === '') mark.empty |= 1 << item.index;
    else if (item.hasValueRule && !item.accepts(value)) mark.badValue |= 1 << item.index;
  }
  for (const child of group.groups) {
    const held = given[child.tag];
    if (Array.isArray(held)) {
      made[child.tag] = held.filter(isRecord).map((one, index) => markedCopy(one, child, mark, index + 1));
    } else if (isRecord(held)) {
      made[child.tag] = markedCopy(held, child, mark);
    }
  }
  return made as R;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
