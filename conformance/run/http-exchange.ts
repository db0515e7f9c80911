import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { request as requestHttp, type Agent, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { errorCode } from '../shape/index.js';
import { wasStopped } from './program.js';

/** A file to be sent, and how. */
export interface Sending {
  readonly url: URL;
  readonly method: string;
  /** The length of the body, which is known only then, is added. */
  readonly headers: Readonly<Record<string, string>>;
  readonly file: string;
  /** What stands in the body before and after the file. */
  readonly before: Buffer;
  readonly after: Buffer;
  /** Keeps connections; false makes one for this once. */
  readonly agent: Agent | false;
  /** Bytes of answer at most. */
  readonly maxOutput: number;
}

/** What came back. */
export type Outcome =
  | { readonly kind: 'worked'; readonly body: Buffer }
  | {
      readonly kind: 'failed';
      readonly why: string;
      /** There was no answer at all, so that it may be tried again. */
      readonly isConnection: boolean;
      /** It failed on a connection that was kept from before, which the other side may have closed meanwhile. */
      readonly isOld: boolean;
    };

/**
 * Sends a file and takes in the answer. Redirects are not followed, and certificates are always checked. Never rejects.
 * @param signal ends it when it is aborted
 */
export async function exchange(sending: Sending, signal?: AbortSignal): Promise<Outcome> {
  const { url, method, headers, file, before, after, agent } = sending;
  let size: number;
  try {
    const stats = await stat(file);
    // A pipe in its place would be waited for.
    if (!stats.isFile()) return failed('the file to be sent is no file any more');
    ({ size } = stats);
  } catch {
    return failed('the file to be sent cannot be read');
  }
  if (signal?.aborted === true) return failed(wasStopped);
  return new Promise((settle) => {
    const options: RequestOptions = {
      method,
      headers: { ...headers, 'Content-Length': String(before.length + size + after.length) },
      agent,
      ...(signal && { signal }),
    };
    const request =
      url.protocol === 'https:'
        ? requestHttps(url, { ...options, rejectUnauthorized: true })
        : requestHttp(url, options);
    const content = createReadStream(file, { end: Math.max(0, size - 1) });
    const done = (outcome: Outcome): void => {
      content.destroy();
      // A connection on which something is left to be sent or read is of no more use.
      if (outcome.kind === 'failed' || !request.writableFinished) request.destroy();
      settle(outcome);
    };
    request.on('response', (response) => {
      takeIn(response, sending.maxOutput, done);
    });
    request.on('error', (error) => {
      const [why, isConnection] = whyFailed(error);
      done({ kind: 'failed', why, isConnection, isOld: isConnection && request.reusedSocket });
    });
    content.on('error', () => {
      done(failed('the file to be sent cannot be read'));
    });
    request.write(before);
    content.pipe(request, { end: false });
    content.on('end', () => request.end(after));
  });
}

function failed(why: string): Outcome {
  return { kind: 'failed', why, isConnection: false, isOld: false };
}

function takeIn(response: IncomingMessage, maxOutput: number, done: (outcome: Outcome) => void): void {
  response.on('error', (error) => {
    const isStopped = errorCode(error) === 'ABORT_ERR';
    done(failed(isStopped ? wasStopped : 'the connection was closed before the whole answer had come'));
  });
  const why = whyRefused(response);
  if (why !== undefined) {
    done(failed(why));
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxOutput) chunks.push(chunk);
    else done(failed(`it sent more than ${maxOutput} bytes`));
  });
  response.on('end', () => {
    done({ kind: 'worked', body: Buffer.concat(chunks) });
  });
}

function whyRefused({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  if (statusCode >= 300 && statusCode < 400) {
    return `it answered with status ${statusCode}, which sends elsewhere and is not followed; give the address that answers`;
  }
  if (statusCode < 200 || statusCode > 299) return `it answered with status ${statusCode}`;
  const { 'content-encoding': encoding = 'identity' } = headers;
  return encoding === 'identity' ? undefined : 'its answer is compressed, which was not asked for';
}

const connectionFaults: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was closed before an answer came',
  EPIPE: 'the connection was closed before an answer came',
  ECONNABORTED: 'the connection was closed before an answer came',
  ETIMEDOUT: 'no connection was made in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the host cannot be reached',
  EAI_AGAIN: 'the host could not be looked up',
};

/** In the words of this kit: those of the system tell the address, which may hold what is secret. */
function whyFailed(error: unknown): [why: string, isConnection: boolean] {
  const code = errorCode(error) ?? 'no code';
  const fault = connectionFaults[code];
  if (fault !== undefined) return [fault, true];
  if (code === 'ABORT_ERR') return [wasStopped, false];
  if (code === 'ENOTFOUND') return ['the host was not found', false];
  if (/CERT|^UNABLE_TO/.test(code)) {
    return [`its certificate is not trusted (${code}); name an authority of your own in NODE_EXTRA_CA_CERTS`, false];
  }
  if (code.startsWith('HPE_')) return [`what it answered is not HTTP (${code})`, false];
  return [`no exchange with it was possible (${code})`, false];
}
