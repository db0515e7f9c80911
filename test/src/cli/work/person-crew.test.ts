import type { GenerateOptions } from '../../../../src/cli/commands/generate.js';
import { earlyPersonCrew } from '../../../../src/cli/work/person-crew.js';

const large: GenerateOptions = {
  year: '2026',
  la: '202',
  persons: '6000',
  seed: '1',
  out: 'return.xml',
  format: 'xml',
  datetime: undefined,
  shard: undefined,
  'only-person': undefined,
  scenario: undefined,
  workers: '3',
  gias: undefined,
  calibrate: undefined,
  defects: undefined,
  progress: false,
};

/** How many threads are started ahead; 0 where none is. */
async function startedFor(options: Partial<GenerateOptions>): Promise<number> {
  const crew = earlyPersonCrew({ ...large, ...options });
  crew?.end();
  await Promise.all(crew?.members.map((thread) => thread.terminate()) ?? []);
  return crew?.members.length ?? 0;
}

describe('threads started ahead of a return', () => {
  it.each<[string, number, Partial<GenerateOptions>]>([
    ['the others of those asked for', 2, {}],
    ['for the published persons of all LAs', 2, { la: 'all', persons: 'national' }],
    ['none for few persons', 0, { persons: '5999' }],
    ['none for one worker', 0, { workers: '1' }],
    ['none for the published persons of one LA, which may be few', 0, { persons: 'national' }],
    ['none for a part', 0, { shard: '1/2' }],
    ['none for one person', 0, { 'only-person': '7' }],
    ['none for another format', 0, { format: 'csv' }],
    ['none where faults are planted', 0, { defects: 'plan.json' }],
    ['none where the number of persons is wrong', 0, { persons: 'many' }],
    ['none where the number of workers is wrong', 0, { workers: 'many' }],
    ['none for more workers than there may be', 0, { workers: '65' }],
  ])('are %s', async (_what, threads, options) => {
    expect(await startedFor(options)).toBe(threads);
  });
});
