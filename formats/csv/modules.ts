import { yearModel, type YearGroup, type YearItem } from '../../src/model/index.js';

/** An item as a column of the export. */
export interface ModuleItem {
  readonly item: YearItem;
  /** Lower-case, as it is written. */
  readonly column: string;
}

/** One of the nine tables of the export, as a collection year has it. */
export interface Module {
  /** As in the name of its file. */
  readonly name: string;
  /** Place in the list of all, from 0. */
  readonly index: number;
  readonly group: YearGroup;
  /** Undefined for the header. */
  readonly parent: Module | undefined;
  readonly children: readonly Module[];
  /** In the order of the file. */
  readonly items: readonly ModuleItem[];
  /** Names of the columns that are not items. */
  readonly key: string;
  readonly order: string;
  readonly parentKey: string | undefined;
}

export const nativeIdColumn = 'NativeId';
export const sourceIdColumn = 'sourceid';

/** Columns that were seen under another name; read, never written. */
export const otherNames: ReadonlyMap<string, string> = new Map([['rquestsource', 'requestsource']]);

/** Names of the tables, in the order in which they hold each other; the same in every year. */
export const moduleNames = [
  'sen2',
  'person',
  'requests',
  'assessment',
  'namedplan',
  'plandetail',
  'activeplans',
  'placementdetail',
  'senneed',
] as const;

const cache = new Map<number, readonly Module[]>();

/** The tables of a collection year, that of the header first, each after the one that holds it. */
export function modulesOf(year: number): readonly Module[] {
  let modules = cache.get(year);
  if (!modules) {
    modules = build(year);
    cache.set(year, modules);
  }
  return modules;
}

function build(year: number): readonly Module[] {
  const modules: Module[] = [];
  const add = (
    name: string,
    group: YearGroup,
    parent: Module | undefined,
    items: readonly YearItem[],
    below: readonly YearGroup[],
  ): Module => {
    const children: Module[] = [];
    const made: Module = {
      name,
      index: modules.length,
      group,
      parent,
      children,
      items: items.map((item) => ({ item, column: item.node.csv })),
      key: `${name}tableid`,
      order: `${name}orderseqcolumn`,
      parentKey: parent && `${parent.name}tableid`,
    };
    modules.push(made);
    for (const child of below) children.push(add(child.tag.toLowerCase(), child, made, child.items, child.groups));
    return made;
  };
  const model = yearModel(year);
  const header = model.group('Header');
  const ofHeader = header.groups.flatMap((group) => group.items);
  add('sen2', header, undefined, ofHeader, [model.group('Person')]);
  return modules;
}

/** The columns of a table, in the order in which they are written. */
export function columnsOf({ key, order, parentKey, items }: Module): readonly string[] {
  return [
    key,
    nativeIdColumn,
    order,
    sourceIdColumn,
    ...(parentKey === undefined ? [] : [parentKey]),
    ...items.map(({ column }) => column),
  ];
}
