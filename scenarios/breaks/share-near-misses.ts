import type { NearMiss } from './break.js';
import { growTo, reopen, requestOf, shareEthnicity, shareReason, shareSource, shrinkTo } from './crowds.js';
import { nearWhole } from './whole-return.js';

const crowd = 'crowd-of-twenty';

const ethnicities: readonly NearMiss[] = [
  nearWhole(
    'RET-04',
    'two-of-twenty',
    crowd,
    'Of twenty persons two have no ethnicity obtained, exactly one in ten.',
    (draft) => {
      shareEthnicity(draft, 'NOBT', 2);
    },
  ),
  nearWhole(
    'RET-04',
    'last-two-of-twenty',
    crowd,
    'Of twenty persons the last two have no ethnicity obtained.',
    (draft) => {
      shareEthnicity(draft, 'NOBT', 2, 'last');
    },
  ),
  nearWhole(
    'RET-04',
    'three-of-thirty',
    crowd,
    'Of thirty persons three have no ethnicity obtained, exactly one in ten.',
    (draft) => {
      growTo(draft, 30);
      shareEthnicity(draft, 'NOBT', 3);
    },
  ),
  nearWhole(
    'RET-04',
    'seven-of-seventy',
    crowd,
    'Of seventy persons seven have no ethnicity obtained, exactly one in ten.',
    (draft) => {
      growTo(draft, 70);
      shareEthnicity(draft, 'NOBT', 7);
    },
  ),
  nearWhole(
    'RET-04',
    'three-of-nineteen',
    crowd,
    'Of nineteen persons three have no ethnicity obtained, and so few are not looked at.',
    (draft) => {
      shrinkTo(draft, 19);
      shareEthnicity(draft, 'NOBT', 3);
    },
  ),
  nearWhole('RET-04', 'all-of-nineteen', crowd, 'None of nineteen persons has an ethnicity obtained.', (draft) => {
    shrinkTo(draft, 19);
    shareEthnicity(draft, 'NOBT', 19);
  }),
  nearWhole(
    'RET-04',
    'all-of-three',
    'awaiting-decision',
    'None of three persons has an ethnicity obtained.',
    (draft) => {
      shareEthnicity(draft, 'NOBT', 3);
    },
  ),
  nearWhole('RET-04', 'all-refused', crowd, 'All of twenty persons refused to give their ethnicity.', (draft) => {
    shareEthnicity(draft, 'REFU', 20);
  }),
];

const ceased = 'crowd-of-ceased-plans';

const reasons: readonly NearMiss[] = [
  nearWhole(
    'RET-05',
    'one-of-ten',
    ceased,
    'Of ten ceased plans one ceased for another reason, exactly one in ten.',
    (draft) => {
      shareReason(draft, '9', 1);
    },
  ),
  nearWhole('RET-05', 'last-of-ten', ceased, 'Of ten ceased plans the last ceased for another reason.', (draft) => {
    shareReason(draft, '9', 1, 10);
  }),
  nearWhole(
    'RET-05',
    'two-of-twenty',
    ceased,
    'Of twenty ceased plans two ceased for another reason, exactly one in ten.',
    (draft) => {
      growTo(draft, 20);
      shareReason(draft, '9', 2);
    },
  ),
  nearWhole(
    'RET-05',
    'three-of-thirty',
    ceased,
    'Of thirty ceased plans three ceased for another reason, exactly one in ten.',
    (draft) => {
      growTo(draft, 30);
      shareReason(draft, '9', 3);
    },
  ),
  nearWhole(
    'RET-05',
    'two-of-nine',
    ceased,
    'Of nine ceased plans two ceased for another reason, and so few are not looked at.',
    (draft) => {
      shrinkTo(draft, 9);
      shareReason(draft, '9', 2);
    },
  ),
  nearWhole('RET-05', 'all-of-nine', ceased, 'All of nine ceased plans ceased for another reason.', (draft) => {
    shrinkTo(draft, 9);
    shareReason(draft, '9', 9);
  }),
  nearWhole(
    'RET-05',
    'nine-ceased-and-one-open',
    ceased,
    'Of ten plans one is open, and the nine others ceased for another reason.',
    (draft) => {
      shareReason(draft, '9', 9);
      reopen(draft, 10);
    },
  ),
  ...(['6', '7', '8'] as const).map((reason) =>
    nearWhole('RET-05', `all-for-reason-${reason}`, ceased, `Ten plans ceased for reason ${reason}.`, (draft) => {
      shareReason(draft, reason, 10);
    }),
  ),
];

const requests = 'crowd-of-requests';

const sources: readonly NearMiss[] = [
  nearWhole(
    'RET-06',
    'one-of-ten',
    requests,
    'Of ten requests one came from another source, exactly one in ten.',
    (draft) => {
      shareSource(draft, '5', 1);
    },
  ),
  nearWhole('RET-06', 'last-of-ten', requests, 'Of ten requests the last came from another source.', (draft) => {
    shareSource(draft, '5', 1, 10);
  }),
  nearWhole(
    'RET-06',
    'two-of-twenty',
    requests,
    'Of twenty requests two came from another source, exactly one in ten.',
    (draft) => {
      growTo(draft, 20);
      shareSource(draft, '5', 2);
    },
  ),
  nearWhole(
    'RET-06',
    'three-of-thirty',
    requests,
    'Of thirty requests three came from another source, exactly one in ten.',
    (draft) => {
      growTo(draft, 30);
      shareSource(draft, '5', 3);
    },
  ),
  nearWhole(
    'RET-06',
    'two-of-nine',
    requests,
    'Of nine requests two came from another source, and so few are not looked at.',
    (draft) => {
      shrinkTo(draft, 9);
      shareSource(draft, '5', 2);
    },
  ),
  nearWhole('RET-06', 'all-of-nine', requests, 'All of nine requests came from another source.', (draft) => {
    shrinkTo(draft, 9);
    shareSource(draft, '5', 9);
  }),
  nearWhole(
    'RET-06',
    'nine-that-give-a-source',
    requests,
    'Of ten requests one gives no source, and all others came from another source.',
    (draft) => {
      shareSource(draft, '5', 9);
      delete requestOf(draft, 10).RequestSource;
    },
    { to: 2025 },
  ),
  ...(['3', '4'] as const).map((source) =>
    nearWhole('RET-06', `all-from-source-${source}`, requests, `Ten requests came from source ${source}.`, (draft) => {
      shareSource(draft, source, 10);
    }),
  ),
];

/** Near misses of the rules that at most one in ten of all has a code. */
export const shareNearMisses: readonly NearMiss[] = [...ethnicities, ...reasons, ...sources];
