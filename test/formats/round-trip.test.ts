import { join } from 'node:path';
import fc from 'fast-check';
import type { FormatName } from '../../formats/index.js';
import { returnToXml } from '../../output/index.js';
import { collectionYears } from '../../src/model/index.js';
import { arbitraryValidReturn } from './arbitrary-valid.js';
import { read, removeFolders, sampleReturn, temporaryFolder, write } from './kit.js';

afterAll(removeFolders);

const names: readonly FormatName[] = ['xml', 'csv', 'jsonl'];
const each = names.flatMap((name) => collectionYears.map((year): [FormatName, number] => [name, year]));

describe('a return that is written and read back', () => {
  it.each(each)('in %s, of %i, is the same, whatever its text', async (name, year) => {
    const folder = temporaryFolder();
    const path = join(folder, 'return');
    await fc.assert(
      fc.asyncProperty(arbitraryValidReturn(year), async (ret) => {
        expect(await write(name, path, ret, year)).toEqual([]);
        const { xml, remarks } = await read(name, path, year);
        expect(xml).toBe(returnToXml(ret, year));
        expect(remarks).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it.each(each)('in %s, of %i, is the same as it was made', async (name, year) => {
    const path = join(temporaryFolder(), 'return');
    const ret = sampleReturn(year, 120);
    expect(await write(name, path, ret, year)).toEqual([]);
    // The year of the header this time.
    expect(await read(name, path)).toEqual({ xml: returnToXml(ret, year), remarks: [] });
  });
});
