import { yearModel } from '../../src/model/index.js';

/** The path of a finding about the return as a whole. */
export const returnPath = '/Message/Persons';

/** The path with the one spelling of SENSetting: DfE's texts use two, and both are right. */
export function normalPath(path: string): string {
  return path.replace(/\/SENsetting(?=$|\[)/g, '/SENSetting');
}

/** A tag in the one spelling of SENSetting. */
export function normalTag(tag: string): string {
  return tag === 'SENsetting' ? 'SENSetting' : tag;
}

/** The last tag of a path, without its position. */
export function lastTag(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\[\d+\]$/, '');
}

/** The path without its last tag. */
export function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Whether a path ends at a container of the year rather than at an item or something unknown. */
export function endsAtContainer(path: string, year: number): boolean {
  const tag = lastTag(path);
  return yearModel(year).groups.some((group) => group.tag === tag);
}

/** The path of the record a path is in: itself where it ends at a container. */
export function recordPath(path: string, year: number): string {
  return endsAtContainer(path, year) ? path : parentPath(path);
}

/** The position of the person a path is in, or undefined where it is in none. */
export function personOfPath(path: string): number | undefined {
  const match = /^\/Message\/Persons\/Person\[(\d+)\]/.exec(path);
  return match ? Number(match[1]) : undefined;
}
