import { addDays } from '../../src/model/index.js';
import type { PlacementDetail } from '../../src/return/index.js';
import { justTurned, justUnder } from './births.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { inTurn, type RepeatEdit, type Repeats } from './in-turn.js';
import { recordBreak } from './record-break.js';
import { resettle } from './sides.js';
import { attending, workBased } from './year-items.js';

const census = (draft: Draft): string => draft.facts.referenceDate;
const born = (draft: Draft): string => draft.person.PersonBirthDate ?? '';

const three: Repeats = { parent: 'three-placements', noun: 'placements', count: 3, positions: [1, 2, 3] };
/** The first of the three was left; the others are open. */
const open: Repeats = { ...three, positions: [2, 3] };
const ceased: Repeats = {
  parent: 'ceased-with-placements-kept',
  noun: 'placements of a ceased plan',
  count: 3,
  positions: [1, 2, 3],
  prefix: 'ceased-',
};

/** Gives one placement other items; the finding is at a tag of it. */
function changed(
  tag: keyof PlacementDetail,
  items: (placement: PlacementDetail, draft: Draft) => PlacementDetail,
): RepeatEdit {
  return (draft, number) => {
    const placement = draft.placement(number);
    Object.assign(placement, items(placement, draft));
    return draft.at.placement(tag, number);
  };
}

function without(tag: keyof PlacementDetail): RepeatEdit {
  return (draft, number) => {
    Reflect.deleteProperty(draft.placement(number), tag);
    return draft.at.placement(tag, number);
  };
}

const settled =
  (SENSetting: string): RepeatEdit =>
  (draft, number) => {
    resettle(draft.placement(number), { SENSetting });
    return draft.at.placement('SENSetting', number);
  };

/** The plan ceases at least a day before census day; the placement begins and ends the day after that. */
const dayAfterCeased: RepeatEdit = (draft, number) => {
  const plan = draft.plan();
  const dayBefore = addDays(census(draft), -1);
  if ((plan.CeaseDate ?? '') > dayBefore) plan.CeaseDate = dayBefore;
  const day = addDays(plan.CeaseDate ?? '', 1);
  Object.assign(draft.placement(number), { EntryDate: day, LeavingDate: day });
  return draft.at.placement('EntryDate', number);
};

const enteredBeforeBirth = changed('EntryDate', (_, draft) => ({ EntryDate: addDays(born(draft), -1) }));
const leftAfterCensus = changed('LeavingDate', (_, draft) => ({ LeavingDate: addDays(census(draft), 1) }));

const repeated: readonly Break[] = [
  ...inTurn('PLC-06', three, 'has no EntryDate', without('EntryDate')),
  ...inTurn('PLC-06', ceased, 'has no EntryDate', without('EntryDate')),
  ...inTurn(
    'PLC-07',
    open,
    'begins the day after census day',
    changed('EntryDate', (_, draft) => ({ EntryDate: addDays(census(draft), 1) })),
  ),
  ...inTurn(
    'PLC-08',
    ceased,
    'is left the day before it begins',
    changed('LeavingDate', ({ EntryDate = '' }) => ({ LeavingDate: addDays(EntryDate, -1) })),
  ),
  ...inTurn('PLC-09', ceased, 'is left the day after census day', leftAfterCensus),
  ...inTurn('PLC-09', { ...three, positions: [1] }, 'is left the day after census day', leftAfterCensus),
  ...inTurn('PLC-13', three, 'begins the day before the birth', enteredBeforeBirth),
  ...inTurn('PLC-13', ceased, 'begins the day before the birth', enteredBeforeBirth),
  ...ceased.positions.flatMap((number) =>
    inTurn('PLC-14', { ...ceased, positions: [number] }, 'begins the day after the plan ceased', dayAfterCeased),
  ),
  // The record that holds an EntryDate and the CeaseDate is the request: one finding, however many begin too late.
  recordBreak(
    'PLC-14',
    'all-three',
    'ceased-with-placements-kept',
    'All three placements begin the day after the plan ceased.',
    (draft) => {
      const [first = '', ...others] = ceased.positions.map((number) => dayAfterCeased(draft, number));
      return { at: [first], orAt: others };
    },
  ),
  ...inTurn('PLC-17', open, 'of a pupil of 14 is NEET', settled('NEET')),
  ...inTurn('PLC-23', open, 'of a pupil of 14 is EYP', settled('EYP')),
  ...inTurn(
    'PLC-22',
    three,
    'of a pupil of 14 has WBP T',
    changed('WBP', () => ({ WBP: 'T' })),
    { from: 2024 },
  ),
  ...inTurn('PLC-29', three, 'has no AttendancePattern', without('AttendancePattern'), { to: 2023 }),
];

function bornSo(draft: Draft, birthDate: string): void {
  draft.person.PersonBirthDate = birthDate;
}

const settings: readonly Break[] = [
  recordBreak(
    'PLC-17',
    'day-before-sixteen-beside-school',
    'two-placements',
    'A second placement is NEET at 15.',
    (draft) => {
      bornSo(draft, justUnder(16, census(draft)));
      return settled('NEET')(draft, 2);
    },
  ),
  recordBreak(
    'PLC-17',
    'twenty-sixth-birthday',
    'notice-to-cease',
    'A young person who is NEET turns 26 on census day.',
    (draft) => {
      bornSo(draft, justTurned(26, census(draft)));
      const reason = 'NEET at 26 of an open plan is nothing without the open plan at 26.';
      return {
        at: [settled('NEET')(draft, 1)],
        also: [{ rule: 'PER-06', path: draft.at.person('PersonBirthDate'), reason }],
      };
    },
  ),
  recordBreak(
    'PLC-23',
    'sixth-birthday-in-second-placement',
    'early-years-provider',
    'A child who turns 6 on census day is at school and, in second place, at an early years provider.',
    (draft) => {
      bornSo(draft, justTurned(6, census(draft)));
      const first = draft.placement();
      draft.active().PlacementDetail = [
        { ...first, SENSetting: 'OLA' },
        { ...first, PlacementRank: '2' },
      ];
      return draft.at.placement('SENSetting', 2);
    },
  ),
  recordBreak('PLC-23', 'eighteen', 'neet', 'A young person of 18 is at an early years provider.', (draft) =>
    settled('EYP')(draft, 2),
  ),
  recordBreak(
    'PLC-01',
    'ceased-own-la',
    'ceased-with-placements-kept',
    'TransferLA of a ceased plan is the LA itself.',
    (draft) => {
      draft.active().TransferLA = draft.la;
      return draft.at.active('TransferLA');
    },
  ),
  recordBreak(
    'PLC-01',
    'own-la-for-unknown',
    'transferred-in-from-unknown',
    'TransferLA is the LA itself, not XXX.',
    (draft) => {
      draft.active().TransferLA = draft.la;
      return draft.at.active('TransferLA');
    },
  ),
];

const activities: readonly Break[] = [
  ...(['A', 'S', 'T'] as const).map((activity) =>
    recordBreak(
      'PLC-22',
      `day-before-fifteen-${activity.toLowerCase()}`,
      'moved-placement',
      `A pupil who turns 15 the day after census day has WBP ${activity}.`,
      (draft) => {
        bornSo(draft, justUnder(15, census(draft)));
        return workBased(draft, activity);
      },
    ),
  ),
  recordBreak(
    'PLC-22',
    'ceased-at-fourteen',
    'ceased-with-placements-kept',
    'A placement of a ceased plan has WBP S, and the pupil turns 15 the day after census day.',
    (draft) => {
      bornSo(draft, justUnder(15, census(draft)));
      attending(draft);
      return workBased(draft, 'S');
    },
  ),
];

/** The pupil is of compulsory school age, and no placement with a URN has an AttendancePattern. */
const attendance: readonly Break[] = [
  recordBreak(
    'PLC-29',
    'ceased-fifteen',
    'ceased-with-placements-kept',
    'Of a ceased plan neither placement with a URN has an AttendancePattern, and the pupil is 15.',
    (draft) => {
      bornSo(draft, justUnder(16, `${draft.facts.activityYear}-08-31`));
      return { at: [1, 2].map((number) => draft.at.placement('AttendancePattern', number)) };
    },
  ),
  recordBreak(
    'PLC-29',
    'transferred-in-absent',
    'transferred-in',
    'AttendancePattern of a plan taken over is absent.',
    (draft) => without('AttendancePattern')(draft, 1),
  ),
];

/** More breaks of the rules about one placement: in every repeat, of ceased plans, and at each side of an age. */
export const placementMoreBreaks: readonly Break[] = [...repeated, ...settings, ...activities, ...attendance];
