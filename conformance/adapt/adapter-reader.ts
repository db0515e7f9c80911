import { decodeWindows1252 } from '../../src/reading/index.js';
import { cutFinding, findingsAtMost, type Answer, type Capabilities, type ReportedFinding } from '../judge/index.js';
import type { AnswerReader, ValidationRequest } from '../run/index.js';
import { reasonOf } from '../shape/index.js';
import type { Adapter } from './adapter.js';
import { codeMap, type CodeMap } from './code-map.js';
import { extractFromValue, extractText } from './extract.js';
import { fileIndexes, type FileIndexes } from './locate/file-index.js';
import { OutputFault } from './output-fault.js';
import { needsIndex, placeOf } from './place-finding.js';
import { textOf, textsOf, type RawFinding } from './raw-finding.js';

/** Reads answers as an adapter file says. */
export interface AdapterReader extends AnswerReader {
  /** The text in bytes that a validator gave, in the encoding that the adapter names. Bytes that are none are replaced. */
  decode(bytes: Uint8Array): string;
}

const defaultExitCodes: readonly number[] = [0, 1];

/**
 * A reader that makes an answer of what the adapter's validator gives. Output that is not what the adapter says, or a
 * finding without a code, is no answer: could-not-run.
 * @param indexes of the files of cases, to be shared by readers of one run
 */
export function adapterReader(adapter: Adapter, indexes: FileIndexes = fileIndexes()): AdapterReader {
  return makeReader(adapter, indexes, levelOf);
}

/**
 * A reader that finds the findings where the adapter says, and leaves the codes and the words for levels as the
 * validator has them: what they mean is still to be found out. What the adapter says of that is not looked at.
 */
export function plainReader({ settings, ...adapter }: Adapter): AdapterReader {
  const told = without(settings, 'codes', 'crosswalk', 'ignore', 'levels', 'rules');
  const plain: Adapter = { ...adapter, crosswalk: undefined, settings: { ...told, granularity: 'item' } };
  return makeReader(plain, fileIndexes(), (raw, { fields: { level } }) =>
    level === undefined ? undefined : textOf(raw(level)),
  );
}

function without<T extends object, K extends keyof T>(from: T, ...keys: readonly K[]): Omit<T, K> {
  const copy = { ...from };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy;
}

type ReadLevel = (raw: RawFinding, adapter: Adapter) => string | undefined;

function makeReader(adapter: Adapter, indexes: FileIndexes, readLevel: ReadLevel): AdapterReader {
  const { settings } = adapter;
  const codes = codeMap(adapter);
  const read = (extract: () => RawFinding[], request: ValidationRequest): Promise<Answer> =>
    answered(async () => findingsOf(extract(), { adapter, codes, indexes, readLevel, request }));
  return {
    capabilities: capabilitiesOf(adapter, codes),
    adapter: adapter.sha256,
    worked: new Set(settings.exitCodes ?? defaultExitCodes),
    readText: (text, request) => read(() => extractText(text, adapter), request),
    readValue: (value, request) => read(() => extractFromValue(value, adapter), request),
    decode: (bytes) =>
      settings.output.encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder().decode(bytes),
  };
}

function capabilitiesOf({ settings, crosswalk }: Adapter, codes: CodeMap): Capabilities {
  return {
    granularity: settings.granularity,
    levels: settings.levels !== undefined,
    cannotReport: (rule, year) => codes.cannotReport(rule, year),
    ...(crosswalk && { levelOf: (rule, year) => crosswalk.levelOf(rule, year) }),
  };
}

/** Never rejects: what goes wrong is told, and is no answer. */
async function answered(read: () => Promise<ReportedFinding[]>): Promise<Answer> {
  try {
    return { kind: 'findings', findings: await read() };
  } catch (error) {
    const what = error instanceof OutputFault ? 'what it gave cannot be read' : 'its findings cannot be placed';
    return { kind: 'could-not-run', why: `${what}: ${reasonOf(error)}` };
  }
}

interface Setup {
  readonly adapter: Adapter;
  readonly codes: CodeMap;
  readonly indexes: FileIndexes;
  readonly readLevel: ReadLevel;
  readonly request: ValidationRequest;
}

async function findingsOf(raws: readonly RawFinding[], setup: Setup): Promise<ReportedFinding[]> {
  const { adapter, codes, indexes, readLevel, request } = setup;
  if (raws.length > findingsAtMost) {
    throw new OutputFault(`it has ${raws.length} findings, more than the ${findingsAtMost} that an answer may have`);
  }
  const found = codes.codesIn(raws.map((raw, index) => codeTextOf(raw, index, adapter)));
  const judged = raws.map((raw, index) => ({ raw, code: found[index] ?? '' }));
  const told = judged.filter(({ raw, code }) => !codes.isIgnored(code) && readLevel(raw, adapter) !== 'ignore');
  const index = told.length > 0 && needsIndex(adapter) ? await indexes.of(request) : undefined;
  return told.map(({ raw, code }) => {
    const rules = codes.rulesOf(code, request.year);
    const level = readLevel(raw, adapter);
    const { message: field } = adapter.fields;
    const message = field === undefined ? undefined : textOf(raw(field));
    return cutFinding({
      rule: rules[0],
      code,
      ...(rules.length > 1 && { anyRuleOf: rules }),
      ...(level !== undefined && { level }),
      ...placeOf(raw, adapter, request.year, index),
      ...(message !== undefined && { message }),
    });
  });
}

/** What stands where the adapter has the code. @throws OutputFault where nothing does */
function codeTextOf(raw: RawFinding, index: number, { fields }: Adapter): string {
  const named = [fields.code ?? []].flat();
  const parts = named.map((field) => textsOf(raw(field)).join(' '));
  if (parts.every((part) => part === '')) {
    throw new OutputFault(`finding ${index + 1} has nothing in ${named.join(' and ')}, where the adapter has the code`);
  }
  return parts.join(' ').trim();
}

/** A word that the map does not have is kept, in a form that is no level: it is a wrong one. */
function levelOf(raw: RawFinding, { settings, fields }: Adapter): string | undefined {
  const word = settings.levels && fields.level !== undefined ? textOf(raw(fields.level)) : undefined;
  if (word === undefined || !settings.levels) return undefined;
  return Object.hasOwn(settings.levels, word) ? settings.levels[word] : `(level ${word})`;
}
