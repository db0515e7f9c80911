import type { Person, PlacementDetail, PlanDetail } from '../../src/return/index.js';
import type { Break } from './break.js';
import type { Draft } from './draft.js';
import { recordBreak } from './record-break.js';
import { atTheEnds } from './repeats.js';
import { textBreaks } from './text-breaks.js';

function empty(
  name: string,
  parent: string,
  summary: string,
  edit: (draft: Draft) => string | readonly string[],
): Break {
  return recordBreak('FILE-12', name, parent, summary, (draft) => ({ at: [edit(draft)].flat() }));
}

/** Empty items whose presence would break a rule or ask for another item, and empty items of repeats. */
const emptyItems: readonly Break[] = [
  empty('date-of-plan-not-yet-issued', 'decided-not-yet-issued', 'A decision to issue has an empty date.', (draft) => {
    draft.assessment().AssessmentOutcomeDate = '';
    return draft.at.assessment('AssessmentOutcomeDate');
  }),
  empty(
    'week-20-of-plan-not-yet-issued',
    'decided-not-yet-issued',
    'A plan not yet issued has empty Week20.',
    (draft) => {
      draft.assessment().Week20 = '';
      return draft.at.assessment('Week20');
    },
  ),
  empty('transfer-la-of-new-plan', 'issued-on-time', 'TransferLA of a new plan of the LA is empty.', (draft) => {
    draft.active().TransferLA = '';
    return draft.at.active('TransferLA');
  }),
  empty('reason-beside-uln', 'uln-only', 'UPNunknown stands there empty beside a ULN.', (draft) => {
    draft.person.UPNunknown = '';
    return draft.at.person('UPNunknown');
  }),
  empty('upn-and-reason-beside-uln', 'uln-only', 'UPN and UPNunknown stand there empty beside a ULN.', (draft) => {
    Object.assign(draft.person, { UPN: '', UPNunknown: '' } satisfies Person);
    return [draft.at.person('UPN'), draft.at.person('UPNunknown')];
  }),
  empty(
    'exported-of-second-request',
    'second-request-after-refusal',
    'Exported of the second request is empty.',
    (draft) => {
      draft.request(2).Exported = '';
      return draft.at.request('Exported', 2);
    },
  ),
  empty('exported-of-both-requests', 'second-request-after-refusal', 'Exported of both requests is empty.', (draft) => {
    for (const request of draft.requests) request.Exported = '';
    return [draft.at.request('Exported', 1), draft.at.request('Exported', 2)];
  }),
  empty('ukprn-of-second-plan-detail', 'two-placements', 'UKPRN of the second PlanDetail is empty.', (draft) => {
    draft.planDetail(2).UKPRN = '';
    return draft.at.planDetail('UKPRN', 2);
  }),
  empty('setting-of-second-placement', 'two-placements', 'SENSetting of the second placement is empty.', (draft) => {
    draft.placement(2).SENSetting = '';
    return draft.at.placement('SENSetting', 2);
  }),
  ...([1, 2, 3] as const).map((number) =>
    empty(
      `ukprn-of-placement-${number}-of-three`,
      'three-placements',
      `UKPRN of placement ${number} of three is empty.`,
      (draft) => {
        draft.placement(number).UKPRN = '';
        return draft.at.placement('UKPRN', number);
      },
    ),
  ),
  empty('ukprn-of-all-placements', 'three-placements', 'UKPRN of all three placements is empty.', (draft) =>
    [1, 2, 3].map((number) => {
      draft.placement(number).UKPRN = '';
      return draft.at.placement('UKPRN', number);
    }),
  ),
];

/** Ways in which an element may stand there without a value. */
const forms = {
  'start-and-end-tag': ['as a start tag and an end tag', '<Exported></Exported>'],
  'empty-element-tag': ['as an empty-element tag with a space in it', '<Exported />'],
  'with-comment': ['with a comment in it', '<Exported><!-- none --></Exported>'],
  'with-empty-cdata': ['with an empty CDATA section in it', '<Exported><![CDATA[]]></Exported>'],
} as const;

/** Puts an element after the outcome of the only request of the person at a position, in the text of the file. */
function afterOutcome(xml: string, position: number, element: string): string {
  const parts = xml.split('<Person>');
  parts[position] = (parts[position] ?? '').replace('</RequestOutcome>', `</RequestOutcome>${element}`);
  const changed = parts.join('<Person>');
  if (changed === xml) throw new RangeError('the parent of the break has no RequestOutcome');
  return changed;
}

const emptyForms: readonly Break[] = Object.entries(forms).map(([name, [words, element]]) => ({
  rule: 'FILE-12',
  name,
  summary: `Exported of a request that awaits its decision is empty, written ${words}.`,
  parent: 'awaiting-decision',
  bytes: (xml, draft) => ({
    at: [draft.at.request('Exported')],
    file: Buffer.from(afterOutcome(xml, draft.position, element), 'utf8'),
  }),
}));

type Pad = (text: string) => string;

const pads: Readonly<Record<string, readonly [string, Pad]>> = {
  'leading-line-break': ['a line break stands before the text', (text) => `\n${text}`],
  'trailing-tab': ['a tab stands after the text', (text) => `${text}\t`],
  'leading-carriage-return': ['a carriage return stands before the text', (text) => `\r${text}`],
  'trailing-carriage-return': ['a carriage return stands after the text', (text) => `${text}\r`],
  'no-break-space-then-space': ['a no-break space and a space stand after the text', (text) => `${text}\u00a0 `],
};

const paddedNames: readonly Break[] = Object.entries(pads).map(([name, [words, pad]]) =>
  recordBreak('FILE-13', `surname-${name}`, 'awaiting-decision', `Surname: ${words}.`, ({ person, at }) => {
    person.Surname = pad(person.Surname ?? '');
    return at.person('Surname');
  }),
);

/** A setting of another kind in place of the one that stands in a record. */
const otherSetting = (text: string): PlanDetail & PlacementDetail => ({ SENSetting: 'OTH', SENSettingOther: text });

/** Puts the setting into a record that has a URN. */
function resettled(record: PlanDetail | PlacementDetail, text: string): void {
  delete record.URN;
  delete record.SENunitIndicator;
  delete record.ResourcedProvisionIndicator;
  Object.assign(record, otherSetting(text));
}

const paddedRepeats: readonly Break[] = [
  recordBreak(
    'FILE-13',
    'second-plan-detail',
    'two-placements',
    'A space stands after the second setting.',
    (draft) => {
      resettled(draft.planDetail(2), 'Music therapy ');
      return draft.at.planDetail('SENSettingOther', 2);
    },
  ),
  ...([1, 2, 3] as const).map((number) =>
    recordBreak(
      'FILE-13',
      `placement-${number}-of-three`,
      'three-placements',
      `A space stands before the setting of placement ${number} of three.`,
      (draft) => {
        const record = draft.placement(number);
        delete record.AttendancePattern;
        resettled(record, ' Farm school');
        return draft.at.placement('SENSettingOther', number);
      },
    ),
  ),
];

/** More of empty items (FILE-12) and of white space around free text (FILE-13). */
export const textMoreBreaks: readonly Break[] = [
  ...emptyItems,
  ...emptyForms,
  ...paddedNames,
  ...paddedRepeats,
  ...atTheEnds(
    textBreaks.filter(({ name }) => name === 'upn-beside-uln' || name === 'surname-leading-space'),
    /^FILE-1[23]$/,
  ),
];
