import { makeDate } from '../../src/model/index.js';
import type { Requests } from '../../src/return/index.js';
import type { Break, Change } from './break.js';
import { Draft } from './draft.js';

type RecordBreak = Extract<Break, { readonly change: unknown }>;

type Paths = (path: string) => string;

function movedPaths({ at, also, orAt, orAllAt }: Change, move: Paths): Change {
  return {
    at: at.map(move),
    ...(also && { also: also.map((companion) => ({ ...companion, path: move(companion.path) })) }),
    ...(orAt && { orAt: orAt.map(move) }),
    ...(orAllAt && { orAllAt: orAllAt.map((paths) => paths.map(move)) }),
  };
}

/** The person of the story changes places with the one at another position. */
function standingAt(draft: Draft, position: number): Draft {
  const { persons } = draft;
  const there = persons[position - 1];
  if (!there) throw new RangeError(`the parent of the break has no Person[${position}]`);
  persons[position - 1] = draft.person;
  persons[draft.position - 1] = there;
  return new Draft(draft.year, draft.la, draft.ret, position);
}

/** The first of the breaks of each rule, in their order. */
function oneOfEachRule(breaks: readonly Break[], rules: RegExp): RecordBreak[] {
  const seen = new Set<string>();
  return breaks.filter((one): one is RecordBreak => {
    if (!('change' in one) || !rules.test(one.rule) || seen.has(one.rule)) return false;
    seen.add(one.rule);
    return true;
  });
}

/** Of each rule that the pattern fits, a break in the first person of the return and in the last. */
export function atTheEnds(breaks: readonly Break[], rules: RegExp): readonly Break[] {
  return oneOfEachRule(breaks, rules).flatMap(({ change, ...text }) =>
    (['first', 'last'] as const).map((end) => ({
      ...text,
      name: `${end}-person`,
      summary: `In the ${end} person of the return: ${text.summary}`,
      change: (draft: Draft) => change(standingAt(draft, end === 'first' ? 1 : draft.persons.length)),
    })),
  );
}

/** Requests of a person, all refused, that have no date in common with the one the story tells of. */
function refusals(draft: Draft): [Requests, Requests] {
  const { activityYear } = draft.facts;
  const taken = draft.request().ReceivedDate ?? '';
  const days = [2, 3, 4].map((day) => makeDate(activityYear, 1, day)).filter((day) => day !== taken);
  const refusal = (day: string): Requests => ({
    ReceivedDate: day,
    ...(draft.year >= 2025 && { RequestSource: '1' }),
    RYA: '0',
    RequestOutcomeDate: makeDate(activityYear, 2, 10),
    RequestOutcome: 'N',
    RequestMediation: '0',
    RequestTribunal: '0',
  });
  return [refusal(days[0] ?? ''), refusal(days[1] ?? '')];
}

const places = [
  ['first', 1],
  ['middle', 2],
  ['last', 3],
] as const;

/**
 * Of each rule that the pattern fits, a break in the first, the middle and the last of three requests of a
 * person, of which the other two were refused and are right. For breaks in the only request of a person.
 */
export function amongRequests(breaks: readonly Break[], rules: RegExp): readonly Break[] {
  return oneOfEachRule(breaks, rules).flatMap(({ change, ...text }) =>
    places.map(([place, number]) => ({
      ...text,
      name: `${place}-request`,
      summary: `In the ${place} of three requests: ${text.summary}`,
      change: (draft: Draft): Change => {
        const done = change(draft);
        const others = refusals(draft);
        draft.person.Requests = others.toSpliced(number - 1, 0, draft.request());
        return movedPaths(done, (path) =>
          path.replace(`${draft.at.person()}/Requests[1]`, `${draft.at.person()}/Requests[${number}]`),
        );
      },
    })),
  );
}
