import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { excerptsOf } from '../../../../conformance/report/html-report/excerpts.js';
import { caseFile, readSuite } from '../../../../conformance/suite/index.js';
import { removeFolders, sexPath, writeSuite, type TinyCase } from '../../tiny-suite.js';
import { result } from '../sample.js';
import { fileOf, sampleCases, sampleSuite } from './sample-page.js';

afterAll(removeFolders);

type Shown = ReturnType<typeof excerptsOf> extends ReadonlyMap<string, infer T> ? T : never;

const marked = (shown: Shown | undefined): string[] => {
  if (!shown || 'none' in shown) return [];
  return shown.text.split('\n').slice(shown.from - shown.first, shown.to - shown.first + 1);
};

/** The excerpts of one case and its parent. */
async function shownOf(text: string, more: Partial<TinyCase> = {}): Promise<Shown | undefined> {
  const parent = { id: 'valid.plain', kind: 'valid', text: fileOf('') } as const;
  const one = { id: 'PER-09.a', rule: 'PER-09', parent: 'valid.plain', path: sexPath, text, ...more };
  return excerptsOf([result('PER-09.a', 'PER-09')], await readSuite(writeSuite([parent, one]))).get('PER-09.a');
}

describe('excerptsOf', () => {
  it('marks the element that was changed, with ten lines on each side', async () => {
    const excerpts = excerptsOf(sampleCases, await sampleSuite());
    const shown = excerpts.get('PER-09.wrong');
    expect(marked(shown)).toEqual(['      <Sex>X</Sex>']);
    expect(shown).toMatchObject({ first: 1, from: 6, to: 6, what: 'Sex is marked.' });
    expect(shown && 'text' in shown ? shown.text.split('\n') : []).toHaveLength(16);
  });

  it('marks what is around an element that is absent', async () => {
    const shown = excerptsOf(sampleCases, await sampleSuite()).get('PER-09.absent');
    expect(marked(shown)).toEqual(['    <Person>']);
    expect(shown).toMatchObject({ what: 'Sex does not stand here; Person, around it, is marked.' });
  });

  it('marks the first line that differs where no element is at fault', async () => {
    const shown = await shownOf(fileOf('').replace('Number 7', 'Number X').slice(0, 800), { path: '/' });
    expect(marked(shown)).toEqual(['      <Surname>Number X</Surname>']);
  });

  it.each([
    ['is empty', '', 'the file is empty'],
    ['is UTF-16', Buffer.from('<Message/>', 'utf16le').toString('utf8'), 'the file is not UTF-8 text'],
  ])('says why there is none where the file %s', async (_, text, none) => {
    expect(await shownOf(text)).toEqual({ none });
  });

  it('says why there is none where a pipe has taken the place of the file, and does not wait for it', async () => {
    const suite = await readSuite(writeSuite([{ id: 'PER-09.a', rule: 'PER-09', path: sexPath, text: fileOf('') }]));
    const [one] = suite.cases;
    const file = one ? caseFile(suite, one) : '';
    rmSync(file);
    execFileSync('mkfifo', [file]);
    expect(excerptsOf([result('PER-09.a', 'PER-09')], suite).get('PER-09.a')).toEqual({
      none: 'the file cannot be read: it is no file any more',
    });
  });

  it('cuts long lines about the fault, and shows control characters as pictures', async () => {
    const text = `<Message><Persons><Person>${' '.repeat(100_000)}<Sex>\u0001</Sex></Person></Persons></Message>`;
    const [line = ''] = marked(await shownOf(text));
    expect(line).toContain('<Sex>\u2401</Sex>');
    expect(line.length).toBeLessThan(300);
    expect(line).toMatch(/^… /);
  });

  it('keeps those of failing cases where all would be too much', async () => {
    const suite = await sampleSuite();
    const all = excerptsOf(sampleCases, suite);
    const failing = all.get('PER-09.absent');
    const size = failing && 'text' in failing ? failing.text.length : 0;
    expect(size).toBeGreaterThan(200);
    const few = excerptsOf(sampleCases, suite, size);
    expect(few.get('PER-09.absent')).toEqual(failing);
    expect(few.get('PER-09.wrong')).toEqual({ none: expect.stringMatching(/too large/) as string });
  });
});
