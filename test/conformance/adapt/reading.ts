import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapterReader, readAdapter, type AdapterReader } from '../../../conformance/adapt/index.js';
import type { Answer, ReportedFinding } from '../../../conformance/judge/index.js';
import { temporaryFolder } from '../tiny-suite.js';

/** Where the files of these tests are. */
export const folder = temporaryFolder();
let files = 0;

/** Writes a new file and gives its path. */
export function write(content: string, ending: string): string {
  files += 1;
  const file = join(folder, `${files}${ending}`);
  writeFileSync(file, content);
  return file;
}

/** A person of these values. */
export const person = (values: string, rest = ''): string => `<Person>\n${values}\n${rest}</Person>\n`;
const name = (surname: string, birth: string): string =>
  `<Surname>${surname}</Surname><Forename>Ada</Forename><PersonBirthDate>${birth}</PersonBirthDate>`;
const placements = (n: number): string =>
  `<Requests>\n<ActivePlans>\n${'<PlacementDetail>\n<EntryDate>2024-01-01</EntryDate>\n</PlacementDetail>\n'.repeat(n)}</ActivePlans>\n</Requests>\n`;
const persons = [
  person(`${name('Green', '2012-03-04')}<UPN>A1</UPN>`, placements(1)),
  person(`${name('Brown', '2013-03-04')}<UniqueLearnerNumber>77</UniqueLearnerNumber>`, placements(2)),
  person(name('Green', '2012-03-04')),
  person('<UPN>A1</UPN>'),
];
const caseFile = write(`<Message>\n<Header/>\n<Persons>\n${persons.join('')}</Persons>\n</Message>\n`, '.xml');
/** A return of four persons: two Greens alike but for what one has, two of one UPN. */
export const request = { file: caseFile, year: 2025 };

/** What an adapter has beside the least that it needs. */
export interface Settings {
  readonly output?: object;
  readonly fields?: object;
  readonly granularity?: string;
  readonly [other: string]: unknown;
}

/** A reader by an adapter of these settings. */
export async function readerOf(settings: Settings): Promise<AdapterReader> {
  const base = { format: 1, name: 'x', output: { format: 'json' }, fields: { code: 'c' }, granularity: 'rule' };
  return adapterReader(await readAdapter(write(JSON.stringify({ ...base, ...settings }), '.json')));
}

/** What is read of a text: findings, or why there is no answer. */
export async function read(
  settings: Settings,
  text: string,
  of = request,
): Promise<readonly ReportedFinding[] | string> {
  const answer: Answer = await (await readerOf(settings)).readText(text, of);
  return answer.kind === 'findings' ? answer.findings : answer.why;
}

/** The codes of findings; what is no finding as it is. */
export const codes = (findings: readonly ReportedFinding[] | string): unknown =>
  typeof findings === 'string' ? findings : findings.map(({ code }) => code);
