import { yearModel, type YearItem } from '../../src/model/index.js';

/** The worksheet of DfE's Excel submission template that holds the return. */
export const sheetName = 'Data Entry Template';

/** Rows of a worksheet at most. */
export const mostRows = 1_048_576;
/** UTF-16 units of a cell's text at most. */
export const longestText = 32_767;
/** Rows left blank after each table. */
export const blankRows = 2;

export type TableTag =
  | 'Header'
  | 'Person'
  | 'Requests'
  | 'Assessment'
  | 'NamedPlan'
  | 'PlanDetail'
  | 'ActivePlans'
  | 'PlacementDetail'
  | 'SENneed';

/** What a column holds: the tag of the record, an ID that ties the tables together, the LA of the header, or an item. */
export type Column =
  | { readonly kind: 'recordType' | 'personId' | 'requestsId' | 'la'; readonly label: string }
  | { readonly kind: 'item'; readonly label: string; readonly item: YearItem };

/** One of the nine tables, as a collection year has it. */
export interface Table {
  /** What stands in its `Record Type` cells too: DfE's own text for these is not public. It is not looked at when read. */
  readonly tag: TableTag;
  /** Stands above it in column A. */
  readonly name: string;
  /** The table whose records hold those of this one. */
  readonly parent: TableTag | undefined;
  /** In the order of the template. */
  readonly columns: readonly Column[];
}

const names: readonly (readonly [TableTag, string, TableTag?])[] = [
  ['Header', 'Header Record'],
  ['Person', 'Person Record'],
  ['Requests', 'Requests Records', 'Person'],
  ['Assessment', 'Assessments Records', 'Requests'],
  ['NamedPlan', 'Named Plan Records', 'Assessment'],
  ['PlanDetail', 'Plan Detail Records', 'NamedPlan'],
  ['ActivePlans', 'Active Plan Records', 'Requests'],
  ['PlacementDetail', 'Placement Detail Records', 'ActivePlans'],
  ['SENneed', 'SEN Need Records', 'ActivePlans'],
];

const recordType: Column = { kind: 'recordType', label: 'Record Type' };
const la: Column = { kind: 'la', label: 'LA\n(From Header Record)' };
const ownPerson: Column = {
  kind: 'personId',
  label: 'Person ID\n\n(This must be a unique ID for each Person record)',
};
const ownRequests: Column = {
  kind: 'requestsId',
  label: 'Requests record ID\n\n(This must be a unique ID for each Requests record)',
};
const ofPerson: Column = {
  kind: 'personId',
  label: 'Person ID\n\n(This must match the relevant ID in the Person record table)',
};
const ofRequests: Column = {
  kind: 'requestsId',
  label: 'Requests record ID\n\n(This must match the relevant ID in the Requests record table)',
};

function idColumns(tag: TableTag): readonly Column[] {
  switch (tag) {
    case 'Header':
      return [];
    case 'Person':
      return [ownPerson, la];
    case 'Requests':
      return [ownRequests, ofPerson, la];
    default:
      return [ofRequests, ofPerson, la];
  }
}

/** The nine tables from top to bottom. @throws RangeError for a year the kit does not know */
export function tablesOf(year: number): readonly Table[] {
  const model = yearModel(year);
  return names.map(([tag, name, parent]) => {
    const group = model.group(tag);
    // The header's items are in containers of their own.
    const items = tag === 'Header' ? group.groups.flatMap((inner) => inner.items) : group.items;
    const columns = items.map((item): Column => ({ kind: 'item', label: item.node.label, item }));
    return { tag, name, parent, columns: [recordType, ...idColumns(tag), ...columns] };
  });
}
