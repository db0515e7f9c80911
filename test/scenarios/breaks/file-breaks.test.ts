import { fileBreaks } from '../../../scenarios/breaks/file-breaks.js';
import { collectionYears, yearModel } from '../../../src/model/index.js';
import { makeBroken } from '../../../conformance/suite/make-case.js';
import { parentMaker, unproved } from './proof.js';

const latest = collectionYears.at(-1) ?? 0;
const key = { year: latest, la: '330', seed: 'file' };

describe('the breaks of the file', () => {
  it.each(collectionYears)('fire where they say, and nothing else does, in %i', (year) => {
    expect(unproved(fileBreaks, { ...key, year })).toEqual([]);
  });

  it('are of every rule about the file', () => {
    expect(new Set(fileBreaks.map(({ rule }) => rule))).toEqual(new Set(['FILE-01', 'FILE-02', 'FILE-03', 'FILE-04']));
  });

  it('cut the file off at every boundary of a container', () => {
    const parent = parentMaker(key);
    const { xml } = parent('issued-on-time');
    const ends = new Set(
      fileBreaks
        .filter(({ name }) => name.startsWith('cut-off') || name === 'last-tag-gone')
        .map((one) => Buffer.from(makeBroken(key, parent(one.parent), one).file).toString('utf8')),
    );
    const boundaries = yearModel(latest).groups.flatMap(({ tag }) => {
      const [start, end] = [xml.indexOf(`<${tag}>`), xml.indexOf(`</${tag}>`)];
      return [start + `<${tag}>`.length, end, end + `</${tag}>`.length];
    });
    // After the end of Message the file is whole.
    const whole = xml.trimEnd().length;
    const missing = boundaries.filter((at) => at !== whole && !ends.has(xml.slice(0, at)));
    expect(missing).toEqual([]);
  });

  it('make no two files alike', () => {
    const parent = parentMaker(key);
    const files = fileBreaks.map((one) =>
      Buffer.from(makeBroken(key, parent(one.parent), one).file).toString('latin1'),
    );
    expect(new Set(files).size).toBe(files.length);
  });
});
