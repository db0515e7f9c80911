import { makeDate, type InForce } from '../../src/model/index.js';
import type { PlacementDetail } from '../../src/return/index.js';
import { justTurned, justUnder } from './births.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';
import { resettle } from './sides.js';
import { attending, workBased } from './year-items.js';

const census = (draft: Draft): string => draft.facts.referenceDate;
const born = (draft: Draft): string => draft.person.PersonBirthDate ?? '';

/** A person born so that an age is reached or not, placed by a code. */
function settledAt(
  rule: string,
  name: string,
  parent: string,
  summary: string,
  code: string,
  birthDate: (draft: Draft) => string,
  number = 1,
): NearMiss {
  return nearMiss(rule, name, parent, summary, (draft) => {
    draft.person.PersonBirthDate = birthDate(draft);
    const described = code === 'NIEO' ? { SENSettingOther: 'Between placements' } : {};
    resettle(draft.placement(number), { SENSetting: code, ...described });
    return draft.at.placement('SENSetting', number);
  });
}

/** Takes the placement at a position as one that is open, of a ceased plan. */
function ceasedAndOpen(
  rule: string,
  name: string,
  summary: string,
  code: string,
  birthDate: (draft: Draft) => string,
): NearMiss {
  return nearMiss(rule, name, 'ceased-with-placements-kept', summary, (draft) => {
    draft.person.PersonBirthDate = birthDate(draft);
    attending(draft);
    resettle(draft.placement(2), { SENSetting: code });
    delete draft.placement(2).LeavingDate;
    return draft.at.placement('SENSetting', 2);
  });
}

const ages: readonly NearMiss[] = [
  settledAt(
    'PLC-17',
    'sixteen-on-census-day',
    'arranged-by-la',
    'A young person is NEET who turns 16 on census day.',
    'NEET',
    (draft) => justTurned(16, census(draft)),
  ),
  settledAt(
    'PLC-17',
    'day-before-twenty-six',
    'notice-to-cease',
    'A young person is NEET who turns 26 the day after census day.',
    'NEET',
    (draft) => justUnder(26, census(draft)),
  ),
  settledAt(
    'PLC-17',
    'second-sixteen-on-census-day',
    'two-placements',
    'A second placement is NEET, on the 16th birthday.',
    'NEET',
    (draft) => justTurned(16, census(draft)),
    2,
  ),
  settledAt(
    'PLC-17',
    'left-at-nine',
    'moved-placement',
    'A placement that a child of 9 left is given as NEET.',
    'NEET',
    born,
  ),
  settledAt('PLC-17', 'notice-at-thirteen', 'arranged-by-la', 'A child of 13 is NIEC.', 'NIEC', born),
  settledAt('PLC-17', 'not-in-education-at-thirteen', 'arranged-by-la', 'A child of 13 is NIEO.', 'NIEO', born),
  ceasedAndOpen(
    'PLC-17',
    'ceased-at-fifteen',
    'Of a ceased plan a placement is NEET and not left, the day before the 16th birthday.',
    'NEET',
    (draft) => justUnder(16, census(draft)),
  ),
  settledAt(
    'PLC-23',
    'day-before-six',
    'early-years-provider',
    'A child at an early years provider turns 6 the day after census day.',
    'EYP',
    (draft) => justUnder(6, census(draft)),
  ),
  settledAt(
    'PLC-23',
    'left-at-nine',
    'moved-placement',
    'A placement that a child of 9 left was at an early years provider.',
    'EYP',
    born,
  ),
  settledAt(
    'PLC-23',
    'left-at-fourteen',
    'three-placements',
    'The first of three placements, which was left, was at an early years provider.',
    'EYP',
    born,
  ),
  settledAt(
    'PLC-23',
    'arranged-at-six',
    'early-years-provider',
    'A child of 6 is taught by arrangement of the LA.',
    'OLA',
    (draft) => justTurned(6, census(draft)),
  ),
  ceasedAndOpen(
    'PLC-23',
    'ceased-at-six',
    'Of a ceased plan a placement is EYP and not left, of a person of 18.',
    'EYP',
    born,
  ),
  nearMiss(
    'PLC-23',
    'named-in-the-plan-at-six',
    'early-years-provider',
    'The plan names an early years provider, and the child of 6 is at another setting.',
    (draft) => {
      draft.person.PersonBirthDate = justTurned(6, census(draft));
      draft.placement().SENSetting = 'OPA';
      return draft.at.placement('SENSetting');
    },
  ),
  ...(['A', 'S', 'T'] as const).map((activity) =>
    nearMiss(
      'PLC-22',
      `fifteen-on-census-day-${activity.toLowerCase()}`,
      'moved-placement',
      `A pupil who turns 15 on census day has WBP ${activity}.`,
      (draft) => {
        draft.person.PersonBirthDate = justTurned(15, census(draft));
        return workBased(draft, activity);
      },
    ),
  ),
  nearMiss(
    'PLC-22',
    'residential-at-nine',
    'review-maintained',
    'A child of 9 boards, and has no work based activity.',
    (draft) => {
      if (draft.year <= 2023) draft.active().Res = 'B';
      else draft.placement().Res = 'B';
      return draft.year <= 2023 ? draft.at.active('WBP') : draft.at.placement('WBP');
    },
  ),
];

const until2023: InForce = { to: 2023 };

/** The child is born on a day, and the only placement has no AttendancePattern. */
function attendance(name: string, parent: string, summary: string, birthDate: (draft: Draft) => string): NearMiss {
  return nearMiss(
    'PLC-29',
    name,
    parent,
    summary,
    (draft) => {
      draft.person.PersonBirthDate = birthDate(draft);
      for (const placement of draft.active().PlacementDetail ?? []) delete placement.AttendancePattern;
      return draft.at.placement('AttendancePattern');
    },
    until2023,
  );
}

function pattern(
  name: string,
  parent: string,
  summary: string,
  change: (placement: PlacementDetail) => void,
): NearMiss {
  const edit = (draft: Draft): string => {
    change(draft.placement());
    return draft.at.placement('AttendancePattern');
  };
  return nearMiss('PLC-29', name, parent, summary, edit, until2023);
}

const patterns: readonly NearMiss[] = [
  attendance(
    'five-on-1-january',
    'historical-not-reviewed',
    'A child who turned 5 on 1 January has no AttendancePattern.',
    (draft) => makeDate(draft.facts.activityYear + 1 - 5, 1, 1),
  ),
  attendance(
    'five-on-census-day',
    'historical-not-reviewed',
    'A child who turns 5 on census day has no AttendancePattern.',
    (draft) => justTurned(5, census(draft)),
  ),
  attendance(
    'sixteen-on-31-august',
    'alternative-provision',
    'A young person who turned 16 on 31 August has no AttendancePattern.',
    (draft) => makeDate(draft.facts.activityYear - 16, 8, 31),
  ),
  attendance(
    'both-sixteen-on-31-august',
    'two-placements',
    'Neither placement of a young person who turned 16 on 31 August has an AttendancePattern.',
    (draft) => makeDate(draft.facts.activityYear - 16, 8, 31),
  ),
  pattern('not-asked-of-ukprn', 'review-maintained', 'AttendancePattern is absent with a UKPRN at 9.', (placement) => {
    delete placement.AttendancePattern;
    resettle(placement, { UKPRN: '10012345' });
  }),
  pattern(
    'not-asked-of-code',
    'review-maintained',
    'AttendancePattern is absent with a SENSetting at 9.',
    (placement) => {
      delete placement.AttendancePattern;
      resettle(placement, { SENSetting: 'EHE' });
    },
  ),
  pattern(
    'given-at-seventeen',
    'budget-organised-and-direct',
    'AttendancePattern is given at 17, when it is not asked for.',
    (placement) => {
      placement.AttendancePattern = 'FT';
    },
  ),
  pattern('part-time-with-code', 'arranged-by-la', 'AttendancePattern is PT with a SENSetting.', (placement) => {
    placement.AttendancePattern = 'PT';
  }),
];

/** Near misses of the rules that tie a placement to an age. */
export const placementAgeNearMisses: readonly NearMiss[] = [...ages, ...patterns];
