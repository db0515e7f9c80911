import { yearModel, type YearGroup } from '../../../src/model/index.js';

const stepForm = /^(?:[\w.-]+:)?([\w.-]+)(?:\[(\d{1,9})\])?$/;

/**
 * A path as this kit writes it: a position where a container repeats, [1] where none is given, and none elsewhere unless
 * it is past the first; no prefixes. The last step keeps its position or lack of one: a container that is missing has
 * none. What is no path of that kind is left as it is.
 */
export function ownPath(path: string, year: number): string {
  if (!path.startsWith('/')) return path;
  const { message } = yearModel(year);
  let group: YearGroup | undefined;
  const steps: string[] = [];
  const given = path.slice(1).split('/');
  for (const [at, step] of given.entries()) {
    const [, tag, told] = stepForm.exec(step) ?? [];
    if (tag === undefined) return path;
    const position = Number(told ?? '1');
    const node = steps.length === 0 && tag === message.tag ? message : group?.byTag.get(tag);
    group = node?.kind === 'group' ? node : undefined;
    const isMissing = told === undefined && at === given.length - 1;
    steps.push((group?.repeats === true && !isMissing) || position > 1 ? `${tag}[${position}]` : tag);
  }
  return `/${steps.join('/')}`;
}

/** The container that a path ends at; undefined where it ends at an item or something unknown. */
export function containerAt(path: string, year: number): YearGroup | undefined {
  const tag = path.slice(path.lastIndexOf('/') + 1).replace(/\[\d+\]$/, '');
  return yearModel(year).groups.find((group) => group.tag === tag);
}
