import { generateReturn } from '../../../../generators/index.js';
import { personToXml } from '../../../../output/index.js';
import { writePersons, type PersonSpan, type PersonTask } from '../../../../src/cli/work/write-persons.js';
import { Crew, inThreads, ThreadError } from '../../../../src/threads/index.js';

const program = new URL('../../../../src/cli/work/person-worker.js', import.meta.url);

const keys = ['202', '330'].map((la) => ({ year: 2026, la, seed: 'workers' }));
const [camden, birmingham] = keys;
if (!camden || !birmingham) throw new Error('two LAs are needed');
const spans: readonly PersonSpan[] = [
  { key: camden, from: 0, to: 101 },
  { key: birmingham, from: 40, to: 41 },
  { key: camden, from: 200, to: 260 },
];

const inOneGo = spans.map(({ key, from, to }) => {
  const { Persons } = generateReturn({ ...key, persons: to });
  return (Persons?.Person ?? [])
    .slice(from)
    .map((person) => personToXml(person, key.year))
    .join('');
});

describe('writePersons', () => {
  it.each([
    [1, 256],
    [1, 7],
    [2, 13],
    [3, 1],
    [3, 100],
    [5, 37],
  ])('makes the same bytes with %i workers, %i persons at a time', async (workers, atOnce) => {
    const texts = spans.map(() => '');
    const counts = spans.map(() => 0);
    let last = 0;
    for await (const { at, persons, bytes } of writePersons(spans, { workers, atOnce, worthThreads: 0 })) {
      expect(at).toBeGreaterThanOrEqual(last);
      expect(persons).toBeLessThanOrEqual(atOnce);
      last = at;
      texts[at] = (texts[at] ?? '') + Buffer.from(bytes).toString('utf8');
      counts[at] = (counts[at] ?? 0) + persons;
    }
    expect(counts).toEqual(spans.map(({ from, to }) => to - from));
    expect(texts).toEqual(inOneGo);
  });

  it('takes the threads that were started ahead, and starts no others', async () => {
    const crew = new Crew({ program: new URL('./no-such-program.js', import.meta.url), data: undefined, threads: 1 });
    const pieces = writePersons(spans, { workers: 2, crew, atOnce: 7, worthThreads: 0 });
    const all = async (): Promise<void> => {
      for await (const { bytes } of pieces) expect(bytes.length).toBeGreaterThan(0);
    };
    await expect(all()).rejects.toThrow(ThreadError);
  });

  it('makes the same bytes where other threads have it to themselves', async () => {
    const tasks = spans.flatMap(({ key, from, to }): PersonTask[] => [
      { span: { key, from, to: from + 1 } },
      { span: { key, from: from + 1, to }, memory: new Uint8Array(100) },
    ]);
    const texts: string[] = [];
    const crew = new Crew({ program, data: undefined, threads: 2 });
    for await (const bytes of inThreads<PersonTask, Uint8Array>({ crew, tasks }))
      texts.push(Buffer.from(bytes).toString('utf8'));
    expect(spans.map((_, i) => (texts[2 * i] ?? '') + (texts[2 * i + 1] ?? ''))).toEqual(inOneGo);
  });

  it.each([1, 2])('ends with what a worker says, with %i workers', async (workers) => {
    const nobody = [{ key: camden, from: 9_999_999, to: 10_000_001 }];
    const writing = async (): Promise<void> => {
      for await (const piece of writePersons(nobody, { workers, worthThreads: 0 })) expect(piece).toBeUndefined();
    };
    await expect(writing()).rejects.toThrow('there is no person 10000000');
  });
});
