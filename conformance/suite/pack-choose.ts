import { parents, type Parent } from '../../scenarios/index.js';
import type { BuiltCase } from './case.js';

/** A person as they stand in a file, and before a case changed them. */
export interface PersonText {
  /** From `<Person>` to `</Person>`. */
  readonly text: string;
  /** The same in the parent; where nothing was changed, the text itself. */
  readonly before: string;
}

/** The person of a case, in its file and in that of its parent. */
export interface CasePerson extends PersonText {
  readonly built: BuiltCase;
  /** 1-based position in the case's own file. */
  readonly position: number;
}

/** Why a case stands alone. */
export type WhyAlone = keyof typeof whyAlone;

/** The reasons in words. */
export const whyAlone = {
  file: 'it is about the file or the shape of the message, and a validator that stops there would say nothing of others',
  return: 'it is about the header or the return as a whole',
  persons: 'it differs from its parent in more than one person, or elsewhere',
  other: 'the person it changes is not the one its parent is about',
  size: 'it is too large to share a file',
  number: 'it is of a kind of which nobody knows how many are a large number in one return',
  parent: 'it is the parent of cases that stand alone, and of no others',
} as const;

/** What became of a case: the person to pack, or why it stands alone. */
export type Choice = CasePerson | { readonly built: BuiltCase; readonly alone: WhyAlone };

/** Characters of one person's text past which a packed return would no longer be light to handle. */
const mostCharacters = 65_536;

const aboutFile = /^FILE-(0[1-9]|1[01])$/;
const aboutReturn = /^(HDR|RET)-|^VAL-(CollectionDetails|Source)\./;

interface Text {
  readonly whole: string;
  /** Where each person begins and ends. */
  readonly persons: readonly (readonly [from: number, to: number])[];
}

/** Finds of each case, in the order given, the one person it is about. Cases come with their parents. */
export function choosePersons(built: readonly BuiltCase[]): readonly Choice[] {
  const texts = new Map<string, Text>();
  for (const one of built) {
    if (one.case.kind === 'valid') texts.set(one.case.id, personsOf(Buffer.from(one.file).toString('utf8')));
  }
  const derived = new Map(
    built
      .filter(({ case: one }) => one.kind !== 'valid')
      .map((one) => [one.case.id, chooseDerived(one, texts.get(one.case.parent ?? ''))]),
  );
  const packedParents = new Set(
    [...derived.values()].flatMap((choice) => ('alone' in choice ? [] : [choice.built.case.parent])),
  );
  const allParents = new Set(built.map((one) => one.case.parent));
  return built.map((one) => {
    const choice = derived.get(one.case.id);
    if (choice) return choice;
    const { id } = one.case;
    const parent = parentById.get(id);
    // A valid case of another kind is another way to write a file.
    if (!parent) return { built: one, alone: 'file' };
    const isWanted = packedParents.has(id) || (!allParents.has(id) && tellsOneStory(parent));
    return isWanted ? chooseValid(one, parent, texts.get(id)) : { built: one, alone: 'parent' };
  });
}

function chooseValid(built: BuiltCase, { position }: Parent, text: Text | undefined): Choice {
  const own = text && textOf(text, position);
  if (own === undefined) return { built, alone: 'persons' };
  return isOfCountedKind(own) ? { built, alone: 'number' } : { built, text: own, before: own, position };
}

function chooseDerived(built: BuiltCase, parent: Text | undefined): Choice {
  const alone = (why: WhyAlone): Choice => ({ built, alone: why });
  const { case: one, expectation, file } = built;
  const expected = [expectation.findings, ...expectation.alternatives].flat();
  if ([one.rule ?? '', ...expected.map(({ rule }) => rule)].some((rule) => aboutFile.test(rule))) return alone('file');
  if (aboutReturn.test(one.rule ?? '') || expected.some(({ person }) => person === null)) return alone('return');
  const changed = parent && changedPerson(Buffer.from(file).toString('utf8'), parent);
  if (!changed || expected.some(({ person }) => person !== changed.position)) return alone('persons');
  if (changed.position !== parentById.get(one.parent ?? '')?.position) return alone('other');
  if (changed.text.length > mostCharacters) return alone('size');
  if (isOfCountedKind(changed.text) || isOfCountedKind(changed.before)) return alone('number');
  return { built, ...changed };
}

/** A plan ceased for another reason, or a request from another source, however the code is written. */
function isOfCountedKind(text: string): boolean {
  return (
    /<CeaseReason>(?:<!\[CDATA\[|&#)?\s*(?:9|57;)/.test(text) ||
    /<RequestSource>(?:<!\[CDATA\[|&#)?\s*(?:5\b|53;)/.test(text)
  );
}

/** The one person in whom a text differs from its parent's. */
function changedPerson(text: string, parent: Text): Omit<CasePerson, 'built'> | undefined {
  const { whole, persons } = parent;
  for (const [index, [from, to]] of persons.entries()) {
    const end = text.length - (whole.length - to);
    if (end < from || !text.startsWith(whole.slice(0, from)) || text.slice(end) !== whole.slice(to)) continue;
    const own = text.slice(from, end);
    if (!isOnePerson(own)) continue;
    return { text: own, before: whole.slice(from, to), position: index + 1 };
  }
  return undefined;
}

function isOnePerson(text: string): boolean {
  return text.startsWith('<Person>') && text.indexOf('</Person>') === text.length - '</Person>'.length;
}

function personsOf(whole: string): Text {
  const persons = [...whole.matchAll(/<Person>[^]*?<\/Person>/g)].map(
    (found) => [found.index, found.index + found[0].length] as const,
  );
  return { whole, persons };
}

function textOf({ whole, persons }: Text, position: number): string | undefined {
  const place = persons[position - 1];
  return place && whole.slice(...place);
}

const parentById = new Map(parents.map((parent) => [`valid.${parent.name}`, parent]));

/** Whether a valid case is about one person's story rather than about how many persons there are. */
function tellsOneStory({ name, stories, position }: Parent): boolean {
  return stories[position - 1] === name;
}
