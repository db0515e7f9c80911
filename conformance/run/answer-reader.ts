import type { Answer, Capabilities } from '../judge/index.js';
import { readAnswer, readAnswerValue } from './read-answer.js';
import type { ValidationRequest } from './validator.js';

/**
 * Makes an answer of what a validator gave back. How a file gets to a validator and how its answer is understood are
 * kept apart: every kind of validator works with every reader.
 */
export interface AnswerReader {
  readonly capabilities: Capabilities;
  /** The sha256 of the adapter file it was made from; null where there is none. */
  readonly adapter: string | null;
  /** Exit codes of a command that mean it worked. */
  readonly worked: ReadonlySet<number>;
  /** The text in bytes that came back, where it is in another encoding than UTF-8. */
  decode?(bytes: Uint8Array): string;
  /** Reads what was printed, written to a file or sent back as a body. Never rejects for what the text holds. */
  readText(text: string, request: ValidationRequest): Promise<Answer>;
  /** Reads what came as a JSON value already, such as the message of a process or what a function returned. */
  readValue(value: unknown, request: ValidationRequest): Promise<Answer>;
}

/** The text in bytes that came back, in the encoding that the reader knows them to be in. */
export function textIn(bytes: Uint8Array, reader: AnswerReader): string {
  return reader.decode ? reader.decode(bytes) : Buffer.from(bytes).toString('utf8');
}

/** Reads the JSON of `validate --format json`: what a validator answers with where no adapter says otherwise. */
export const kitReader: AnswerReader = {
  capabilities: { granularity: 'path', levels: true },
  adapter: null,
  worked: new Set([0, 1]),
  readText: (text) => Promise.resolve(readAnswer(text)),
  readValue: (value) => Promise.resolve(readAnswerValue(value)),
};
