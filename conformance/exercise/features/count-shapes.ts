import type { YearGroup, YearModel } from '../../../src/model/index.js';
import type { Person } from '../../../src/return/index.js';
import type { Shape } from './shapes.js';

type Fields = Readonly<Record<string, unknown>>;

const many: Readonly<Record<string, string>> = {
  Requests: 'requests',
  PlanDetail: 'plan details',
  PlacementDetail: 'placements',
  SENneed: 'needs',
};

const one: Readonly<Record<string, string>> = {
  Requests: 'request',
  PlanDetail: 'plan detail',
  PlacementDetail: 'placement',
  SENneed: 'need',
};

const numbers = ['no', 'one', 'two', 'three'];

/**
 * How often each container that repeats stands in one that holds it: once and twice, and three times or more where there
 * is no limit.
 */
export function countShapes(model: YearModel): readonly Shape[] {
  return model.groups
    .filter((group) => group.repeats && group.tag in many)
    .flatMap((group) => Array.from({ length: Math.min(group.max, 3) }, (_, index) => countShape(group, index + 1)));
}

function countShape(group: YearGroup, count: number): Shape {
  const { tag, parent } = group;
  const isOpenEnded = count === 3;
  const number = numbers[count] ?? String(count);
  const named = (count === 1 ? one : many)[tag] ?? tag;
  const words = `${number} ${named}${isOpenEnded ? ' or more' : ''} in one ${parent?.tag ?? ''}`;
  return {
    name: `${tag}*${count}`,
    words,
    never: `never ${words}`,
    stands: (person) =>
      holders(person, parent?.tag).some((holder) => {
        const held = (holder as Fields)[tag];
        const stands = Array.isArray(held) ? held.length : 0;
        return isOpenEnded ? stands >= count : stands === count;
      }),
  };
}

function holders(person: Person, tag: string | undefined): readonly object[] {
  if (tag === 'Person') return [person];
  return (person.Requests ?? []).flatMap(({ Assessment: assessment, ActivePlans: active }): readonly object[] => {
    const holder = tag === 'NamedPlan' ? assessment?.NamedPlan : active;
    return holder ? [holder] : [];
  });
}
