import type { OpenQuestion } from './open-question.js';
import { placeQuestions } from './place-questions.js';

/** What could not be established about the return itself. */
const returnQuestions: readonly OpenQuestion[] = [
  {
    id: 'dfe-rule-numbers',
    question: 'Under which number and with which words does DfE know each rule?',
    reading: 'Not known: rules have ids of this kit, and a DfE number is shown only where the user gives it.',
    alternatives: ['The numbers and texts in the spreadsheet that DfE publishes with each collection.'],
    rules: ['*'],
    hang: { how: 'no-case' },
  },
  {
    id: 'levels-in-collect',
    question: 'Which rules are errors in COLLECT, and which are queries?',
    reading: 'The level each rule has here follows the wording of the guide, and can be overridden.',
    alternatives: ['The other level, for any rule.'],
    rules: ['*'],
    hang: { how: 'no-case' },
  },
  {
    id: 'large-number-thresholds',
    question:
      'From what share, and of how many, does COLLECT ask about a large number of plans or requests marked other?',
    reading: 'More than one in ten, where there are ten or more.',
    alternatives: ['A higher or lower share, or another number to begin with.'],
    rules: ['RET-05', 'RET-06'],
    hang: { how: 'fires-or-not', cases: ['RET-05.*', 'RET-06.*'] },
  },
  {
    id: 'sensetting-spelling',
    question: 'Is the element spelled SENSetting or SENsetting?',
    reading: 'Both are read; SENSetting is written.',
    alternatives: ['SENSetting alone is known.', 'SENsetting alone is known.'],
    rules: ['FILE-06', 'PLN-13', 'PLN-14', 'PLN-17', 'PLN-18', 'PLC-03', 'PLC-04', 'PLC-15', 'PLC-16'],
    hang: { how: 'other-reading' },
  },
  {
    id: 'date-of-plan-not-issued',
    question: 'May AssessmentOutcomeDate be left out where the outcome is Y and there is no NamedPlan yet?',
    reading: 'Yes: it is left out until the plan is issued.',
    alternatives: ['No: the date is required wherever the outcome is Y or N.'],
    rules: ['ASM-02', 'ASM-03'],
    hang: { how: 'other-reading' },
  },
  {
    id: 'out-of-education-codes-2023',
    question: 'Did the settings NEET, NIEC and NIEO exist in 2023?',
    reading: 'Yes.',
    alternatives: ['No: they came with 2024.'],
    years: { from: 2023, to: 2023 },
    rules: ['VAL-PlacementDetail.SENSetting', 'PLC-15', 'PLC-16', 'PLC-17'],
    hang: { how: 'other-reading' },
  },
  {
    id: 'review-meeting-left-blank',
    question: 'Is a ReviewMeeting that is left blank refused from 2025 on?',
    reading: 'Only where a ReviewOutcome is given.',
    alternatives: [
      'It is required of every ActivePlans.',
      'It is required of every open plan.',
      'It is required of every open plan that is older than the activity year.',
    ],
    years: { from: 2025 },
    rules: ['PLC-30'],
    hang: { how: 'other-reading' },
  },
  {
    id: 'last-review-position-2025',
    question: 'Where does LastReview stand in ActivePlans in 2025?',
    reading: 'After ReviewMeeting, before ReviewOutcome.',
    alternatives: ['After ReviewOutcome, as in 2024.', 'Last, as in 2026.'],
    years: { from: 2025, to: 2025 },
    rules: ['FILE-07'],
    hang: { how: 'other-reading' },
  },
  {
    id: 'requestsource-column',
    question: 'Is the column of the COLLECT export called requestsource or rquestsource?',
    reading: 'Both are read; requestsource is written.',
    alternatives: ['rquestsource, as it was seen once.'],
    years: { from: 2025 },
    rules: [],
    hang: { how: 'no-case' },
  },
  {
    id: 'review-date-columns',
    question: 'Which column of the DfE template is the date of the review meeting, and which that of the decision?',
    reading: 'The labels as they read: the meeting date is ReviewMeeting, the decision date LastReview.',
    alternatives: ['The other way about.'],
    years: { from: 2024 },
    rules: [],
    hang: { how: 'no-case' },
  },
];

/** What the texts of the rules leave open about the file and its text. */
const textQuestions: readonly OpenQuestion[] = [
  {
    id: 'xml-1-1',
    question: 'Is a file refused that declares XML 1.1 and is well-formed by that?',
    reading: 'Yes: it is not well-formed XML 1.0.',
    alternatives: ['No: it is read like any other.'],
    rules: ['FILE-01'],
    hang: { how: 'fires-or-not', cases: ['FILE-01.xml-1-1'] },
  },
  {
    id: 'white-space-only-text',
    question: 'Is optional free text that is white space alone empty, or text with white space at its edges?',
    reading: 'Text with white space at its edges: FILE-13.',
    alternatives: ['Empty: FILE-12.', 'Both.'],
    rules: ['FILE-12', 'FILE-13'],
    hang: { how: 'no-case' },
  },
];

/** The register of open questions: what is not known, the reading taken here, and what else may be right. */
export const openQuestions: readonly OpenQuestion[] = [...returnQuestions, ...placeQuestions, ...textQuestions];
