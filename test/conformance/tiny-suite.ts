import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  sha256,
  suiteDigest,
  type Case,
  type CaseKind,
  type Expectation,
  type ExpectedFinding,
  type SuiteManifest,
} from '../../conformance/suite/index.js';

export interface TinyCase {
  readonly id: string;
  readonly kind?: CaseKind;
  readonly rule?: string | null;
  readonly parent?: string | null;
  readonly text?: string;
  /** Of the mutation. */
  readonly path?: string;
  readonly findings?: readonly ExpectedFinding[];
  readonly status?: Expectation['status'];
  readonly alternatives?: Expectation['alternatives'];
}

const folders: string[] = [];

/** A temporary folder, removed by `removeFolders`. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sen2kit test '));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function error(rule: string, path: string, person: number | null = 1): ExpectedFinding {
  return { rule, level: 'error', path, person };
}

export function makeCase(tiny: TinyCase, index = 0): Case {
  const kind = tiny.kind ?? 'broken';
  return {
    id: tiny.id,
    year: 2025,
    kind,
    rule: tiny.rule ?? null,
    parent: tiny.parent ?? null,
    mutation:
      kind === 'valid' ? null : { name: 'change', summary: 'something is changed', path: tiny.path ?? '/Message' },
    file: `cases/${String(index).padStart(4, '0')}.xml`,
    sha256: sha256(tiny.text ?? ''),
    persons: 1,
    years: { from: 2023, to: null },
  };
}

export function makeExpectation(tiny: TinyCase): Expectation {
  const { id, findings = [], status = 'agreed', alternatives = [] } = tiny;
  return { id, findings, status, note: status === 'agreed' ? null : 'open to question', alternatives };
}

export function makeManifest(cases: readonly Case[], digest: string): SuiteManifest {
  const count = (kind: CaseKind): number => cases.filter((c) => c.kind === kind).length;
  return {
    format: 1,
    kit: '0.0.0',
    algorithm: 1,
    year: 2025,
    seed: 'tiny',
    counts: {
      total: cases.length,
      valid: count('valid'),
      broken: count('broken'),
      'near-miss': count('near-miss'),
      structure: count('structure'),
    },
    sha256: digest,
  };
}

const lines = (list: readonly unknown[]): string => list.map((value) => `${JSON.stringify(value)}\n`).join('');

/** Writes a suite into a new temporary folder and gives the folder. */
export function writeSuite(tiny: readonly TinyCase[]): string {
  const folder = temporaryFolder();
  const cases = tiny.map(makeCase);
  const texts = { cases: lines(cases), expectations: lines(tiny.map(makeExpectation)) };
  mkdirSync(join(folder, 'cases'));
  for (const [index, c] of cases.entries()) writeFileSync(join(folder, c.file), tiny[index]?.text ?? '');
  writeFileSync(join(folder, 'cases.ndjson'), texts.cases);
  writeFileSync(join(folder, 'expectations.ndjson'), texts.expectations);
  const digest = suiteDigest([
    ...cases.map((c) => ({ name: c.file, sha256: c.sha256 })),
    { name: 'cases.ndjson', sha256: sha256(texts.cases) },
    { name: 'expectations.ndjson', sha256: sha256(texts.expectations) },
  ]);
  writeFileSync(join(folder, 'suite.json'), JSON.stringify(makeManifest(cases, digest)));
  return folder;
}

/** A valid case and two children: one that lacks Sex and one that lacks nothing after all. */
export const sexPath = '/Message/Persons/Person[1]/Sex';
export const smallSuite: readonly TinyCase[] = [
  { id: 'valid.plain', kind: 'valid', text: '<Message/>' },
  {
    id: 'PER-09.left-out',
    rule: 'PER-09',
    parent: 'valid.plain',
    text: '<Message>lacks Sex</Message>',
    findings: [error('PER-09', sexPath)],
  },
  { id: 'PER-09.given', kind: 'near-miss', rule: 'PER-09', parent: 'valid.plain', text: '<Message>has Sex</Message>' },
];
