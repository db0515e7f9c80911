import { buildCases } from '../../../../conformance/suite/index.js';
import { generateReturn } from '../../../../generators/index.js';
import { returnToXml } from '../../../../output/index.js';
import { randomFor, type Random } from '../../../../src/random/index.js';
import { bytesSource, validate, validateInThreads, type ByteSource } from '../../../../src/validate/index.js';
import { Crew, inThreads } from '../../../../src/threads/index.js';
import { checkPiece, type CheckedPiece, type PieceTask } from '../../../../src/validate/pieces/check-piece.js';
import { validateInPieces, type CheckPieces } from '../../../../src/validate/pieces/validate-in-threads.js';

const pieceWorker = new URL('../../../../src/validate/pieces/piece-worker.js', import.meta.url);

/** How many files were looked at in pieces to the end, and how many pieces of them there were. */
interface Tally {
  files: number;
  pieces: number;
}

/** Bytes that come a few at a time, as those of a file much larger do. */
function inChunks(bytes: Uint8Array, size: number): ByteSource {
  return {
    size: bytes.length,
    *chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

/** What comes of a file, or the error that does. */
async function outcome(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : error;
  }
}

async function expectSame(
  source: ByteSource,
  options: { readonly year?: number; readonly maxFindings?: number; readonly pieceBytes: number },
  tally: Tally,
): Promise<void> {
  const met = { pieces: 0, unfit: 0 };
  const here: CheckPieces = function* (context, tasks) {
    for (const task of tasks) {
      // As if it had gone to another thread and back.
      const piece = structuredClone(checkPiece(context, structuredClone(task)));
      met.pieces += 1;
      if (!piece) met.unfit += 1;
      yield piece;
    }
  };
  const inPieces = await outcome(() => validateInPieces(source, options, here));
  expect(inPieces).toEqual(await outcome(() => validate(source, options)));
  if (met.pieces > 0 && met.unfit === 0) tally.files += 1;
  tally.pieces += met.pieces;
}

const inOtherThreads: CheckPieces = (context, tasks) =>
  inThreads<PieceTask, CheckedPiece | undefined>({
    crew: new Crew({ program: pieceWorker, data: context, threads: 2 }),
    tasks,
  });

describe('validation in pieces', () => {
  it('finds in every case of a suite what validation in one go finds', async () => {
    const year = 2026;
    const cases = buildCases({ year, seed: 'pieces', kit: 'test' });
    const tally = { files: 0, pieces: 0 };
    for (const { file } of cases) await expectSame(inChunks(file, 1000), { year, pieceBytes: 1500 }, tally);
    expect(cases.length).toBeGreaterThan(1000);
    // Most cases are about persons, who are whole.
    expect(tally.files).toBeGreaterThan(cases.length / 2);
    expect(tally.pieces).toBeGreaterThan(tally.files);
  });

  it('finds the same in returns with anything at all put anywhere', async () => {
    const random = randomFor('pieces');
    const plain = returnToXml(generateReturn({ year: 2026, la: '202', seed: 'pieces', persons: 40 }), 2026);
    const tally = { files: 0, pieces: 0 };
    for (let round = 0; round < 400; round++) {
      const text = damaged(layout(plain, random), random.int(0, 3), random);
      const bytes = Buffer.from(text, random.chance(0.03) ? 'latin1' : 'utf8');
      const options = {
        pieceBytes: random.pick([1, 900, 5000, 20_000]),
        ...(random.chance(0.5) && { year: random.pick([2025, 2026]) }),
        ...(random.chance(0.3) && { maxFindings: random.pick([0, 1, 7]) }),
      };
      await expectSame(inChunks(bytes, random.pick([97, 1000, 9000])), options, tally);
    }
    expect(tally.pieces).toBeGreaterThan(2000);
    expect(tally.files).toBeGreaterThan(100);
    expect(tally.files).toBeLessThan(390);
  });

  it('finds the same in other threads', async () => {
    const random = randomFor('pieces in threads');
    const clean = returnToXml(generateReturn({ year: 2026, la: '202', seed: 'pieces', persons: 400 }), 2026);
    // A person with a UPN, which then stands twice.
    const twice = clean.replace(/( *<Person>(?:(?!<\/Person>)[^])*<UPN>[^]*?<\/Person>\n)/, '$1$1');
    const broken = clean.replaceAll(/<PostCode>[^<]*</g, (found) => (random.chance(0.1) ? '<PostCode>?<' : found));
    const hidden = clean.replace('</Person>', '</Person><!-- <Person></Person> -->');
    for (const text of [clean, twice, broken, hidden, clean.slice(0, -5)]) {
      const source = inChunks(Buffer.from(text), 10_000);
      const threaded = await validateInThreads(source, { workers: 2, worthThreads: 0, pieceBytes: 50_000 });
      expect(threaded).toEqual(validate(source));
      // This thread may do nearly all of so little: others have it to themselves too.
      expect(await validateInPieces(source, { pieceBytes: 50_000 }, inOtherThreads)).toEqual(threaded);
    }
    expect(validate(bytesSource(Buffer.from(twice))).summary.byRule['RET-01']).toBe(1);
  });
});

/** The same return, written in another way. */
function layout(xml: string, random: Random): string {
  return random.pick([
    (text: string) => text,
    (text: string) => text.replaceAll('\n', '\r\n'),
    (text: string) => text.replaceAll(/\n */g, ''),
    (text: string) => text.replaceAll(/\n */g, '\t'),
    (text: string) => `\uFEFF${text}`,
    (text: string) => text.replaceAll('</Person>\n', '</Person>'),
  ])(xml);
}

const snippets = [
  '<!-- </Person> -->',
  '<![CDATA[</Person>]]>',
  '<?here <Persons>?>',
  '<Persons>',
  '</Persons>',
  '<Person>',
  '<Person/>',
  '</Person>',
  '<Person></Person>',
  '<Unknown/>',
  '<Unknown><Person></Person></Unknown>',
  '<Header/>',
  ' text ',
  ' a="1"',
  '&amp;',
  '&#10;',
  '&nothing;',
  ']]>',
  '\r',
  '\n',
  'é€',
  '😀',
  '\u0001',
  '\uFEFF',
  '<',
  '>',
  '',
];

function damaged(xml: string, times: number, random: Random): string {
  let text = xml;
  for (let i = 0; i < times; i++) {
    // Mostly beside a tag, where what is put in may make sense; a few characters may go as well.
    const anywhere = random.int(0, text.length);
    const beside = text.indexOf(random.pick(['<', '>', '<Person>', '</Person>', '</Persons>']), anywhere);
    const at = beside >= 0 && random.chance(0.8) ? beside + random.int(0, 1) : anywhere;
    const gone = random.chance(0.3) ? random.int(1, 12) : 0;
    text = text.slice(0, at) + random.pick(snippets) + text.slice(at + gone);
  }
  return text;
}
