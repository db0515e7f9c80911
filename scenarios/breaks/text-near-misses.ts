import type { InForce } from '../../src/model/index.js';
import type { NearMiss } from './break.js';
import type { Draft } from './draft.js';
import { nearMiss } from './near-miss.js';

const zeros: readonly NearMiss[] = (
  [
    ['RequestMediation', 'mediation-zero', 'awaiting-decision'],
    ['RequestTribunal', 'tribunal-zero', 'request-withdrawn'],
    ['RYA', 'rya-zero', 'historical-not-reviewed'],
  ] as const
).map(([tag, name, parent]) =>
  nearMiss('FILE-12', name, parent, `${tag} is 0, which is a value, where it may as well be absent.`, (draft) => {
    draft.request()[tag] = '0';
    return draft.at.request(tag);
  }),
);

function personWithout(tag: 'UPN' | 'UniqueLearnerNumber', name: string, summary: string): NearMiss {
  return nearMiss('FILE-12', name, 'upn-and-uln', summary, (draft) => {
    Reflect.deleteProperty(draft.person, tag);
    return draft.at.person(tag);
  });
}

const absent: readonly NearMiss[] = [
  personWithout('UniqueLearnerNumber', 'uln-absent-beside-upn', 'The ULN beside a UPN is absent.'),
  personWithout('UPN', 'upn-absent-beside-uln', 'The UPN beside a ULN is absent.'),
  nearMiss('FILE-12', 'week-20-zero', 'not-issued', 'Week20 of a refusal is 0, which is a value.', (draft) => {
    draft.assessment().Week20 = '0';
    return draft.at.assessment('Week20');
  }),
  nearMiss('FILE-12', 'plan-oa-zero', 'review-maintained', 'OA without a budget is 0, which is a value.', (draft) => {
    draft.plan().OA = '0';
    return draft.at.plan('OA');
  }),
  voluntary('source-absent-while-voluntary', 'RequestSource is absent in the year it was voluntary.', (draft) => {
    delete draft.request().RequestSource;
    return draft.at.request('RequestSource');
  }),
  voluntary('dsco-absent-while-voluntary', 'DSCO is absent in the year it was voluntary.', (draft) => {
    delete draft.source.DSCO;
    return draft.at.source('DSCO');
  }),
];

function voluntary(name: string, summary: string, near: (draft: Draft) => string): NearMiss {
  const years: InForce = { from: 2025, to: 2025 };
  return nearMiss('FILE-12', name, 'awaiting-decision', summary, near, years);
}

interface Place {
  readonly tag: 'Surname' | 'Forename' | 'SENSettingOther' | 'SoftwareCode' | 'Release';
  readonly name: string;
  readonly parent: string;
  readonly of: (draft: Draft) => { readonly record: object; readonly at: string };
}

const freeTexts: readonly Place[] = [
  {
    tag: 'Surname',
    name: 'surname',
    parent: 'awaiting-decision',
    of: ({ person, at }) => ({ record: person, at: at.person('Surname') }),
  },
  {
    tag: 'Forename',
    name: 'forename',
    parent: 'review-maintained',
    of: ({ person, at }) => ({ record: person, at: at.person('Forename') }),
  },
  {
    tag: 'SENSettingOther',
    name: 'plan-other-setting',
    parent: 'other-setting',
    of: (draft) => ({ record: draft.planDetail(), at: draft.at.planDetail('SENSettingOther') }),
  },
  {
    tag: 'SENSettingOther',
    name: 'placement-other-setting',
    parent: 'other-setting',
    of: (draft) => ({ record: draft.placement(), at: draft.at.placement('SENSettingOther') }),
  },
  {
    tag: 'SoftwareCode',
    name: 'software-code',
    parent: 'awaiting-decision',
    of: ({ source, at }) => ({ record: source, at: at.source('SoftwareCode') }),
  },
  {
    tag: 'Release',
    name: 'release',
    parent: 'awaiting-decision',
    of: ({ source, at }) => ({ record: source, at: at.source('Release') }),
  },
];

const texts = {
  'space-within': ['a space stands within the text', 'A b'],
  'two-spaces-within': ['two spaces stand within the text', 'A  b'],
  'tab-within': ['a tab stands within the text', 'A\tb'],
  'line-break-within': ['a line break stands within the text', 'A\nb'],
  'no-break-space-before': ['a no-break space, which is not white space of XML, stands before the text', '\u00a0Ab'],
  'no-break-space-after': ['a no-break space, which is not white space of XML, stands after the text', 'Ab\u00a0'],
  'wide-space-after': ['an ideographic space, which is not white space of XML, stands after the text', 'Ab\u3000'],
  'one-letter': ['the text is one letter', 'O'],
  'punctuation-at-the-ends': ['the text starts and ends with a hyphen', '-Ab-'],
} as const;

const unpadded: readonly NearMiss[] = freeTexts.flatMap(({ tag, name, parent, of }) =>
  Object.entries(texts).map(([way, [words, text]]) =>
    nearMiss('FILE-13', `${name}-${way}`, parent, `${tag}: ${words}.`, (draft) => {
      const { record, at } = of(draft);
      Object.assign(record, { [tag]: text });
      return at;
    }),
  ),
);

/** Near misses of the rules on empty items (FILE-12) and on white space around free text (FILE-13). */
export const textNearMisses: readonly NearMiss[] = [...zeros, ...absent, ...unpadded];
