import { addDays, addMonths, makeDate } from '../../src/model/index.js';
import type { InForce } from '../../src/model/index.js';
import type { ItemTag } from '../../src/return/index.js';
import { justTurned, justUnder, leapDayUpTo } from './births.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';

type Item = ItemTag<'Person'>;

/** Near misses of one rule, each an item of the person with another value. */
function given(rule: string, tag: Item, parent: string, values: Readonly<Record<string, string>>, years: InForce = {}) {
  return Object.entries(values).map(([name, value]) =>
    nearMiss(
      rule,
      name,
      parent,
      `${tag} is ${value}.`,
      ({ person, at }) => {
        person[tag] = value;
        return at.person(tag);
      },
      years,
    ),
  );
}

/** The code so many places on from the one the item has, or from the last where it has another; never the same. */
function otherCode(rule: string, tag: Item, codes: readonly string[], places: number): NearMiss {
  const summary = `${tag} is another code of ${codes.join(', ')}.`;
  return nearMiss(rule, `code-${places}-on`, 'review-maintained', summary, ({ person, at }) => {
    const now = codes.indexOf(person[tag] ?? '');
    person[tag] = codes.at((now + places) % codes.length) ?? '';
    return at.person(tag);
  });
}

/** Names that are short, or strange to a validator that knows a few names only. */
const names = {
  'one-letter': 'O',
  hyphen: '-',
  'apostrophe-first': '\u2019t Hooft',
  'accented-letter': '\u00c9',
  'of-another-script': '\u738b',
  'beyond-the-basic-plane': '\u{20BB7}',
  'no-break-space': '\u00a0',
  'word-unknown': 'Unknown',
  'word-null': 'null',
};

/** Names with what looks like a digit; a digit is 0 to 9. */
const nearlyDigits = {
  'roman-numeral': 'Ward III',
  'letter-o': 'OOl',
  'superscript-two': 'Ward\u00b2',
  'wide-digit': 'Ward\uff12',
  'arabic-digit': 'Ward\u0662',
  'number-in-words': 'Seven',
  fraction: 'Ward\u00bd',
};

/** The person is born on another day. */
function born(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  birthDate: (censusDay: string, draft: Draft) => string,
): NearMiss {
  return nearMiss(rule, name, parent, summary, (draft) => {
    draft.person.PersonBirthDate = birthDate(draft.facts.referenceDate, draft);
    return draft.at.person('PersonBirthDate');
  });
}

/** Born and requested on a day, or so many days apart. */
function bornAndRequested(birthDate: (censusDay: string) => string): (draft: Draft) => string {
  return (draft) => {
    const { referenceDate } = draft.facts;
    draft.person.PersonBirthDate = birthDate(referenceDate);
    draft.request().ReceivedDate = referenceDate;
    return draft.at.person('PersonBirthDate');
  };
}

/** Request and assessment of earlier years that came to nothing: no plan, and no request that says when. */
function nothingCameOf(draft: Draft): void {
  draft.person.Requests = [{ RequestOutcome: 'H', Assessment: { AssessmentOutcome: 'W' } }];
}

const birthDates: readonly NearMiss[] = [
  born('PER-04', 'leap-day', 'awaiting-decision', 'The person is born on a 29 February.', (_, { facts }) =>
    leapDayUpTo(facts.activityYear - 10),
  ),
  born('PER-04', 'new-year', 'awaiting-decision', 'The person is born on 1 January.', (_, { facts }) =>
    makeDate(facts.activityYear - 5, 1, 1),
  ),

  nearMiss(
    'PER-05',
    'census-day',
    'awaiting-decision',
    'The person is born on census day, and the request is received that day.',
    bornAndRequested((census) => census),
  ),
  nearMiss(
    'PER-05',
    'day-before-census',
    'awaiting-decision',
    'The person is born the day before census day.',
    bornAndRequested((census) => addDays(census, -1)),
  ),

  born(
    'PER-06',
    'turns-26-day-after-census',
    'over-19',
    'A person with an open plan is 26 the day after census.',
    (census) => justUnder(26, census),
  ),
  born('PER-06', 'aged-25', 'over-19', 'A person with an open plan is 25 on census day.', (census) =>
    justTurned(25, census),
  ),
  born(
    'PER-06',
    'transferred-in-turns-26-day-after',
    'transferred-in',
    'A plan taken over is of one who is 26 the day after census.',
    (census) => justUnder(26, census),
  ),
  born('PER-06', 'ceased', 'ceased-not-engaging', 'A person whose plan has ceased is 26 on census day.', (census) =>
    justTurned(26, census),
  ),
  born(
    'PER-06',
    'ceased-with-placements',
    'ceased-with-placements-kept',
    'A person with a ceased plan and its ActivePlans is 26.',
    (census) => justTurned(26, census),
  ),
  nearMiss(
    'PER-06',
    'ceased-on-census-day',
    'ceased-not-engaging',
    'The plan of a person of 26 ceases on census day.',
    (draft) => {
      draft.person.PersonBirthDate = justTurned(26, draft.facts.referenceDate);
      draft.plan().CeaseDate = draft.facts.referenceDate;
      return draft.at.person('PersonBirthDate');
    },
  ),
  nearMiss('PER-06', 'without-plan', 'assessment-withdrawn', 'A person of 26 has no plan.', (draft) => {
    nothingCameOf(draft);
    draft.person.PersonBirthDate = justTurned(26, draft.facts.referenceDate);
    return draft.at.person('PersonBirthDate');
  }),
  nearMiss(
    'PER-06',
    'plan-of-another-person',
    'ceased-not-engaging',
    'The next person, not the one of 26, has an open plan.',
    (draft) => {
      draft.person.PersonBirthDate = addMonths(justTurned(26, draft.facts.referenceDate), -6);
      return draft.at.person('PersonBirthDate');
    },
  ),

  born(
    'PER-07',
    'turns-27-day-after-census',
    'ceased-at-maximum-age',
    'A person is 27 the day after census day.',
    (census) => justUnder(27, census),
  ),
  born('PER-07', 'aged-26', 'ceased-at-maximum-age', 'A person is 26 on census day.', (census) =>
    justTurned(26, census),
  ),
  nearMiss(
    'PER-07',
    'turns-27-without-plan',
    'assessment-withdrawn',
    'A person without a plan is 27 the day after census.',
    (draft) => {
      nothingCameOf(draft);
      draft.person.PersonBirthDate = justUnder(27, draft.facts.referenceDate);
      return draft.at.person('PersonBirthDate');
    },
  ),
];

const requests: readonly NearMiss[] = [
  nearMiss(
    'PER-23',
    'request-of-two-items',
    'exported',
    'The request has an outcome and says that it was exported.',
    (draft) => {
      const { Exported = '' } = draft.request();
      draft.person.Requests = [{ RequestOutcome: 'H', Exported }];
      return draft.at.request();
    },
  ),
  nearMiss('PER-23', 'twenty-requests', 'request-refused', 'The person has twenty requests, all refused.', (draft) => {
    const first = draft.request();
    const received = first.ReceivedDate ?? '';
    draft.person.Requests = Array.from({ length: 20 }, (_, i) => ({ ...first, ReceivedDate: addDays(received, -i) }));
    return draft.at.request();
  }),
];

/** Near misses of the person (PER-01 to PER-11, PER-23). */
export const personNearMisses: readonly NearMiss[] = [
  ...given('PER-01', 'Surname', 'awaiting-decision', names),
  ...given('PER-02', 'Forename', 'review-maintained', names),
  ...given('PER-03', 'Surname', 'awaiting-decision', nearlyDigits),
  ...given('PER-03', 'Forename', 'review-maintained', {
    'forename-roman-numeral': 'Ann II',
    'forename-wide-digit': 'Ann\uff11',
  }),
  nearMiss('PER-03', 'digit-in-setting', 'other-setting', 'The plan names a setting with digits in it.', (draft) => {
    draft.planDetail().SENSettingOther = '6th form, unit 2';
    return draft.at.person('Surname');
  }),
  ...birthDates,
  ...[1, 2, 3].map((places) => otherCode('PER-08', 'GenderCurrent', ['0', '1', '2', '9'], places)),
  otherCode('PER-09', 'Sex', ['M', 'F'], 1),
  ...[1, 2, 3].map((places) => otherCode('PER-10', 'Ethnicity', ['NOBT', 'REFU', 'OOTH', 'WBRI'], places)),
  ...given('PER-11', 'PostCode', 'review-maintained', {
    'without-space': 'NW12DB',
    'letter-in-district': 'EC1A 1BB',
    'one-letter-area': 'M1 1AE',
    'zero-in-sector': 'B33 0TH',
  }),
  ...requests,
];
