import type { FileFaultRule, StructureRule } from '../reading/index.js';
import type { RuleLevel, RuleText } from './definition.js';

/** A rule about the file or the shape of the message; the reading itself finds where it is broken. */
export interface FileRule extends RuleText {
  readonly kind: 'file';
  readonly id: FileFaultRule | StructureRule | 'FILE-12' | 'FILE-13';
  /** Tags as the catalogue names them. */
  readonly tags: readonly string[];
}

function fileRule(
  id: FileRule['id'],
  tags: readonly string[],
  statement: string,
  message: string,
  level: RuleLevel = 'error',
): FileRule {
  return { kind: 'file', id, level, basis: 'structure', tags, statement, message };
}

export const freeTextTags = ['Surname', 'Forename', 'SENSettingOther', 'SoftwareCode', 'Release'];

/** Rules about the file and the structure of the message. */
export const fileRules: readonly FileRule[] = [
  fileRule(
    'FILE-01',
    ['file'],
    'The file is well-formed XML 1.0.',
    'The file is not well-formed XML, so nothing in it can be read.',
  ),
  fileRule(
    'FILE-02',
    ['file'],
    'The file is UTF-8 with no byte or character that XML forbids, at most one byte order mark, and no other encoding declared.',
    'The file is not UTF-8 throughout: write it again in that encoding.',
  ),
  fileRule(
    'FILE-03',
    ['file'],
    'The file has no document type declaration.',
    'The file has a document type declaration (DOCTYPE), which a return must not have.',
  ),
  fileRule(
    'FILE-04',
    ['Message'],
    'The root element is Message, and no element is in a namespace.',
    'The file is not a SEN2 return: its root element is not Message, or an element is in a namespace.',
  ),
  fileRule(
    'FILE-05',
    ['Message', 'Header', 'Persons', 'CollectionDetails', 'Source'],
    'Message holds Header and Persons; Header holds CollectionDetails and Source.',
    'A part that every return has is missing.',
  ),
  fileRule(
    'FILE-06',
    ['all'],
    'Every element is one that the collection year has at that place.',
    'This element is not part of the collection at this place.',
  ),
  fileRule(
    'FILE-07',
    ['all'],
    'Elements stand in the order of the collection year.',
    'This element comes too late: it belongs before one that stands above it.',
  ),
  fileRule(
    'FILE-08',
    ['all'],
    'No element stands more often than it may.',
    'This element stands more often than it may; the surplus is left out.',
  ),
  fileRule('FILE-09', ['Persons'], 'Persons holds at least one Person.', 'There is no person in the return.'),
  fileRule(
    'FILE-10',
    ['all'],
    'An element with a value holds no elements, and an element that holds elements has no text of its own.',
    'This element mixes text and elements.',
  ),
  fileRule(
    'FILE-11',
    ['all'],
    'No element carries an attribute, save xsi:noNamespaceSchemaLocation on Message.',
    'This element carries an attribute; the return has none.',
  ),
  fileRule(
    'FILE-12',
    ['optional items'],
    'An item that stands in the file is not empty, save where its lack is told already.',
    'This item is empty: leave the element out where there is no value.',
    'query',
  ),
  fileRule(
    'FILE-13',
    freeTextTags,
    'Free text neither starts nor ends with white space.',
    'There is white space before or after the text.',
    'query',
  ),
];
