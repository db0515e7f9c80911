import { yearModel } from '../../src/model/index.js';
import type { Granularity, ReportedFinding } from '../judge/index.js';
import type { ExpectedFinding } from '../suite/index.js';
import { codeOf, type Observation } from './observe.js';
import type { LearnedCodes } from './learn-codes.js';

/** How finely a validator reports, and how sure that is. */
export interface LearnedPlaces {
  readonly granularity: Exclude<Granularity, 'file'>;
  /** The share of findings that agree at that, from 0 to 1. */
  readonly share: number;
}

/** The share of findings that must agree for a granularity to be taken: some may be wrong, and are then told so. */
const agreesEnough = 0.9;

/** From fine to coarse. */
const finest = ['path', 'item', 'record', 'person'] as const;

/** Finds the finest granularity at which what the validator reports is where it is expected. */
export function learnPlaces(
  observations: readonly Observation[],
  { codes }: LearnedCodes,
  year: number,
): LearnedPlaces {
  const told = observations.flatMap(({ rule, expected, own }) =>
    own
      .filter((one) => codes.get(codeOf(one))?.some((meant) => meant.rule === rule) === true)
      .map((one) => ({ one, expected })),
  );
  for (const granularity of finest) {
    // A rule about the whole return has no place to compare.
    const placed = told.filter(({ expected }) => expected.every(({ person }) => person !== null));
    if (placed.length === 0) break;
    const right = placed.filter(({ one, expected }) =>
      expected.some((finding) => isAt(granularity, one, finding, year)),
    ).length;
    const share = right / placed.length;
    if (share >= agreesEnough) return { granularity, share };
  }
  return { granularity: 'rule', share: 1 };
}

function isAt(
  granularity: (typeof finest)[number],
  { path, person, anyPersonOf, anyItemOf }: ReportedFinding,
  finding: ExpectedFinding,
  year: number,
): boolean {
  const told = typeof person === 'number' ? person : (person?.index ?? personIn(path));
  const isPerson = told === finding.person || anyPersonOf?.includes(finding.person ?? 0) === true;
  switch (granularity) {
    case 'path':
      return path === finding.path;
    case 'item':
      return isPerson && (anyItemOf ?? [tagOf(path)]).some((tag) => tag === tagOf(finding.path));
    case 'record':
      return path !== undefined && [recordOf(path, year), path].includes(recordOf(finding.path, year));
    case 'person':
      return isPerson;
  }
}

function personIn(path: string | undefined): number | undefined {
  const position = /^\/Message\/Persons\/Person\[(\d+)\]/.exec(path ?? '')?.[1];
  return position === undefined ? undefined : Number(position);
}

function tagOf(path: string | undefined): string | undefined {
  return path
    ?.split('/')
    .at(-1)
    ?.replace(/\[\d+\]$/, '');
}

function recordOf(path: string, year: number): string {
  const isRecord = yearModel(year).groups.some(({ tag }) => tag === tagOf(path));
  return isRecord ? path : path.slice(0, path.lastIndexOf('/'));
}
