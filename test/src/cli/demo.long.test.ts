import { contents, removeFolders, shell, temporaryFolder } from './kit.js';

afterAll(removeFolders);

describe('the demo', () => {
  it('does the main job and leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const { code, stdout } = await shell(folder, 'TMPDIR="$PWD" "$KIT" demo --year 2025');
    expect(code).toBe(0);
    expect(stdout.match(/^\d\. .*$/gm)).toHaveLength(4);
    expect(stdout).toMatch(/return of 2025, 1000 persons: 0 errors, 0 queries/);
    expect(stdout).toMatch(/^Rule +caught +missed +false alarms +rightly quiet/m);
    expect(stdout).toMatch(/the faulty one was found out\.\n$/);
    expect(contents(folder)).toEqual([]);
  }, 180_000);
});
