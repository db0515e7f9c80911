import { addDays, makeDate } from '../../src/model/index.js';
import type { Requests } from '../../src/return/index.js';
import { justTurned } from './births.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { identifierBreaks } from './identifier-breaks.js';
import { personBreaks } from './person-breaks.js';
import { recordBreak } from './record-break.js';
import { atTheEnds } from './repeats.js';

function born(rule: string, name: string, parent: string, summary: string, birthDate: (draft: Draft) => string): Break {
  return recordBreak(rule, name, parent, summary, (draft) => {
    draft.person.PersonBirthDate = birthDate(draft);
    return draft.at.person('PersonBirthDate');
  });
}

/** The request of an open plan as it would stand had the plan ceased in the activity year. */
function ceasedCopy(draft: Draft): Requests {
  const { Assessment: assessment, ...request } = draft.request();
  const { NamedPlan: plan, ...assessed } = assessment ?? {};
  const CeaseDate = makeDate(draft.facts.activityYear, 6, 1);
  delete request.ActivePlans;
  return { ...request, Assessment: { ...assessed, NamedPlan: { ...plan, CeaseDate, CeaseReason: '2' } } };
}

/** A person of 26 has two plans, one ceased and one open, in one order or the other. */
function oneOfTwoPlansOpen(
  name: string,
  summary: string,
  order: (ceased: Requests, open: Requests) => Requests[],
): Break {
  return recordBreak('PER-06', name, 'over-19', summary, (draft) => {
    draft.person.Requests = order(ceasedCopy(draft), draft.request());
    draft.person.PersonBirthDate = justTurned(26, draft.facts.referenceDate);
    return draft.at.person('PersonBirthDate');
  });
}

function nameIs(name: string, tag: 'Surname' | 'Forename', summary: string, value: (now: string) => string): Break {
  return recordBreak('PER-03', name, 'not-issued', summary, ({ person, at }) => {
    person[tag] = value(person[tag] ?? '');
    return at.person(tag);
  });
}

/** More breaks of the person. */
export const personMoreBreaks: readonly Break[] = [
  nameIs('surname-is-a-number', 'Surname', 'The surname is a number.', () => '4711'),
  nameIs('forename-is-a-digit', 'Forename', 'The forename is a digit.', () => '0'),
  nameIs('digit-within-surname', 'Surname', 'The surname has a 5 in the middle.', (now) => `${now}5${now}`),
  nameIs('second-word-with-digit', 'Surname', 'The second word of the surname has a digit.', (now) => `${now} 3rd`),

  born(
    'PER-05',
    'plan-ceased',
    'ceased-needs-met',
    'Someone whose plan has ceased is born the day after census.',
    (draft) => addDays(draft.facts.referenceDate, 1),
  ),
  born(
    'PER-05',
    'under-six-without-upn',
    'no-further-action',
    'Someone with a reason for no UPN is born next year.',
    (draft) => makeDate(draft.year + 1, 1, 1),
  ),

  born(
    'PER-06',
    'turned-26-since-august',
    'over-19',
    'A person with an open plan turned 26 in the autumn.',
    ({ facts }) => makeDate(facts.activityYear - 26, 10, 1),
  ),
  born(
    'PER-06',
    'new-plan',
    'issued-on-old-request',
    'A plan is issued to a person of 26 on an old request.',
    (draft) => {
      // The request says nothing of its date, or its own rule on age would fire.
      delete draft.request().ReceivedDate;
      return justTurned(26, draft.facts.referenceDate);
    },
  ),
  oneOfTwoPlansOpen('second-plan-open', 'Of two plans of a person of 26 the second is open.', (ceased, open) => [
    ceased,
    open,
  ]),
  oneOfTwoPlansOpen('first-plan-open', 'Of two plans of a person of 26 the first is open.', (ceased, open) => [
    open,
    ceased,
  ]),

  born('PER-07', 'turned-27-since-august', 'ceased-not-engaging', 'A person turned 27 in the autumn.', ({ facts }) =>
    makeDate(facts.activityYear - 27, 10, 1),
  ),
  born(
    'PER-07',
    'placements-kept',
    'ceased-with-placements-kept',
    'A person with a ceased plan kept up is 27.',
    ({ facts }) => justTurned(27, facts.referenceDate),
  ),
  recordBreak('PER-07', 'without-plan', 'assessment-withdrawn', 'A person without a plan is 27.', (draft) => {
    draft.person.Requests = [{ RequestOutcome: 'H', Assessment: { AssessmentOutcome: 'W' } }];
    draft.person.PersonBirthDate = justTurned(27, draft.facts.referenceDate);
    return draft.at.person('PersonBirthDate');
  }),
  recordBreak('PER-07', 'with-open-plan', 'over-19', 'A person with an open plan is 27.', (draft) => {
    draft.person.PersonBirthDate = justTurned(27, draft.facts.referenceDate);
    const path = draft.at.person('PersonBirthDate');
    return {
      at: [path],
      also: [{ rule: 'PER-06', path, reason: 'someone of 27 with an open plan is 26 or over as well' }],
    };
  }),

  ...atTheEnds([...personBreaks, ...identifierBreaks], /^PER-/),
];
