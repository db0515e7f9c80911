import { isCollectionYear } from '../../src/model/index.js';
import type { StoryCoverage } from '../exercise/index.js';
import { asObject, countAt, listAt, reasonOf, ShapeError, textAt, textsAt } from '../shape/index.js';
import { ExpectedError } from './expected-error.js';

/** The file of a case pack that says what is in it. */
export const packFile = 'pack.json';

/** What of a case pack matters for a check. */
export interface Pack {
  readonly year: number;
  /** Names of stories by the position of the person that tells it, from 1. */
  readonly stories: ReadonlyMap<number, string>;
  /** What each of them exercises. */
  readonly coverage: readonly StoryCoverage[];
}

/** @param name what errors call the text @throws ExpectedError */
export function parsePack(text: string, name: string): Pack {
  try {
    const fields = asObject(JSON.parse(text.replace(/^\uFEFF/, '')), 'it');
    if (fields['format'] !== 1) throw new ShapeError('format is not 1, the only one this version reads');
    const year = countAt(fields, 'year');
    if (!isCollectionYear(year)) throw new ShapeError(`year ${year} is not a known collection year`);
    const stories = new Map<number, string>();
    const coverage = listAt(fields, 'stories').map((one, at): StoryCoverage => {
      const story = asObject(one, `story ${at + 1}`);
      const position = countAt(story, 'person');
      if (position < 1) throw new ShapeError(`person of story ${at + 1} is not from 1`);
      const name = textAt(story, 'name');
      stories.set(position, name);
      return { name, covers: textsAt(story, 'covers') };
    });
    return { year, stories, coverage };
  } catch (error) {
    throw new ExpectedError(`${name}: is damaged: ${reasonOf(error)}`);
  }
}
