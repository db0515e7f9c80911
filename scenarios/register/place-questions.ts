import type { OpenQuestion } from './open-question.js';

/** What the texts of the rules leave open about where a finding is. */
export const placeQuestions: readonly OpenQuestion[] = [
  {
    id: 'place-among-records',
    question: 'Where several records break a rule together, at which of them is the finding?',
    reading: 'At the first of them.',
    alternatives: ['At any other of them, such as the one that was added last.'],
    rules: ['REQ-19', 'REQ-20', 'PLN-16', 'PLC-10', 'PLC-11', 'PLC-12', 'PLC-14', 'PLC-27', 'PLC-28'],
    hang: { how: 'several-places' },
  },
  {
    id: 'place-among-items',
    question: 'Where a rule is about several items of a record that are present, at which of them is the finding?',
    reading: 'At the first that the rule names.',
    alternatives: ['At the item to blame, such as the tribunal where the mediation is 0.'],
    rules: ['REQ-12', 'PLN-22', 'PLN-24', 'PLC-21'],
    hang: { how: 'several-places' },
  },
  {
    id: 'place-beside-empty-element',
    question: 'Where one of several items must be given and an empty element stands there, is that one present?',
    reading: 'No: an empty item is missing, so the finding is at the first item that the rule names.',
    alternatives: ['The finding is at the empty element, since it stands there.'],
    rules: ['PER-19', 'PLN-13', 'PLN-25', 'PLC-03'],
    hang: { how: 'several-places' },
  },
  {
    id: 'place-of-two-open-plans',
    question: 'Is the finding on a person with two open plans at the return or at the plans?',
    reading: 'At the return, as for the other rules on more than one record of a person or more than one person.',
    alternatives: ['At the ActivePlans of any of the requests.'],
    rules: ['RET-07'],
    hang: { how: 'several-places' },
  },
  {
    id: 'place-without-assessment',
    question: 'Where is the finding when a request has active plans and no Assessment to hold their plan?',
    reading: 'At the NamedPlan that the Assessment would hold.',
    alternatives: ['At the Assessment that is missing.', 'At a NamedPlan right under the request.'],
    rules: ['ASM-14'],
    hang: { how: 'several-places' },
  },
];
