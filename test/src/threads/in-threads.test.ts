import { setTimeout as sleep } from 'node:timers/promises';
import { Crew, inThreads, ThreadError, type ThreadWork } from '../../../src/threads/index.js';
import type { SlowTask } from './slow-worker.js';
import type { Ticking } from './ticking-worker.js';

const program = new URL('./slow-worker.js', import.meta.url);

function work(tasks: Iterable<SlowTask>, threads: number): ThreadWork<SlowTask, number> {
  return { crew: new Crew({ program, data: 1000, threads }), tasks };
}

async function all(results: AsyncIterable<number>): Promise<number[]> {
  const list: number[] = [];
  for await (const one of results) list.push(one);
  return list;
}

/** How many threads of a crew run, once there was time for them to end. */
async function runningSoon(crew: Crew): Promise<number> {
  // A thread that has ended has no number any more.
  const running = (): number => crew.members.filter(({ threadId }) => threadId !== -1).length;
  for (let tries = 0; tries < 200 && running() > 0; tries++) await sleep(10);
  return running();
}

describe('inThreads', () => {
  it.each([1, 2, 3])('gives the results in the order of the tasks with %i threads', async (threads) => {
    // Every third task takes longest, so that what comes after it is done first.
    const tasks = Array.from({ length: 20 }, (_, value) => ({ value, ms: value % 3 === 0 ? 15 : 1 }));
    expect(await all(inThreads(work(tasks, threads)))).toEqual(tasks.map(({ value }) => value + 1000));
  });

  it('gives nothing where there is nothing to do', async () => {
    expect(await all(inThreads(work([], 2)))).toEqual([]);
  });

  it('takes no more tasks than a few beyond those whose results were taken', async () => {
    let asked = 0;
    const tasks = (function* () {
      for (; asked < 1000; asked++) yield { value: asked };
    })();
    const results = inThreads(work(tasks, 2));
    for (let taken = 1; taken <= 20; taken++) {
      expect((await results.next()).value).toBe(999 + taken);
      await sleep(2);
      expect(asked).toBeLessThanOrEqual(taken + 12);
    }
    await results.return();
  });

  describe('where this thread does tasks too', () => {
    const doneHere: number[] = [];
    const here = ({ value, fail }: SlowTask): number => {
      if (fail !== undefined) throw new RangeError(fail);
      doneHere.push(value);
      return value + 1000;
    };
    beforeEach(() => (doneHere.length = 0));

    it.each([0, 1, 3])('gives the results in the order of the tasks with %i others', async (threads) => {
      const tasks = Array.from({ length: 40 }, (_, value) => ({ value, ms: value % 3 === 0 ? 15 : 1 }));
      expect(await all(inThreads({ ...work(tasks, threads), here }))).toEqual(tasks.map(({ value }) => value + 1000));
      // This thread begins with the first; the next wait for the others, two for each, while it goes on with what follows.
      expect(doneHere.slice(0, 2)).toEqual([0, 1 + 2 * threads]);
    });

    it('leaves tasks to the others once they are ready', async () => {
      const slow = (task: SlowTask): number => {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
        return here(task);
      };
      const tasks = Array.from({ length: 200 }, (_, value) => ({ value, ms: 1 }));
      const results = await all(inThreads({ ...work(tasks, 1), here: slow }));
      expect(results).toEqual(tasks.map(({ value }) => value + 1000));
      expect(doneHere.length).toBeLessThan(150);
    });

    it('takes no more tasks than a few beyond those whose results were taken', async () => {
      let asked = 0;
      const tasks = (function* () {
        for (; asked < 1000; asked++) yield { value: asked };
      })();
      const results = inThreads({ ...work(tasks, 1), here });
      for (let taken = 1; taken <= 20; taken++) {
        expect((await results.next()).value).toBe(999 + taken);
        expect(asked).toBeLessThanOrEqual(taken + 12);
      }
      await results.return();
    });

    it('ends with the error of a task of its own', async () => {
      const failing = all(inThreads({ ...work([{ value: 1 }, { value: 2, fail: 'no such person' }], 0), here }));
      await expect(failing).rejects.toMatchObject({ name: 'RangeError', message: 'no such person' });
    });

    it('gives nothing where there is nothing to do', async () => {
      expect(await all(inThreads({ ...work([], 2), here }))).toEqual([]);
    });
  });

  it('takes threads that were started ahead of the work, and ends them with it', async () => {
    const crew = new Crew({ program, data: 1000, threads: 2 });
    await sleep(100);
    expect(await all(inThreads({ crew, tasks: [{ value: 1 }, { value: 2 }, { value: 3 }] }))).toEqual([
      1001, 1002, 1003,
    ]);
    expect(await runningSoon(crew)).toBe(0);
  });

  it('says so where a thread has ended before there was work', async () => {
    const crew = new Crew({ program: new URL('./no-such-program.js', import.meta.url), data: 0, threads: 1 });
    await new Promise((settle) => crew.members[0]?.once('exit', settle));
    await expect(all(inThreads({ crew, tasks: [{ value: 1 }] }))).rejects.toThrow(ThreadError);
  });

  it('leaves no thread of a crew running where one of them cannot be started', async () => {
    const ticks = new Int32Array(new SharedArrayBuffer(4));
    let copies = 0;
    const data: Ticking & { readonly room: boolean } = {
      ticks,
      get room() {
        copies += 1;
        if (copies > 2) throw new RangeError('no room for a third thread');
        return true;
      },
    };
    const ticking = new URL('./ticking-worker.js', import.meta.url);
    expect(() => new Crew({ program: ticking, data, threads: 3 })).toThrow('no room for a third thread');
    expect(copies).toBe(3);
    await sleep(300);
    const before = ticks[0];
    await sleep(100);
    expect(ticks[0]).toBe(before);
  });

  it('ends a crew that is given no work', async () => {
    const crew = new Crew({ program, data: 1000, threads: 2 });
    crew.end();
    crew.end();
    expect(await runningSoon(crew)).toBe(0);
  });

  it('ends with the error of a task, by its name and message', async () => {
    const failing = all(inThreads(work([{ value: 1 }, { value: 2, fail: 'no such person' }, { value: 3 }], 2)));
    await expect(failing).rejects.toMatchObject({ name: 'RangeError', message: 'no such person' });
  });

  it('says so where a thread ends by itself', async () => {
    await expect(all(inThreads(work([{ value: 1, exit: true }], 2)))).rejects.toThrow(ThreadError);
  });
});
