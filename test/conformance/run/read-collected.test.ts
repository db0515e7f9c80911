import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  CollectedError,
  collectedValidator,
  kitReader,
  readCollected,
  runSuite,
  type AnswerReader,
  type CollectedAnswers,
} from '../../../conformance/run/index.js';
import { readSuite, writePackedSuite, type Suite } from '../../../conformance/suite/index.js';
import { bytesSource, validate } from '../../../src/validate/index.js';
import { removeFolders, sexPath, smallSuite, temporaryFolder, writeSuite } from '../tiny-suite.js';

afterAll(removeFolders);

const folder = temporaryFolder();
const suite = readSuite(writeSuite(smallSuite));
const [plain, leftOut, given] = ['0000', '0001', '0002'];
let files = 0;

function file(text: string): string {
  const path = join(folder, `answers-${(files += 1)}`);
  writeFileSync(path, text);
  return path;
}

async function verdicts(of: Suite, answers: CollectedAnswers, reader: AnswerReader = kitReader): Promise<string[]> {
  const told: string[] = [];
  const { capabilities, adapter } = reader;
  await runSuite(
    of,
    collectedValidator(answers, { name: 'answers', capabilities, adapter }),
    { kit: '0', jobs: 1, timeoutMs: 1000 },
    { start: () => undefined, result: ({ id, verdict }) => void told.push(`${id} ${verdict}`), end: () => undefined },
  );
  return told;
}

const allRight = ['valid.plain match', 'PER-09.left-out match', 'PER-09.given match'];

describe('answers that were collected', () => {
  it.each<[string, string]>([
    [
      'CSV by file',
      `file,rule,level,path,person\n${leftOut}.xml,PER-09,error,${sexPath},1\ncases/${plain}.xml,,,,\n${given},,,,\n`,
    ],
    [
      'CSV by case, with semicolons, CRLF and a mark',
      `\uFEFFcase;rule\r\nPER-09.left-out;PER-09\r\nvalid.plain;\r\nPER-09.given;\r\n`,
    ],
    [
      'NDJSON',
      `{"case":"valid.plain","findings":[]}\n{"file":"${leftOut}.xml","findings":[{"rule":"PER-09"}]}\n{"file":"${given}","findings":[]}`,
    ],
  ])('are read from %s', async (_name, text) => {
    const answers = await readCollected(file(text), await suite, kitReader);
    expect(await verdicts(await suite, answers)).toEqual(allRight);
  });

  it('are read from a folder with an output a file', async () => {
    const outputs = join(folder, 'outputs');
    mkdirSync(outputs);
    for (const name of [plain, given]) writeFileSync(join(outputs, `${name}.json`), '{"findings":[]}');
    writeFileSync(join(outputs, `${leftOut}.txt`), '{"findings":[{"rule":"PER-09"}]}');
    expect(await verdicts(await suite, await readCollected(outputs, await suite, kitReader))).toEqual(allRight);
    writeFileSync(join(outputs, 'readme.txt'), '');
    await expect(readCollected(outputs, await suite, kitReader)).rejects.toThrow(
      `${join(outputs, 'readme.txt')}: has the name of no file of the suite`,
    );
  });

  it.each<[string, (path: string) => unknown]>([
    ['folder', (path) => mkdirSync(path, { recursive: true })],
    ['pipe', (path) => execFileSync('mkfifo', [path])],
    ['link to something endless', (path) => execFileSync('ln', ['-s', '/dev/zero', path])],
  ])('are refused where one is a %s, which is not waited for', async (_, make) => {
    const outputs = temporaryFolder();
    make(join(outputs, `${plain}.json`));
    const read = readCollected(outputs, await suite, kitReader);
    await expect(read).rejects.toThrow(CollectedError);
    await expect(read).rejects.toThrow(
      `${join(outputs, `${plain}.json`)}: is no file; a file with what the validator said of the case is needed`,
    );
  });

  it('that are not there could not be run, and never match', async () => {
    const answers = await readCollected(file('case,rule\nvalid.plain,\n'), await suite, kitReader);
    expect(await verdicts(await suite, answers)).toEqual([
      'valid.plain match',
      'PER-09.left-out could-not-run',
      'PER-09.given could-not-run',
    ]);
  });

  it('may say that a case is not supported or failed', async () => {
    const text = '{"case":"valid.plain","unsupported":"no"}\n{"case":"PER-09.given","error":"crashed"}\n';
    const answers = await readCollected(file(text), await suite, kitReader);
    expect(answers.get(`${plain}.xml`)).toEqual({ kind: 'unsupported', why: 'no' });
    expect(answers.get(`${given}.xml`)).toEqual({ kind: 'could-not-run', why: 'crashed' });
  });

  it('are handed to an adapter as the rows of each file', async () => {
    const texts: string[] = [];
    const reader: AnswerReader = {
      ...kitReader,
      adapter: 'a'.repeat(64),
      readText: (text, { file: of }) => {
        texts.push(`${basename(of)} ${text}`);
        return Promise.resolve({ kind: 'findings', findings: [] });
      },
    };
    await readCollected(file('file,Error\n0001,"X1, ""and"" more"\n0002,\n'), await suite, reader);
    expect(texts).toEqual(['0001.xml "file","Error"\n"0001","X1, ""and"" more"\n', '0002.xml "file","Error"\n']);
  });

  it.each<[string, string, RegExp]>([
    [
      'a name that is none',
      'case,rule\nPER-99.x,PER-09\n',
      /answers-\d+ line 2: PER-99\.x is no case and no file of the suite$/,
    ],
    ['no name', 'case,rule\nvalid.plain,\n,PER-09\n', /line 3: has neither file nor case$/],
    ['no column for it', 'id,rule\n', /line 1: a column file or case is needed; there are id, rule$/],
    [
      'a second answer',
      '{"case":"valid.plain","findings":[]}\n{"file":"0000","findings":[]}\n',
      /line 2: is a second answer for 0000\.xml$/,
    ],
    ['a line that is cut off', '{"case":"valid.plain","findings":[]}\n{"case":', /line 2: is not JSON$/],
    ['nothing in it', '', /line 1: a column file or case is needed; there are none$/],
    ['an open quote', 'case,rule\n"valid', /is neither NDJSON nor CSV: /],
  ])('are refused with %s', async (_name, text, message) => {
    const read = readCollected(file(text), await suite, kitReader);
    await expect(read).rejects.toThrow(CollectedError);
    await expect(readCollected(file(text), await suite, kitReader)).rejects.toThrow(message);
  });
});

describe('answers on a packed suite', () => {
  it('are given by file, and judged by person', async () => {
    const packed = temporaryFolder();
    const { returns } = writePackedSuite(packed, { year: 2025, seed: '1', kit: '0', select: ['PER-13.*'] });
    const read = await readSuite(packed);
    const rows = read.cases.flatMap(({ file: name }) => [name]);
    const lines = [...new Set(rows)].flatMap((name) => {
      const { findings } = validate(bytesSource(readFileSync(join(packed, name))), { year: 2025 });
      return [`${name},,,`, ...findings.map(({ rule, path }) => `${name},${rule},${path},`)];
    });
    const text = `file,rule,path,person\n${lines.join('\n')}\n`;
    const told = await verdicts(read, await readCollected(file(text), read, kitReader));
    expect(told.length).toBe(read.cases.length);
    expect(told.filter((one) => !one.endsWith(' match'))).toEqual([]);
    expect(returns.length).toBeGreaterThan(0);
    const some = read.cases.find((one) => one.packed && one.kind === 'broken');
    await expect(readCollected(file(`case,rule\n${some?.id ?? ''},\n`), read, kitReader)).rejects.toThrow(
      /line 2: the case PER-13\.\S+ shares its file with others; name the file, packed-1\.xml$/,
    );
  });
});
