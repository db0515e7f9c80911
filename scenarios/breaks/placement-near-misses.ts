import { addDays, codesIn, makeDate } from '../../src/model/index.js';
import type { PlacementDetail } from '../../src/return/index.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';

const census = (draft: Draft): string => draft.facts.referenceDate;
const born = (draft: Draft): string => draft.person.PersonBirthDate ?? '';
const kept = 'ceased-with-placements-kept';

/** Gives one placement other items; the place is at a tag of it. */
function given(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  at: keyof PlacementDetail,
  items: (placement: PlacementDetail, draft: Draft) => PlacementDetail,
  number = 1,
): NearMiss {
  return nearMiss(rule, name, parent, summary, (draft) => {
    const placement = draft.placement(number);
    Object.assign(placement, items(placement, draft));
    return draft.at.placement(at, number);
  });
}

/** The numbers of LAs next to the one that makes the return, and the code for none. */
function neighbouringLa(draft: Draft, step: 1 | -1): string {
  const codes = [...codesIn('laOrUnknown', draft.year).keys()].filter((code) => code !== 'XXX').sort();
  const at = codes.indexOf(draft.la) + step;
  return codes[(at + codes.length) % codes.length] ?? '';
}

function transferredFrom(name: string, summary: string, code: (draft: Draft) => string): NearMiss {
  return nearMiss('PLC-01', name, 'review-maintained', summary, (draft) => {
    draft.active().TransferLA = code(draft);
    return draft.at.active('TransferLA');
  });
}

const enteredOnCensusDay = (_: PlacementDetail, draft: Draft) => ({ EntryDate: census(draft) });
const leftOnCensusDay = (_: PlacementDetail, draft: Draft) => ({ LeavingDate: census(draft) });
const leftOnEntryDay = ({ EntryDate = '' }: PlacementDetail) => ({ LeavingDate: EntryDate });
const enteredOnBirthDay = (_: PlacementDetail, draft: Draft) => ({ EntryDate: born(draft) });

const dates: readonly NearMiss[] = [
  transferredFrom('next-la', 'A plan is taken over from the LA with the next number.', (draft) =>
    neighbouringLa(draft, 1),
  ),
  transferredFrom('la-before', 'A plan is taken over from the LA with the number before.', (draft) =>
    neighbouringLa(draft, -1),
  ),
  transferredFrom('unknown-la', 'A plan is taken over, nobody knows from where.', () => 'XXX'),
  nearMiss('PLC-02', 'ceased', kept, 'The active plans kept of a ceased plan hold no PlacementDetail.', (draft) => {
    delete draft.active().PlacementDetail;
    return draft.at.active('PlacementDetail');
  }),
  nearMiss('PLC-02', 'one-of-three-kept', 'three-placements', 'Of three placements one is reported.', (draft) => {
    draft.active().PlacementDetail = [draft.placement(2)];
    return draft.at.active('PlacementDetail');
  }),
  nearMiss(
    'PLC-05',
    'second-in-place-of-first',
    'two-placements',
    'The second placement takes the place of the first, of rank 1.',
    (draft) => {
      draft.active().PlacementDetail = [{ ...draft.placement(2), PlacementRank: '1' }];
      return draft.at.placement('PlacementRank');
    },
  ),
  given(
    'PLC-06',
    'day-before-the-plan',
    'review-maintained',
    'A placement begins the day before the plan.',
    'EntryDate',
    (_, draft) => ({
      EntryDate: addDays(draft.plan().StartDate ?? '', -1),
    }),
  ),
  given(
    'PLC-07',
    'on-census-day',
    'special-school-independent',
    'A placement begins on census day.',
    'EntryDate',
    enteredOnCensusDay,
  ),
  given(
    'PLC-07',
    'second-on-census-day',
    'two-placements',
    'The second placement begins on census day.',
    'EntryDate',
    enteredOnCensusDay,
    2,
  ),
  given(
    'PLC-07',
    'third-on-census-day',
    'three-placements',
    'The third placement begins on census day.',
    'EntryDate',
    enteredOnCensusDay,
    3,
  ),
  given(
    'PLC-08',
    'on-entry-day',
    'moved-placement',
    'A placement is left on the day it begins.',
    'LeavingDate',
    leftOnEntryDay,
  ),
  ...[1, 2, 3].map((number) =>
    given(
      'PLC-08',
      `ceased-${number}-of-3-on-entry-day`,
      kept,
      `Placement ${number} of 3 of a ceased plan is left on the day it begins.`,
      'LeavingDate',
      (_, draft) => ({ EntryDate: dayBeforeCeased(draft), LeavingDate: dayBeforeCeased(draft) }),
      number,
    ),
  ),
  nearMiss(
    'PLC-08',
    'before-entry-to-the-next',
    'moved-placement',
    'The first placement is left before the next begins.',
    (draft) => {
      draft.placement(2).EntryDate = census(draft);
      return draft.at.placement('LeavingDate');
    },
  ),
  given(
    'PLC-09',
    'on-census-day',
    'moved-placement',
    'The placement before the present one is left on census day.',
    'LeavingDate',
    leftOnCensusDay,
  ),
  given(
    'PLC-09',
    'second-on-census-day',
    'two-placements',
    'The second placement is left on census day.',
    'LeavingDate',
    leftOnCensusDay,
    2,
  ),
  given(
    'PLC-13',
    'on-birth-day',
    'review-maintained',
    'A placement begins on the day of the birth.',
    'EntryDate',
    enteredOnBirthDay,
  ),
  given(
    'PLC-13',
    'left-on-birth-day',
    'moved-placement',
    'A placement that was left began on the day of the birth.',
    'EntryDate',
    enteredOnBirthDay,
  ),
  given(
    'PLC-13',
    'third-on-birth-day',
    'three-placements',
    'The third placement begins on the day of the birth.',
    'EntryDate',
    enteredOnBirthDay,
    3,
  ),
];

function dayBeforeCeased(draft: Draft): string {
  return addDays(draft.plan().CeaseDate ?? '', -1);
}

/** The plan ceased on the day its placement began, which is in the activity year or after. */
function ceasedOnEntryDay(draft: Draft): string {
  const placement = draft.placement();
  const earliest = makeDate(draft.facts.activityYear, 1, 1);
  if ((placement.EntryDate ?? '') < earliest) placement.EntryDate = earliest;
  Object.assign(draft.plan(), { CeaseDate: placement.EntryDate, CeaseReason: '7' });
  return draft.at.placement('EntryDate');
}

const ceasedWhile: readonly NearMiss[] = [
  nearMiss(
    'PLC-14',
    'on-cease-day',
    'transferred-in',
    'The plan ceased on the day the present placement began.',
    ceasedOnEntryDay,
  ),
  nearMiss(
    'PLC-14',
    'left-after-the-plan-ceased',
    'transferred-in',
    'The plan ceased on the day the placement began, which was left on census day.',
    (draft) => {
      const place = ceasedOnEntryDay(draft);
      draft.placement().LeavingDate = census(draft);
      return place;
    },
  ),
  nearMiss(
    'PLC-14',
    'all-on-cease-day',
    kept,
    'All placements of a ceased plan begin and end on the day it ceased.',
    (draft) => {
      const day = draft.plan().CeaseDate ?? '';
      for (const number of [1, 2, 3]) Object.assign(draft.placement(number), { EntryDate: day, LeavingDate: day });
      return draft.at.placement('EntryDate', 3);
    },
  ),
  nearMiss(
    'PLC-14',
    'open-plan-begun-after-start',
    'review-maintained',
    'The plan is open, and its placement began on census day.',
    (draft) => {
      draft.placement().EntryDate = census(draft);
      return draft.at.placement('EntryDate');
    },
  ),
];

/** Near misses of the rules about one placement. */
export const placementNearMisses: readonly NearMiss[] = [...dates, ...ceasedWhile];
