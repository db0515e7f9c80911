import type { Break } from './break.js';
import { growTo, reopen, requestOf, shareEthnicity, shareReason, shareSource, shrinkTo } from './crowds.js';
import { recordBreak } from './record-break.js';
import { breakWhole } from './whole-return.js';

const ethnicity = (
  name: string,
  summary: string,
  persons: number,
  lacking: number,
  end: 'first' | 'last' = 'first',
): Break =>
  breakWhole('RET-04', name, 'crowd-of-twenty', summary, (draft) => {
    growTo(draft, persons);
    shareEthnicity(draft, 'NOBT', lacking, end);
  });

const reason = (name: string, summary: string, plans: number, other: number, from = 1): Break =>
  breakWhole('RET-05', name, 'crowd-of-ceased-plans', summary, (draft) => {
    growTo(draft, plans);
    shareReason(draft, '9', other, from);
  });

const source = (name: string, summary: string, requests: number, other: number, from = 1): Break =>
  breakWhole('RET-06', name, 'crowd-of-requests', summary, (draft) => {
    growTo(draft, requests);
    shareSource(draft, '5', other, from);
  });

/** More breaks of the rules that at most one in ten has a code: just beyond the bound, and what counts. */
export const shareMoreBreaks: readonly Break[] = [
  ethnicity('last-three-of-twenty', 'Of twenty persons the last three have no ethnicity obtained.', 20, 3, 'last'),
  ethnicity('three-of-twenty-nine', 'Of 29 persons three have no ethnicity obtained: 10.3%.', 29, 3),
  ethnicity('eleven-of-109', 'Of 109 persons eleven have no ethnicity obtained: 10.09%.', 109, 11),
  reason('last-two-of-ten', 'Of ten ceased plans the last two ceased for another reason.', 10, 2, 9),
  reason('two-of-nineteen', 'Of nineteen ceased plans two ceased for another reason: 10.5%.', 19, 2),
  reason('eleven-of-109', 'Of 109 ceased plans eleven ceased for another reason: 10.09%.', 109, 11),
  breakWhole(
    'RET-05',
    'beside-open-plans',
    'crowd-of-ceased-plans',
    'Of ten ceased plans two ceased for another reason, beside ten open plans.',
    (draft) => {
      growTo(draft, 20);
      for (let position = 11; position <= 20; position++) reopen(draft, position);
      shareReason(draft, '9', 2);
    },
  ),
  breakWhole(
    'RET-05',
    'tenth-on-a-second-request',
    'crowd-of-ceased-plans',
    'Of ten ceased plans of nine persons two ceased for another reason.',
    (draft) => {
      shrinkTo(draft, 9);
      shareReason(draft, '9', 2);
      draft.requests.push(structuredClone(requestOf(draft, 9)));
    },
  ),
  source('last-two-of-ten', 'Of ten requests the last two came from another source.', 10, 2, 9),
  source('two-of-nineteen', 'Of nineteen requests two came from another source: 10.5%.', 19, 2),
  source('eleven-of-109', 'Of 109 requests eleven came from another source: 10.09%.', 109, 11),
  breakWhole(
    'RET-06',
    'beside-requests-without-source',
    'crowd-of-requests',
    'Of ten requests that give a source two came from another one, beside ten that give none.',
    (draft) => {
      growTo(draft, 20);
      for (let position = 11; position <= 20; position++) delete requestOf(draft, position).RequestSource;
      shareSource(draft, '5', 2);
    },
    { to: 2025 },
  ),
  recordBreak(
    'VAL-Requests.RequestSource',
    'nine-left-that-count',
    'crowd-of-requests',
    'Of ten requests one gives a source that is none; two of the nine others came from another source.',
    (draft) => {
      shareSource(draft, '5', 2);
      requestOf(draft, 10).RequestSource = '6';
      return `${draft.at.return()}/Person[10]/Requests[1]/RequestSource`;
    },
  ),
];
