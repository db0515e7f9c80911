import { basename } from 'node:path';
import type { Answer, Capabilities } from '../judge/index.js';
import type { Validator } from './validator.js';

/** Answers that were collected beforehand, by the name of the case file, such as `packed-1.xml`. */
export type CollectedAnswers = ReadonlyMap<string, Answer>;

/** What collected answers come with. */
export interface CollectedSetup {
  /** As the user named them. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /** The sha256 of the adapter they were read with; null where there was none. */
  readonly adapter: string | null;
}

/** Stands for a validator whose answers were collected by hand or elsewhere. A file without an answer could not be run. */
export function collectedValidator(answers: CollectedAnswers, setup: CollectedSetup): Validator {
  return {
    identity: { kind: 'collected', name: setup.name },
    capabilities: setup.capabilities,
    adapter: setup.adapter,
    validate: ({ file }) =>
      Promise.resolve(
        answers.get(basename(file)) ?? {
          kind: 'could-not-run',
          why: `there is no answer for the file ${basename(file)} among those collected`,
        },
      ),
    close: () => Promise.resolve(),
  };
}
