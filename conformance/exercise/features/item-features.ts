import type { YearModel } from '../../../src/model/index.js';
import { codeGroups } from '../code-groups.js';
import type { Feature } from '../feature.js';
import { itemKey, itemWords } from '../item-words.js';

/** Every item of a year: exercised where it stands with a value. */
export function itemFeatures(model: YearModel): readonly Feature[] {
  return model.items.map((item) => {
    const words = itemWords(item, model);
    return { id: `item:${itemKey(item)}`, kind: 'item', words, never: `${words} never present` };
  });
}

/** Every value of every coded item that is in force in a year; see `codeGroupOf` for those that count together. */
export function codeFeatures(model: YearModel): readonly Feature[] {
  return model.items.flatMap((item) =>
    codeGroups(item, model.year).map(({ name, words }): Feature => {
      const what = itemWords(item, model);
      const of = itemKey(item);
      return {
        id: `code:${of}=${name}`,
        kind: 'code',
        words: `${what}: ${words}`,
        never: `${what} never ${words}`,
        of,
      };
    }),
  );
}
