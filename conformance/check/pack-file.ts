import { isCollectionYear } from '../../src/model/index.js';
import { asObject, countAt, listAt, reasonOf, ShapeError, textAt } from '../shape/index.js';
import { ExpectedError } from './expected-error.js';

/** The file of a case pack that says what is in it. */
export const packFile = 'pack.json';

/** What of a case pack matters for a check. */
export interface Pack {
  readonly year: number;
  /** Names of stories by the position of the person that tells it, from 1. */
  readonly stories: ReadonlyMap<number, string>;
}

/** @param name what errors call the text @throws ExpectedError */
export function parsePack(text: string, name: string): Pack {
  try {
    const fields = asObject(JSON.parse(text.replace(/^\uFEFF/, '')), 'it');
    if (fields['format'] !== 1) throw new ShapeError('format is not 1, the only one this version reads');
    const year = countAt(fields, 'year');
    if (!isCollectionYear(year)) throw new ShapeError(`year ${year} is not a known collection year`);
    const stories = listAt(fields, 'stories').map((one, at): [number, string] => {
      const story = asObject(one, `story ${at + 1}`);
      const position = countAt(story, 'person');
      if (position < 1) throw new ShapeError(`person of story ${at + 1} is not from 1`);
      return [position, textAt(story, 'name')];
    });
    return { year, stories: new Map(stories) };
  } catch (error) {
    throw new ExpectedError(`${name}: is damaged: ${reasonOf(error)}`);
  }
}
