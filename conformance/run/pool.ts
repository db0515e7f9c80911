/**
 * Does work on a list, at most `jobs` at a time, and hands over what came of each in the order of the list. `take`
 * gives false to stop: nothing more is started or handed over, and what is under way is waited for.
 * @throws what `work` or `take` throws, after what is under way has ended
 */
export async function inOrder<T, R>(
  list: readonly T[],
  jobs: number,
  work: (item: T) => Promise<R>,
  take: (result: R, item: T) => Promise<boolean>,
): Promise<void> {
  const waiting = new Map<number, R>();
  let nextToStart = 0;
  let nextToTake = 0;
  let isStopped = false;
  let isTaking = false;

  const takeReady = async (): Promise<void> => {
    if (isTaking) return;
    isTaking = true;
    try {
      for (;;) {
        const item = list[nextToTake];
        const result = waiting.get(nextToTake);
        if (isStopped || item === undefined || result === undefined) return;
        waiting.delete(nextToTake);
        nextToTake += 1;
        if (!(await take(result, item))) isStopped = true;
      }
    } finally {
      isTaking = false;
    }
  };

  const worker = async (): Promise<void> => {
    while (!isStopped) {
      const index = nextToStart;
      const item = list[index];
      if (item === undefined) return;
      nextToStart += 1;
      try {
        waiting.set(index, await work(item));
        await takeReady();
      } catch (error) {
        isStopped = true;
        throw error;
      }
    }
  };

  const ends = await Promise.allSettled(Array.from({ length: Math.max(1, Math.min(jobs, list.length)) }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
