import {
  codesIn,
  dayOf,
  monthOf,
  splitType,
  yearModel,
  yearOf,
  type YearItem,
  type YearModel,
} from '../../src/model/index.js';
import type { Header, Person } from '../../src/return/index.js';
import type { CasePack, PackKey } from './build-pack.js';
import { personPart, type CasePart, type Step } from './steps.js';

/** One value to enter. */
export interface SheetFact {
  readonly item: string;
  /** What the item is called in DfE's template. */
  readonly label: string;
  /** As the return has it: a date is ccyy-mm-dd, a code is the code. */
  readonly value: string;
  /** What a code or a date means in plain words; null for what speaks for itself. */
  readonly meaning: string | null;
}

/** Some facts that are entered together. */
export interface SheetStep {
  /** Plain words, with a number where there are several, such as `Placement 2`. */
  readonly title: string;
  /** The record they belong to, from the person on, such as `Requests[1]/ActivePlans/PlacementDetail[2]`; '' is the person. */
  readonly record: string;
  readonly facts: readonly SheetFact[];
}

export interface SheetPerson {
  /** 1-based position in the return. */
  readonly person: number;
  readonly name: string;
  readonly description: string;
  /** In the order in which the case goes. */
  readonly steps: readonly SheetStep[];
}

/** A case sheet: what case-sheet.v1.schema.json describes. */
export interface CaseSheet extends PackKey {
  readonly format: 1;
  readonly kit: string;
  /** Why the year is not final; null where it is. */
  readonly provisional: string | null;
  /** What the header of the return says, in the order of the file. */
  readonly header: readonly SheetStep[];
  readonly persons: readonly SheetPerson[];
}

/** The case sheet of a pack: every fact of its return, in the order in which a case goes. */
export function sheetOf(pack: CasePack, kit: string): CaseSheet {
  const { year, la, seed, ret, stories } = pack;
  const model = yearModel(year);
  return {
    format: 1,
    kit,
    year,
    provisional: model.facts.provisional ?? null,
    la,
    seed,
    header: headerSteps(ret.Header ?? {}, model),
    persons: stories.map(({ person, name, description }) => ({
      person,
      name,
      description,
      steps: personSteps(ret.Persons?.Person?.[person - 1] ?? {}, model),
    })),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function headerSteps(header: Header, model: YearModel): SheetStep[] {
  const groups = [
    ['CollectionDetails', 'The collection'],
    ['Source', 'The LA and its officers'],
  ] as const;
  return groups.map(([tag, title]) => {
    const record: Fields = { ...header[tag] };
    return { title, record: tag, facts: model.group(tag).items.flatMap((item) => factOf(item, record, model.year)) };
  });
}

function personSteps(person: Person, model: YearModel): SheetStep[] {
  return stepsOf(personPart, person, '', '', model);
}

/** The steps of a record and of all within it; `number` is put after titles, where there are several. */
function stepsOf(part: CasePart, record: object, path: string, number: string, model: YearModel): SheetStep[] {
  return part.steps.flatMap((one) =>
    'steps' in one ? partSteps(one, record, path, number, model) : ownStep(one, record, path, number, model),
  );
}

function partSteps(part: CasePart, parent: object, path: string, number: string, model: YearModel): SheetStep[] {
  const held = (parent as Fields)[part.on];
  const below = path === '' ? '' : `${path}/`;
  if (Array.isArray(held)) {
    const all: readonly unknown[] = held;
    return all.flatMap((one, index) => {
      const own = part.on === 'Requests' && all.length === 1 ? '' : ` ${index + 1}`;
      return isRecord(one)
        ? stepsOf(part, one, `${below}${part.on}[${index + 1}]`, numbered(part, number, own), model)
        : [];
    });
  }
  return isRecord(held) ? stepsOf(part, held, `${below}${part.on}`, number, model) : [];
}

/** A step of the second request says so, and one of its third placement says both. */
function numbered({ on }: CasePart, before: string, own: string): string {
  if (on === 'Requests') return own === '' ? '' : ` (request${own})`;
  return `${own}${before}`;
}

function ownStep(
  { on, title, tags }: Step,
  record: object,
  path: string,
  number: string,
  model: YearModel,
): SheetStep[] {
  const facts = tags.flatMap((tag) => {
    const item = model.item(on, tag);
    return item ? factOf(item, record as Fields, model.year) : [];
  });
  return facts.length === 0 ? [] : [{ title: `${title}${number}`, record: path, facts }];
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function factOf(item: YearItem, record: Fields, year: number): SheetFact[] {
  const value = record[item.tag];
  if (typeof value !== 'string') return [];
  const label = item.node.label.replace(/\s*\n[^]*$/, '').replace(/\s+/g, ' ');
  return [{ item: item.tag, label, value, meaning: meaningOf(item, value, year) }];
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function meaningOf(item: YearItem, value: string, year: number): string | null {
  const { type } = item.node;
  if (type === 'date' && item.accepts(value))
    return `${dayOf(value)} ${months[monthOf(value) - 1] ?? ''} ${yearOf(value)}`;
  if (!type.startsWith('code:')) return null;
  return codesIn(splitType(type as `code:${string}`)[1], year).get(value) ?? null;
}
