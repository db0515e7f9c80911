import type { Break } from './break.js';
import { contentBreaks } from './content-breaks.js';
import { fileBreaksOf } from './file-text.js';
import { orderBreaks } from './order-breaks.js';
import { childrenOf, elementAt, structure } from './structure.js';
import { surplusBreaks } from './surplus-breaks.js';
import { unknownBreaks } from './unknown-breaks.js';

const header = '/Message/Header';
const details = `${header}/CollectionDetails`;
const source = `${header}/Source`;
const persons = '/Message/Persons';

function without(path: string, what: string): Break {
  return structure({
    rule: 'FILE-05',
    name: `without-${what.toLowerCase()}`,
    summary: `There is no ${what}.`,
    at: () => path,
    edit: (document) => elementAt(document, path).remove(),
  });
}

/** Both containers of another are missing, which is told twice. */
function emptied(name: string, path: string, missing: readonly string[]): Break {
  return structure({
    rule: 'FILE-05',
    name,
    summary: `${path.split('/').at(-1) ?? ''} is empty.`,
    at: () => missing,
    edit: (document) => {
      for (const child of childrenOf(elementAt(document, path))) child.remove();
    },
  });
}

const missingContainers: readonly Break[] = [
  without(header, 'Header'),
  without(persons, 'Persons'),
  without(details, 'CollectionDetails'),
  without(source, 'Source'),
  emptied('empty-message', '/Message', [header, persons]),
  emptied('empty-header', header, [details, source]),
];

const itemsOfOtherYears: readonly Break[] = [
  structure({
    rule: 'FILE-06',
    name: 'sex-before-its-time',
    summary: 'A person has Sex, which the collection has since 2024.',
    to: 2023,
    at: (draft) => draft.at.person('Sex'),
    edit: (document, draft) => elementAt(document, draft.at.person()).ele('Sex').txt('F'),
  }),
  structure({
    rule: 'FILE-06',
    name: 'gender-after-its-time',
    summary: 'A person has GenderCurrent, which the collection had until 2023.',
    from: 2024,
    at: (draft) => draft.at.person('GenderCurrent'),
    edit: (document, draft) => elementAt(document, draft.at.person()).ele('GenderCurrent').txt('2'),
  }),
];

const noPersons = fileBreaksOf('FILE-09', persons);

/** What stands between the tags of Persons is exchanged for something else. */
const personsFor = (content: string) => (xml: string) =>
  xml.replace(/<Persons>[^]*<\/Persons>/, () => `<Persons>${content}</Persons>`);

const withoutPersons: readonly Break[] = [
  structure({
    rule: 'FILE-09',
    name: 'no-person',
    summary: 'Persons is empty.',
    at: () => persons,
    edit: (document, draft) => {
      draft.persons.forEach(() => elementAt(document, `${persons}/Person[1]`).remove());
    },
  }),
  noPersons('white-space-for-persons', 'Persons holds white space only.', personsFor('\n  \t\n')),
  noPersons('comment-for-persons', 'Persons holds a comment only.', personsFor('<!-- <Person></Person> -->')),
];

/** Breaks of the shape of the message. */
export const structureBreaks: readonly Break[] = [
  ...missingContainers,
  ...unknownBreaks,
  ...itemsOfOtherYears,
  ...orderBreaks,
  ...surplusBreaks,
  ...withoutPersons,
  ...contentBreaks,
];
