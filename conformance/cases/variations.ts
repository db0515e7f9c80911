import type { InForce } from '../../src/model/index.js';
import { addCompany } from '../../scenarios/index.js';
import { all, budget, firstRequest, needs, residential, ulnAlone, unidentified, type Dress } from './dress.js';

/** A story with something added: what stories leave out or to chance, or two things told in one. */
export interface Variation extends InForce {
  /** Kebab-case; it never changes. */
  readonly name: string;
  readonly story: string;
  /** A plain sentence that follows that of the story. */
  readonly adds: string;
  /** The LA that the case names; not told by that LA itself. */
  readonly la?: string;
  readonly vary: Dress;
}

/** What stories leave out or to chance. */
const further: readonly Variation[] = [
  {
    name: 'mediation-and-appeal-over-other-matters',
    story: 'issued-late-with-exception',
    adds: 'Something other than the refusal of a plan went to mediation and to the tribunal.',
    vary: (person) => {
      Object.assign(firstRequest(person)?.Assessment ?? {}, { OtherMediation: '1', OtherTribunal: '1' });
    },
  },
  {
    name: 'third-request-of-one-not-matched',
    story: 'second-request-after-refusal',
    adds: 'Another request before them was withdrawn. Sources disagree on who the child is, so no identifier is given.',
    vary: all((person, facts) => {
      addCompany(person, 'request', facts);
    }, unidentified('UN5')),
  },
  {
    name: 'plan-and-withdrawn-request',
    story: 'review-maintained',
    adds: 'A further request for an assessment was made and withdrawn.',
    vary: (person, facts) => {
      addCompany(person, 'request', facts);
    },
  },
  {
    name: 'moved-to-another-phase-after-withdrawn-request',
    story: 'phase-transfer-finalised',
    adds: 'A further request for an assessment was made and withdrawn. The child has a hearing impairment and a further difficulty.',
    vary: all(
      (person, facts) => {
        addCompany(person, 'request', facts);
        // The request of the plan comes second now.
        person.Requests?.reverse();
      },
      needs('HI', 'OTH'),
    ),
  },
  {
    name: 'part-time-at-second-placement',
    story: 'two-placements',
    adds: 'The second placement is part time.',
    to: 2023,
    vary: (person) => {
      const second = firstRequest(person)?.ActivePlans?.PlacementDetail?.[1];
      if (second?.AttendancePattern !== undefined) second.AttendancePattern = 'PT';
    },
  },
  genderOf('0', 'gender-not-known', 'awaiting-decision', 'The gender of the child is not known.'),
  genderOf('9', 'gender-not-specified', 'assessment-withdrawn', 'The gender of the young person is not specified.'),
];

function genderOf(code: '0' | '9', name: string, story: string, adds: string): Variation {
  return {
    name,
    story,
    adds,
    to: 2023,
    vary: (person) => {
      person.GenderCurrent = code;
    },
  };
}

/**
 * Two things told in one, so that fewer persons tell all. Not of stories with CeaseReason 9 or RequestSource 5, which a
 * return is given once only, so that what the sentences say stays true.
 */
const joined: readonly Variation[] = [
  {
    name: 'exported-before-school',
    story: 'exported',
    adds: 'The child has no UPN yet.',
    vary: unidentified('UN1'),
  },
  {
    name: 'request-withdrawn-before-identified',
    story: 'request-withdrawn',
    adds: 'No identifier was known by then.',
    vary: unidentified('UN10'),
  },
  {
    name: 'not-issued-never-in-state-school',
    story: 'not-issued',
    adds: 'The child was never at a state-funded school in England and has no UPN.',
    vary: unidentified('UN2'),
  },
  {
    name: 'exported-to-unknown-from-abroad',
    story: 'exported-to-unknown',
    adds: 'The child goes to school outside England and has no UPN.',
    vary: unidentified('UN3'),
  },
  {
    name: 'transferred-in-from-unknown-not-yet-identified',
    story: 'transferred-in-from-unknown',
    adds: 'The identifier is not yet known. The child has a moderate and a specific learning difficulty.',
    vary: all(unidentified('UN8'), needs('MLD', 'SPLD')),
  },
  {
    name: 'ceased-for-employment-without-identifier',
    story: 'ceased-for-employment',
    adds: 'The young person was never at a state-funded school or college and has neither UPN nor ULN.',
    vary: unidentified('UN9'),
  },
  {
    name: 'ceased-for-higher-education-uln-alone',
    story: 'ceased-for-higher-education',
    adds: 'The young person is known by a ULN alone.',
    vary: ulnAlone,
  },
  {
    name: 'ceased-needs-met-with-organised-budget',
    story: 'ceased-needs-met',
    adds: 'There was a personal budget by organised arrangements.',
    vary: budget(true),
  },
  {
    name: 'transferred-out-with-direct-payment-for-social-care',
    story: 'transferred-out',
    adds: 'There was a personal budget by direct payment for social care.',
    vary: budget(false, 'S'),
  },
  {
    name: 'review-met-with-direct-payment-for-health',
    story: 'review-met',
    adds: 'There is a personal budget by direct payment for health.',
    vary: budget(false, 'H'),
  },
  {
    name: 'ceased-died-with-direct-payment-for-education',
    story: 'ceased-died',
    adds: 'There was a personal budget by direct payment for education.',
    vary: budget(false, 'E'),
  },
  {
    name: 'ceased-moved-abroad-with-both-budgets',
    story: 'ceased-moved-abroad',
    adds: 'There was a personal budget both by organised arrangements and by an integrated direct payment.',
    vary: budget(true, 'I'),
  },
  {
    name: 'supported-internship-residential',
    story: 'supported-internship',
    adds: 'They live at the provider all the year. They have a physical disability and a severe learning difficulty.',
    vary: all(residential('B'), needs('PD', 'SLD')),
  },
  {
    name: 'traineeship-residential',
    story: 'traineeship',
    adds: 'They board there for 38 to 51 weeks a year. They have a vision impairment and multi-sensory impairment.',
    vary: all(residential('A'), needs('VI', 'MSI')),
  },
  {
    name: 'home-education-pmld',
    story: 'home-education',
    adds: 'The child has profound and multiple learning difficulties, and difficulties with speech.',
    vary: needs('PMLD', 'SLCN'),
  },
  {
    name: 'sen-unit-down-syndrome',
    story: 'sen-unit',
    adds: 'The child has Down syndrome.',
    from: 2025,
    vary: needs('DS', 'SLCN'),
  },
];

/** A case exported to an LA, and a plan that comes from one, in the year in which LAs changed. */
function movesOf(la: string, what: string, name: string): readonly Variation[] {
  const years = { from: 2024, to: 2024 };
  return [
    {
      ...years,
      name: `exported-to-${name}`,
      story: 'exported',
      adds: `The LA they move to is ${what}.`,
      la,
      vary: (person) => {
        const request = firstRequest(person);
        if (request) request.Exported = la;
      },
    },
    {
      ...years,
      name: `transferred-in-from-${name}`,
      story: 'transferred-in',
      adds: `The LA it comes from is ${what}.`,
      la,
      vary: (person) => {
        const active = firstRequest(person)?.ActivePlans;
        if (active) active.TransferLA = la;
      },
    },
  ];
}

/** Every variation of every year. */
export const variations: readonly Variation[] = [
  ...further,
  ...joined,
  ...movesOf('909', 'Cumbria, which has ended', 'ended-authority'),
  ...movesOf('942', 'Cumberland, which is new', 'cumberland'),
  ...movesOf('943', 'Westmorland and Furness, which is new', 'westmorland-and-furness'),
];
