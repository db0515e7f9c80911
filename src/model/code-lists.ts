import type { InForce } from './years.js';

/** A code with its meaning; an object where it is not in force in every collection year. */
export type CodeMeaning = string | ({ readonly label: string } & InForce);

/** Every code list but ethnicity and the local authorities, which are long and stand apart. Source: DfE SEN2 specifications. */
export const codeLists = {
  yesNo: {
    1: 'Yes',
    0: 'No',
  },
  yesNoRecruiting: {
    Y: 'Yes',
    N: 'No',
    R: 'Recruitment in progress',
  },
  gender: {
    0: 'Not known',
    1: 'Male',
    2: 'Female',
    9: 'Not specified',
  },
  sex: {
    M: 'Male',
    F: 'Female',
  },
  upnUnknown: {
    UN1: 'Under 6 and not yet given a UPN',
    UN2: 'Never in a state-funded school in England, no UPN given',
    UN3: 'Educated outside England, no UPN given',
    UN5: 'Sources disagree on the person, no reliable match',
    UN8: 'New to the LA within a week of the end of the collection period, identifier not yet known',
    UN9: 'Young person never in a state-funded school or FE in England, no UPN or ULN',
    UN10: 'Request ended in no further action before an identifier was known',
  },
  requestSource: {
    1: 'Young person or parent',
    2: 'School or other education setting',
    3: 'Health care professional',
    4: 'Social care professional',
    5: 'Other',
  },
  requestOutcome: {
    Y: 'Assessment agreed',
    N: 'Assessment refused',
    A: 'Decision awaited',
    W: 'Withdrawn or ceased before decision',
    H: 'Historical: decided before the collection period',
  },
  assessmentOutcome: {
    Y: 'Plan to be issued',
    N: 'Plan not to be issued',
    A: 'Decision awaited',
    W: 'Withdrawn or ceased before decision',
    H: 'Historical: decided before the collection period, or plan transferred in',
  },
  residential: {
    A: '38 to 51 weeks a year',
    B: '52 weeks a year',
  },
  workBased: {
    A: 'Apprenticeship',
    T: 'Traineeship',
    S: 'Supported internship',
  },
  directPayments: {
    E: 'Education',
    S: 'Social care',
    H: 'Health',
    I: 'Integrated',
  },
  ceaseReason: {
    1: 'Reached maximum age',
    2: 'Needs met without a plan, still in education or training',
    3: 'Higher education',
    4: 'Paid employment, not an apprenticeship',
    5: 'Transferred to another LA',
    6: 'No longer wishes to engage in education or training',
    7: 'Moved outside England',
    8: 'Died',
    9: 'Other',
  },
  senSettingPlan: {
    OLA: 'Arranged by the LA otherwise than in a school (s61, EOTAS)',
    OPA: 'Arranged by parent or young person (s42(5)), not home education',
    EHE: 'Elective home education',
    EYP: 'Early years provider without a URN',
    OTH: 'Other, e.g. type of setting named but no specific one',
  },
  senSettingPlacement: {
    OLA: 'Arranged by the LA otherwise than in a school (s61, EOTAS)',
    OPA: 'Arranged by parent or young person (s42(5)), not home education',
    EHE: 'Elective home education',
    EYP: 'Early years provider without a URN',
    OTH: 'Other',
    NEET: 'Not in education, employment or training, aged 16 to 25',
    NIEC: 'Not in education or training, notice to cease issued',
    NIEO: 'Not in education or training, other',
  },
  rank: {
    1: 'Primary',
    2: 'Secondary',
  },
  attendancePattern: {
    FT: 'Full time',
    PT: 'Part time',
  },
  reviewOutcome: {
    M: 'Maintain',
    A: 'Amend',
    C: 'Cease',
  },
  senType: {
    SPLD: 'Specific learning difficulty',
    MLD: 'Moderate learning difficulty',
    SLD: 'Severe learning difficulty',
    PMLD: 'Profound and multiple learning difficulty',
    SEMH: 'Social, emotional and mental health',
    SLCN: 'Speech, language and communication needs',
    HI: 'Hearing impairment',
    VI: 'Vision impairment',
    MSI: 'Multi-sensory impairment',
    PD: 'Physical disability',
    ASD: 'Autistic spectrum disorder',
    DS: { label: 'Down syndrome', from: 2025 },
    OTH: 'Other difficulty',
  },
} as const satisfies Record<string, Record<string, CodeMeaning>>;
