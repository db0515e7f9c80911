import { inForce, yearModel, type CollectionYear } from '../../src/model/index.js';
import type { NamedPlan, Person, Requests } from '../../src/return/index.js';

/** Something added to a case, which stays valid. */
export type Dress = (person: Person, facts: CollectionYear) => void;

export function firstRequest(person: Person): Requests | undefined {
  return person.Requests?.[0];
}

function firstPlan(person: Person): NamedPlan | undefined {
  return firstRequest(person)?.Assessment?.NamedPlan;
}

/** Several at once. */
export function all(...dresses: readonly Dress[]): Dress {
  return (person, facts) => {
    for (const dress of dresses) dress(person, facts);
  };
}

/** A personal budget of a plan. */
export function budget(organised: boolean, direct?: 'E' | 'S' | 'H' | 'I'): Dress {
  return (person) => {
    Object.assign(firstPlan(person) ?? {}, { PB: '1', OA: organised ? '1' : '0', ...(direct && { DP: direct }) });
  };
}

/** Neither UPN nor ULN, and the reason. */
export function unidentified(code: string): Dress {
  return (person) => {
    delete person.UPN;
    delete person.UniqueLearnerNumber;
    person.UPNunknown = code;
  };
}

/** A ULN and no UPN, of a person who has both. */
export const ulnAlone: Dress = (person) => {
  if (person.UniqueLearnerNumber !== undefined) delete person.UPN;
};

/** Types of need in place of those of the story, the primary one first. */
export function needs(...types: readonly string[]): Dress {
  return (person, { year }) => {
    const active = firstRequest(person)?.ActivePlans;
    const item = yearModel(year).item('SENneed', 'SENtype');
    const known = types.filter((type) => item?.accepts(type));
    if (active) active.SENneed = known.map((SENtype, index) => ({ SENtype, SENtypeRank: String(index + 1) }));
  };
}

/** A residential placement, in the plan and in the placement, wherever the year has it. */
export function residential(code: 'A' | 'B'): Dress {
  return (person, { year }) => {
    const active = firstRequest(person)?.ActivePlans;
    Object.assign(firstPlan(person) ?? {}, { PlanRes: code });
    const holder = inForce({ from: 2024 }, year) ? active?.PlacementDetail?.at(-1) : active;
    Object.assign(holder ?? {}, { Res: code });
  };
}
