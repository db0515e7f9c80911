import { returnToXml } from '../../output/index.js';
import type { Draft } from '../breaks/index.js';
import { textVariant, usualParent, type Variant } from './variant.js';

/** The person of the story has another name. */
function named(name: string, summary: string, surname: string, forename: string): Variant {
  return textVariant(
    name,
    summary,
    (_, draft) => {
      Object.assign(draft.person, { Surname: surname, Forename: forename });
      return returnToXml(draft.ret, draft.year);
    },
    { readsTheSame: false },
  );
}

const names: readonly Variant[] = [
  named('names-with-accents', 'The name has letters with accents.', 'Brontë-Müller', 'Zoë'),
  named('names-with-combining-accents', 'The accents are characters of their own.', 'Bronte\u0308', 'Zoe\u0308'),
  named(
    'names-with-apostrophe',
    'The name has an apostrophe, a hyphen and a space in it.',
    "O'Brien-de la Cruz",
    "D'Arcy",
  ),
  named('names-with-curly-apostrophe', 'The name has a typographical apostrophe.', 'O\u2019Brien', 'Siân'),
  named('names-in-chinese', 'The name is in Chinese characters.', '陳', '小明'),
  named('names-in-arabic', 'The name is in Arabic letters.', 'الأحمد', 'نور'),
  named(
    'names-beyond-the-basic-plane',
    'The name has a character that takes two code units.',
    '\u{20BB7}野',
    '\u{1D400}nn',
  ),
  named('names-of-one-letter', 'Each name is one letter.', 'O', 'J'),
  named(
    'names-with-markup-characters',
    'The name has characters that XML gives a meaning.',
    'Smith & <Jones>',
    '"Al" ]]> \'X\'',
  ),
  named(
    'names-with-no-break-spaces',
    'A no-break space, which is no white space here, stands around the name.',
    '\u00a0Smith\u00a0',
    '\u2003Ann\u2003',
  ),
  named(
    'characters-at-the-edges',
    'The name has the first and last characters of each range that XML allows.',
    'A\u007f\u0080\u0085\u009f\ud7ffZ',
    'A\ue000\ufffd\u{10000}\u{10ffff}Z',
  ),
];

/** Ten million characters: more than most readers hold in one piece, and within what any may be asked to. */
const longName = (): string => 'Abcdefghi-'.repeat(1_000_000);

/** Puts a text in place of the Surname of the person of the story. */
function surnameFor(xml: string, draft: Draft, text: string): string {
  const parts = xml.split('<Person>');
  const person = parts[draft.position] ?? '';
  return parts
    .with(
      draft.position,
      person.replace(/<Surname>[^<]*/, () => `<Surname>${text}`),
    )
    .join('<Person>');
}

const written: readonly Variant[] = [
  textVariant(
    'ten-megabyte-surname',
    'A Surname is ten million characters long.',
    (xml, draft) => surnameFor(xml, draft, longName()),
    { readsTheSame: false },
  ),
  textVariant(
    'doctype-in-cdata',
    'A CDATA section holds the text of a document type declaration.',
    (xml, draft) => surnameFor(xml, draft, '<![CDATA[<!DOCTYPE Message>]]>'),
    { readsTheSame: false },
  ),
  textVariant(
    'entities-of-xml',
    'A Surname holds the five entities that XML knows.',
    (xml, draft) => surnameFor(xml, draft, '&amp;&lt;O&apos;Brien&gt;&quot;'),
    { readsTheSame: false },
  ),
  textVariant(
    'other-spelling-of-setting',
    'SENSetting is spelt SENsetting, as some of the texts of the collection do.',
    (xml) => xml.replace(/(<\/?)SENSetting>/g, '$1SENsetting>'),
    { parent: 'home-education', readsTheSame: false },
  ),
  textVariant(
    'both-spellings-of-setting',
    'SENSetting is spelt in one way in the plan and in the other in the placement.',
    (xml) => {
      const at = xml.indexOf('<ActivePlans>', xml.indexOf('<SENSetting>'));
      return xml.slice(0, at) + xml.slice(at).replace(/(<\/?)SENSetting>/g, '$1SENsetting>');
    },
    { parent: 'home-education', readsTheSame: false },
  ),
];

/** The version of the software has characters of its own. */
const header: Variant = {
  name: 'release-with-symbols',
  summary: 'Release holds symbols and letters of other scripts.',
  parent: usualParent,
  readsTheSame: false,
  write: (_, draft) => {
    draft.source.Release = '2.1 (β) – “Überprüfung” & co';
    return Buffer.from(returnToXml(draft.ret, draft.year), 'utf8');
  },
};

/** Valid returns with values that are unusual. */
export const valueVariants: readonly Variant[] = [...names, ...written, header];
