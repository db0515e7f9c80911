import { readDirectory } from '../../../../formats/excel/zip/directory.js';
import { entryChunks } from '../../../../formats/excel/zip/entry-chunks.js';
import { FormatError } from '../../../../formats/index.js';
import { zipOf, type Entry } from './zip-of.js';

const content = Buffer.from('0123456789'.repeat(100_000));

/** What comes of the only file of a zip, and the bytes of it that came before a fault. */
async function contentOf(
  entry: Partial<Entry>,
  change: (zip: Buffer) => void = () => undefined,
): Promise<{ came: number; fault?: unknown }> {
  const zip = zipOf([{ name: 'a', content, ...entry }]);
  change(zip);
  const [only] = readDirectory(zip);
  let came = 0;
  try {
    if (only) for await (const chunk of entryChunks(zip, only, 2 ** 20)) came += chunk.length;
    return { came };
  } catch (fault) {
    return { came, fault };
  }
}

describe('entryChunks', () => {
  it.each([true, false])('gives what is in the zip, stored: %j', async (isStored) => {
    expect(await contentOf({ isStored })).toEqual({ came: content.length });
  });

  it('stops where there is more than the directory says', async () => {
    const { came, fault } = await contentOf({ says: 100_000 });
    expect(came).toBeLessThanOrEqual(100_000);
    expect(fault).toBeInstanceOf(FormatError);
  });

  it('refuses less than the directory says, a byte that was changed, and another way of packing', async () => {
    const damaged = new FormatError('the file is damaged or cut off: save it again in Excel as .xlsx');
    expect(await contentOf({ says: content.length + 1 })).toEqual({ came: content.length, fault: damaged });
    const changed = await contentOf({ isStored: true }, (zip) => zip.writeUInt8(0x41, 1000));
    expect(changed).toEqual({ came: content.length, fault: damaged });
    const { fault } = await contentOf({}, (zip) => zip.writeUInt16LE(9, zip.indexOf('PK\u0001\u0002') + 10));
    expect(fault).toEqual(new FormatError('its zip is packed in a way that Excel does not use: save it in Excel'));
  });

  it('gives nothing of a file that is larger than it may be', async () => {
    expect(await contentOf({ says: 2 ** 20 + 1 })).toEqual({
      came: 0,
      fault: new FormatError('is too large: a would be more than 1 MB'),
    });
  });
});
