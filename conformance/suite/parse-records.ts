import { collectionYears, isCollectionYear } from '../../src/model/index.js';
import {
  ShapeError,
  asObject,
  countAt,
  countOrNullAt,
  listAt,
  objectAt,
  textAt,
  textOrNullAt,
  textsAt,
  wordAt,
  type Fields,
} from '../shape/index.js';
import type { Case, CaseKind, Expectation, ExpectedFinding, SuiteManifest } from './case.js';

/** Every kind of case. */
export const caseKinds = ['valid', 'broken', 'near-miss', 'structure'] as const satisfies readonly CaseKind[];

const hex64 = /^[0-9a-f]{64}$/;

function sha256At(fields: Fields, name: string): string {
  const value = textAt(fields, name);
  if (!hex64.test(value)) throw new ShapeError(`${name} is not a sha256 in lower-case hex`);
  return value;
}

/** The year of a suite or a case, which has to be one whose items and rules are known. */
function yearAt(fields: Fields): number {
  const year = countAt(fields, 'year');
  if (isCollectionYear(year)) return year;
  throw new ShapeError(
    `year ${year} is no collection year that this version knows; it knows ${collectionYears.join(', ')}`,
  );
}

/** Reads a line of cases.ndjson. @throws ShapeError naming the field that is not as it should be. */
export function parseCase(value: unknown): Case {
  const fields = asObject(value, 'the case');
  const years = objectAt(fields, 'years');
  return {
    id: textAt(fields, 'id'),
    year: yearAt(fields),
    kind: wordAt(fields, 'kind', caseKinds),
    rule: textOrNullAt(fields, 'rule'),
    parent: textOrNullAt(fields, 'parent'),
    mutation: fields['mutation'] === null ? null : parseMutation(objectAt(fields, 'mutation')),
    file: textAt(fields, 'file'),
    sha256: sha256At(fields, 'sha256'),
    persons: countAt(fields, 'persons'),
    years: { from: countAt(years, 'from'), to: countOrNullAt(years, 'to') },
    ...(fields['packed'] !== undefined && { packed: { person: countAt(objectAt(fields, 'packed'), 'person') } }),
  };
}

function parseMutation(fields: Fields): { name: string; summary: string; path: string } {
  return { name: textAt(fields, 'name'), summary: textAt(fields, 'summary'), path: textAt(fields, 'path') };
}

/** Reads a line of expectations.ndjson. @throws ShapeError naming the field that is not as it should be. */
export function parseExpectation(value: unknown): Expectation {
  const fields = asObject(value, 'the expectation');
  return {
    id: textAt(fields, 'id'),
    findings: parseExpectedFindings(listAt(fields, 'findings')),
    status: wordAt(fields, 'status', ['agreed', 'queried', 'disputed']),
    note: textOrNullAt(fields, 'note'),
    alternatives: listAt(fields, 'alternatives').map((list) => {
      if (!Array.isArray(list)) throw new ShapeError('alternatives is not a list of lists');
      return parseExpectedFindings(list);
    }),
  };
}

/** Reads a list of expected findings. @throws ShapeError naming the field that is not as it should be. */
export function parseExpectedFindings(list: readonly unknown[]): ExpectedFinding[] {
  return list.map((value) => {
    const fields = asObject(value, 'an expected finding');
    return {
      rule: textAt(fields, 'rule'),
      level: wordAt(fields, 'level', ['error', 'query']),
      path: textAt(fields, 'path'),
      person: countOrNullAt(fields, 'person'),
    };
  });
}

/** Reads suite.json. @throws ShapeError naming the field that is not as it should be, or a format that is not known. */
export function parseManifest(value: unknown): SuiteManifest {
  const fields = asObject(value, 'the manifest');
  if (fields['format'] !== 1) throw new ShapeError('format is not 1, the only one this version reads');
  const counts = objectAt(fields, 'counts');
  return {
    format: 1,
    kit: textAt(fields, 'kit'),
    algorithm: countAt(fields, 'algorithm'),
    year: yearAt(fields),
    seed: textAt(fields, 'seed'),
    ...(fields['select'] !== undefined && { select: textsAt(fields, 'select') }),
    ...(fields['packed'] === true && { packed: true }),
    counts: {
      total: countAt(counts, 'total'),
      valid: countAt(counts, 'valid'),
      broken: countAt(counts, 'broken'),
      'near-miss': countAt(counts, 'near-miss'),
      structure: countAt(counts, 'structure'),
    },
    sha256: sha256At(fields, 'sha256'),
  };
}
