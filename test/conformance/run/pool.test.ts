import { setTimeout as wait } from 'node:timers/promises';
import { inOrder } from '../../../conformance/run/pool.js';

describe('inOrder', () => {
  it.each([1, 2, 5, 50])('hands over in order with %i jobs, and never has more under way', async (jobs) => {
    const list = Array.from({ length: 30 }, (_, n) => n);
    const taken: number[] = [];
    let under = 0;
    let most = 0;
    await inOrder(
      list,
      jobs,
      async (n) => {
        under += 1;
        most = Math.max(most, under);
        await wait((n * 7) % 5);
        under -= 1;
        return n * 2;
      },
      async (result) => {
        await wait(0);
        taken.push(result);
        return true;
      },
    );
    expect(taken).toEqual(list.map((n) => n * 2));
    expect(most).toBe(Math.min(jobs, 30));
  });

  it('starts and hands over nothing more once told to stop', async () => {
    const started: number[] = [];
    const taken: number[] = [];
    await inOrder(
      Array.from({ length: 100 }, (_, n) => n),
      2,
      async (n) => {
        started.push(n);
        await wait(1);
        return n;
      },
      (n) => {
        taken.push(n);
        return Promise.resolve(n < 4);
      },
    );
    expect(taken).toEqual([0, 1, 2, 3, 4]);
    expect(started.length).toBeLessThan(10);
  });

  it('passes on what the work or the taking throws', async () => {
    const take = (): Promise<boolean> => Promise.resolve(true);
    await expect(inOrder([1, 2], 2, () => Promise.reject(new Error('work')), take)).rejects.toThrow('work');
    await expect(
      inOrder(
        [1],
        1,
        (n) => Promise.resolve(n),
        () => Promise.reject(new Error('take')),
      ),
    ).rejects.toThrow('take');
  });

  it('is done at once with nothing to do', async () => {
    await inOrder(
      [],
      3,
      () => Promise.reject(new Error('never')),
      () => Promise.resolve(true),
    );
  });
});
