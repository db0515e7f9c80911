import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { measureScale, scaleHtml, scaleText, type Scale } from '../../../conformance/scale/index.js';
import { watchMemory } from '../../../conformance/scale/process-memory.js';
import type { Validator } from '../../../conformance/run/index.js';

const isScale = new Ajv2020({ strict: true }).compile(
  JSON.parse(readFileSync(resolve('conformance/schemas/scale.v1.schema.json'), 'utf8')) as object,
);

/** A validator that takes a millisecond for so many persons, and cannot take more than some. */
function slow(personsAMs: number, most = Infinity): Validator {
  return {
    identity: { kind: 'cmd', name: 'cmd:<slow> & co', version: '1' },
    capabilities: { granularity: 'path', levels: true },
    validate: async ({ file }, signal) => {
      const persons = Number(file);
      if (persons > most) return { kind: 'could-not-run', why: 'it ran out of memory' };
      await new Promise((settle) => {
        const timer = setTimeout(settle, persons / personsAMs);
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          settle(undefined);
        });
      });
      return { kind: 'findings', findings: [] };
    },
    close: () => Promise.resolve(),
  };
}

function scaleOf(validator: Validator, maxSeconds = 60, sizes = [100, 300, 1000]): Promise<Scale> {
  const makeFile = (persons: number): Promise<{ file: string; bytes: number }> =>
    Promise.resolve({ file: String(persons), bytes: persons * 1400 });
  return measureScale(validator, { kit: '1', year: 2026, sizes, maxSeconds, makeFile });
}

describe('the scale of a validator', () => {
  it('says what each size took and how time grows', async () => {
    const scale = await scaleOf(slow(2));
    expect(isScale(JSON.parse(JSON.stringify(scale))) ? [] : isScale.errors).toEqual([]);
    expect(scale.points.map(({ persons, bytes }) => [persons, bytes])).toEqual([
      [100, 140_000],
      [300, 420_000],
      [1000, 1_400_000],
    ]);
    expect(scale.points[2]?.ms).toBeGreaterThanOrEqual(499);
    // On a busy machine the shortest takes far longer than it should; that the exponent is right is tested with the fit.
    expect(scale.time?.exponent).toBeGreaterThan(0.2);
    expect(scale.stopped).toBeNull();
    expect(scaleText(scale)).toMatch(/^cmd:<slow> & co.*, 2026\n\nPersons .*\n( .*\n){3}\ntime grows as n\^\d\.\d\n/);
  });

  it('stops where an answer does not come, and tells what came before', async () => {
    const scale = await scaleOf(slow(1000, 500));
    expect(scale.points).toHaveLength(2);
    expect(scale.stopped).toBe('1,000 persons: it ran out of memory');
    expect(scaleText(scale)).toContain('stopped: 1,000 persons: it ran out of memory\n');
    const none = await scaleOf(slow(1000, 0));
    expect([none.points, none.time, none.memory]).toEqual([[], null, null]);
    expect(isScale(none)).toBe(true);
  });

  it('keeps to the time there is, whether or not it can be foreseen', async () => {
    const foreseen = await scaleOf(slow(2), 1.5, [100, 200, 20_000]);
    expect(foreseen.points).toHaveLength(2);
    expect(foreseen.stopped).toBe('20,000 persons would take longer than is left of 1.5 s');
    const unforeseen = await scaleOf(slow(2), 0.2, [20_000]);
    expect(unforeseen.points).toEqual([]);
    expect(unforeseen.stopped).toMatch(/^20,000 persons: it gave no answer within 0\.\d+ s$/);
  });

  it('has a page with a line for time and one for memory, that needs nothing else', async () => {
    const scale = await scaleOf(slow(1000));
    const page = scaleHtml({
      ...scale,
      points: scale.points.map((point) => ({ ...point, peakBytes: point.persons * 1e6 })),
    });
    expect(page.match(/<polyline class="line" points="([\d.]+,[\d.]+ ?){3}"\/>/g)).toHaveLength(2);
    expect(page).toContain('cmd:&lt;slow&gt; &amp; co');
    expect(page).not.toMatch(/NaN|undefined|<script|https?:|url\(/);
  });
});

const tellsMemory = process.platform === 'linux';

// Elsewhere the system has no /proc to look at, and the answer is null.
(tellsMemory ? it : it.skip)('tells the memory that processes take, those they start included', async () => {
  const holder = `const held = Buffer.alloc(150e6, 1); console.log(held.length); setTimeout(() => {}, 300);`;
  const starter = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(holder)}], { stdio: 'inherit' })`;
  const watch = watchMemory();
  const child = spawn(process.execPath, ['-e', starter], { stdio: 'ignore' });
  await once(child, 'exit');
  const held = watch.stop() ?? 0;
  expect(held).toBeGreaterThan(150e6);
  expect(held).toBeLessThan(600e6);
});
