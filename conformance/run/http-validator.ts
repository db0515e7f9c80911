import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../judge/index.js';
import { kitReader, textIn, type AnswerReader } from './answer-reader.js';
import { fillAddress } from './http-address.js';
import { makeBody } from './http-body.js';
import { checkHttp, yearHeader } from './http-check.js';
import { exchange, type Outcome, type Sending } from './http-exchange.js';
import { fillPlaces, variablesIn } from './http-places.js';
import { secretsOf } from './http-secrets.js';
import type { HttpSettings } from './http-settings.js';
import { defaultMaxOutput } from './program.js';
import { ValidatorUsageError, type ValidationRequest, type Validator } from './validator.js';

/** How a validator that is a service is reached and read. */
export interface HttpOptions {
  /** How files are sent; as the body of a POST where absent. */
  readonly settings?: HttpSettings;
  /** Makes an answer of the body that comes back; reads the JSON of the kit where absent. */
  readonly reader?: AnswerReader;
  /** Bytes of answer at most, at least 1; 64 MB where absent. */
  readonly maxOutput?: number;
}

const defaultRetries = 2;

/** Milliseconds before a file is sent again: as many the first time, and twice as many each time after. */
const firstPauseMs = 100;
const longestPauseMs = 2000;

/**
 * A validator that is a service files are sent to. It is told the year in the header Sen2-Collection-Year, and in the
 * address where that has `{year}`; what it is never told is the name of the file. Only a status of 200 to 299 is an answer.
 * @param address as the user wrote it; `{year}` and `${env:NAME}` are filled in when a file is sent
 * @throws ValidatorUsageError where the address or the settings make no sense, give a secret in plain text or take a
 * variable that is not set
 */
export function httpValidator(address: string, options: HttpOptions = {}): Validator {
  const { settings = {}, reader = kitReader, maxOutput = defaultMaxOutput } = options;
  checkHttp(address, settings);
  const secrets = secretsOf([...new Set(textsOf(address, settings).flatMap(variablesIn))]);
  const isSecure = address.toLowerCase().startsWith('https:');
  const agent = isSecure ? new SecureAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const { method = 'POST', headers = {}, retries = defaultRetries } = settings;
  let sentAgain = 0;

  const make = ({ file, year }: ValidationRequest): Sending => {
    const { contentType, before, after } = makeBody(settings, year);
    const own = { 'Content-Type': contentType, [yearHeader]: String(year) };
    const filled = Object.entries(headers).map(([name, value]) => [name, fillPlaces(value, year)] as const);
    const url = fillAddress(address, year);
    return { url, method, headers: { ...Object.fromEntries(filled), ...own }, file, before, after, agent, maxOutput };
  };

  /** Sends a file, again where there was no answer at all. */
  const send = async (sending: Sending, signal: AbortSignal | undefined): Promise<Outcome> => {
    let outcome = await exchange(sending, signal);
    // A connection that was kept may have been closed by the other side just then, which is nobody's fault.
    if (outcome.kind === 'failed' && outcome.isOld) outcome = await exchange({ ...sending, agent: false }, signal);
    let again = 0;
    for (; again < retries && outcome.kind === 'failed' && outcome.isConnection; again++) {
      const pause = Math.min(firstPauseMs * 2 ** again, longestPauseMs);
      await wait(pause, undefined, signal && { signal }).catch(() => undefined);
      if (signal?.aborted === true) return outcome;
      if (again === 0) sentAgain += 1;
      outcome = await exchange({ ...sending, agent: false }, signal);
    }
    return outcome.kind === 'failed' && outcome.isConnection && again > 0
      ? { ...outcome, why: `${outcome.why}, ${again + 1} times` }
      : outcome;
  };

  return {
    identity: { kind: isSecure ? 'https' : 'http', name: address },
    capabilities: reader.capabilities,
    adapter: reader.adapter,
    validate: async (request, signal) => {
      let sending: Sending;
      try {
        sending = make(request);
      } catch (error) {
        if (!(error instanceof ValidatorUsageError)) throw error;
        return { kind: 'could-not-run', why: error.message };
      }
      const outcome = await send(sending, signal);
      const answer: Answer =
        outcome.kind === 'failed'
          ? { kind: 'could-not-run', why: outcome.why }
          : await reader.readText(secrets.hideInBody(textIn(outcome.body, reader)), request);
      return secrets.hideInAnswer(answer);
    },
    close: () => {
      agent.destroy();
      return Promise.resolve();
    },
    notes: () => {
      if (sentAgain === 0) return [];
      return [`${sentAgain === 1 ? 'a file was' : `${sentAgain} files were`} sent again, since the connection failed`];
    },
  };
}

/** Every text in which something may be filled in. */
function textsOf(address: string, { headers = {}, body = 'raw' }: HttpSettings): readonly string[] {
  const fields = body === 'raw' ? {} : (body.fields ?? {});
  return [address, ...Object.values(headers), ...Object.values(fields)];
}
