import { Worker as Thread } from 'node:worker_threads';
import { ThreadError } from './thread-error.js';

/** Threads to start. */
export interface CrewOptions {
  /** The program of each, which calls `serve`. */
  readonly program: URL;
  /** Handed to each as it starts. */
  readonly data: unknown;
  /** How many, from 0. */
  readonly threads: number;
  /** Megabytes that a thread has for what is short-lived; 16 where absent. More of it, and less time goes into collecting it. */
  readonly youngMegabytes?: number;
}

const defaultYoungMegabytes = 16;

/**
 * Threads with one program, which load it while this one goes on: they may be started before there is work for them.
 * Whoever starts a crew hands it to `inThreads`, which ends it, or ends it without.
 */
export class Crew {
  readonly members: readonly Thread[];
  #failure: Error | undefined;
  #onFailure: ((error: Error) => void) | undefined;

  /** Where the system has no room for that many threads, its error is thrown and none is left running. */
  constructor({ program, data, threads, youngMegabytes = defaultYoungMegabytes }: CrewOptions) {
    const resourceLimits = { maxYoungGenerationSizeMb: youngMegabytes };
    const members: Thread[] = [];
    this.members = members;
    try {
      for (let i = 0; i < threads; i++) {
        const thread = new Thread(program, { workerData: data, resourceLimits });
        members.push(thread);
        this.#watch(thread);
      }
    } catch (error) {
      this.end();
      throw error;
    }
  }

  /** Calls back when one of them ends by itself, at once where one has. */
  whenOneEnds(tell: (error: Error) => void): void {
    this.#onFailure = tell;
    if (this.#failure) tell(this.#failure);
  }

  /** Ends all of them; more than once does no harm. */
  end(): void {
    for (const thread of this.members) {
      thread.removeAllListeners();
      // What comes of ending a thread is of no more interest.
      thread.on('error', () => undefined);
      void thread.terminate();
    }
  }

  #watch(thread: Thread): void {
    thread.on('error', (error: unknown) => {
      this.#fail(`a thread ended: ${error instanceof Error ? error.message : String(error)}`);
    });
    thread.on('exit', () => {
      this.#fail('a thread ended before its work was done');
    });
  }

  #fail(message: string): void {
    this.#failure ??= new ThreadError(message);
    this.#onFailure?.(this.#failure);
  }
}
