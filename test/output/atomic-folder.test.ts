import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputError, writeFileAtomically, writeFolderAtomically } from '../../output/index.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'sen2kit-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const suite = (at: string): void => {
  mkdirSync(join(at, 'cases'));
  writeFileSync(join(at, 'cases', 'a.xml'), 'new');
};

describe('writeFolderAtomically', () => {
  it('is for its owner alone until it is whole, and then for whom the process lets in', async () => {
    const path = join(folder, 'made');
    mkdirSync(join(folder, 'other'));
    let mode = 0;
    await writeFolderAtomically(path, (filling) => {
      mode = statSync(filling).mode & 0o777;
    });
    expect(mode).toBe(0o700);
    expect(statSync(path).mode).toBe(statSync(join(folder, 'other')).mode);
  });

  it('puts the filled folder under its name and leaves nothing else', async () => {
    const path = join(folder, 'suite');
    await writeFolderAtomically(path, (at) => {
      suite(at);
      expect(readdirSync(folder)).not.toContain('suite');
    });
    expect(readFileSync(join(path, 'cases', 'a.xml'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['suite']);
    expect(statSync(path).mode).toBe(statSync(join(path, 'cases')).mode);
  });

  it('takes the place of an empty folder unasked', async () => {
    mkdirSync(join(folder, 'suite'));
    await writeFolderAtomically(join(folder, 'suite'), suite);
    expect(readdirSync(join(folder, 'suite'))).toEqual(['cases']);
    expect(readdirSync(folder)).toEqual(['suite']);
  });

  it('replaces a folder that holds something only where it may', async () => {
    const path = join(folder, 'suite');
    mkdirSync(path);
    writeFileSync(join(path, 'mine.txt'), 'mine');
    const refusal = `cannot write ${path}: the folder is there already and holds other files`;
    await expect(writeFolderAtomically(path, suite)).rejects.toThrow(new OutputError(refusal));
    await expect(writeFolderAtomically(path, suite, { mayReplace: () => false })).rejects.toThrow(refusal);
    expect(readdirSync(path)).toEqual(['mine.txt']);

    const asked: string[] = [];
    await writeFolderAtomically(path, suite, { mayReplace: (at) => asked.push(at) > 0 });
    expect(asked).toEqual([path]);
    expect(readdirSync(path)).toEqual(['cases']);
    expect(readdirSync(folder)).toEqual(['suite']);
  });

  it('leaves all as it was where the filling fails', async () => {
    const path = join(folder, 'suite');
    mkdirSync(path);
    writeFileSync(join(path, 'mine.txt'), 'mine');
    const failure = new Error('no');
    const fill = (at: string): void => {
      suite(at);
      throw failure;
    };
    await expect(writeFolderAtomically(path, fill, { mayReplace: () => true })).rejects.toBe(failure);
    expect(readdirSync(path)).toEqual(['mine.txt']);
    expect(readdirSync(folder)).toEqual(['suite']);
  });

  it('puts the former folder back where the new one cannot take its place', async () => {
    const path = join(folder, 'suite');
    mkdirSync(path);
    writeFileSync(join(path, 'mine.txt'), 'mine');
    const takeAway = (at: string): void => {
      rmSync(at, { recursive: true });
    };
    await expect(writeFolderAtomically(path, takeAway, { mayReplace: () => true })).rejects.toThrow(OutputError);
    expect(readdirSync(path)).toEqual(['mine.txt']);
    expect(readdirSync(folder)).toEqual(['suite']);
  });

  it('says in one line what is in the way, under the name that was asked for', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(writeFolderAtomically(join(folder, 'file'), suite)).rejects.toThrow(/file: it is not a folder$/);
    await expect(writeFolderAtomically(join(folder, 'file', 's'), suite)).rejects.toThrow(
      /part of the path is not a folder$/,
    );
    await expect(writeFolderAtomically(join(folder, 'no', 's'), suite)).rejects.toThrow(
      `cannot write ${join(folder, 'no', 's')}: there is no folder ${join(folder, 'no')}`,
    );
    await expect(writeFolderAtomically(process.cwd(), suite, { mayReplace: () => true })).rejects.toThrow(
      /the folder the command runs in$/,
    );
    const path = join(folder, 'suite');
    const nested = (at: string): Promise<void> => writeFileAtomically(join(at, 'no', 'a.xml'), () => undefined);
    await expect(writeFolderAtomically(path, nested)).rejects.toThrow(
      `cannot write ${join(path, 'no', 'a.xml')}: there is no folder ${join(path, 'no')}`,
    );
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('lets an error about another place through', async () => {
    const missing = join(folder, 'missing');
    await expect(writeFolderAtomically(join(folder, 'suite'), () => void readFileSync(missing))).rejects.toMatchObject({
      path: missing,
    });
  });
});
