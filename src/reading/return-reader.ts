import type { YearGroup, YearItem, YearModel } from '../model/index.js';
import type { CollectionDetails, Header, Person, Source } from '../return/index.js';
import { FileFault } from './file-fault.js';
import { makeMark, recordPath, setMark, type Mark } from './mark.js';
import type { XmlHandler } from './xml-reader.js';

/** The rules about the shape of the message, told while it is read. */
export type StructureRule = 'FILE-05' | 'FILE-06' | 'FILE-07' | 'FILE-08' | 'FILE-09' | 'FILE-10' | 'FILE-11';

export interface StructureFinding {
  readonly rule: StructureRule;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Tag of the element it is about. */
  readonly tag: string;
}

/** What a return holds, as it is read. Nothing is kept by the reader once it is told. */
export interface ReturnHandler {
  /** The first Header, once it is closed; records are marked. */
  header?(header: Header & { CollectionDetails?: CollectionDetails; Source?: Source }): void;
  /** A person, once it is closed; `index` is its 1-based position. */
  person?(person: Person, index: number): void;
  structure?(finding: StructureFinding): void;
}

type RecordValue = string | RecordOfAny | RecordOfAny[];
interface RecordOfAny {
  [tag: string]: RecordValue | undefined;
}

interface Frame {
  readonly group: YearGroup;
  readonly mark: Mark;
  readonly record: RecordOfAny;
  readonly counts: number[];
  /** Place of the furthest child so far: one before it comes too late. */
  furthest: number;
  orderTold: boolean;
  textTold: boolean;
  unknown: Map<string, number> | undefined;
}

/** Names of unknown elements that are counted in a container; one that comes later has no position in its path. */
const mostUnknownNames = 100_000;

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

/** Builds records from the elements of a return as one collection year defines them, and tells what does not fit. */
export class ReturnReader implements XmlHandler {
  readonly #frames: Frame[] = [];
  #item: YearItem | undefined;
  #value = '';
  #itemHoldsElements = false;
  /** Elements open inside one that is left out. */
  #skipping = 0;
  #rootLine = 0;
  #rootColumn = 0;

  /** @param keepsSurplus whether records of a container that repeats are kept beyond as many as there may be */
  constructor(
    private readonly model: YearModel,
    private readonly handler: ReturnHandler,
    private readonly keepsSurplus = false,
  ) {}

  /** The mark of Persons where that is open and nothing in it is; undefined anywhere else. */
  betweenPersons(): Mark | undefined {
    const innermost = this.#frames.at(-1);
    const isOpen = this.#frames.length === 2 && innermost?.group.tag === 'Persons';
    return isOpen && !this.#item && this.#skipping === 0 ? innermost.mark : undefined;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>, line: number, column: number): void {
    const parent = this.#frames.at(-1);
    if (!parent && this.#rootLine === 0) {
      this.#rootLine = line;
      this.#rootColumn = column;
    }
    const extra = this.#attributes(tag, attributes, line);
    if (this.#skipping > 0) {
      this.#skipping += 1;
    } else if (!parent) {
      this.#openRoot(tag, extra, line, column);
    } else if (this.#item) {
      this.#elementInItem(parent, this.#item);
    } else {
      this.#openChild(parent, tag, extra, line, column);
    }
  }

  text(text: string): void {
    if (this.#skipping > 0) return;
    if (this.#item) {
      this.#value += text;
      return;
    }
    const frame = this.#frames.at(-1);
    if (frame && !frame.textTold && !isWhiteSpace(text)) {
      frame.textTold = true;
      this.#tell('FILE-10', recordPath(frame.mark), frame.mark.line, frame.mark.column, frame.group.tag);
    }
  }

  close(): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    const item = this.#item;
    if (item) {
      this.#closeItem(item);
      return;
    }
    const frame = this.#frames.pop();
    if (frame) this.#closeGroup(frame, this.#frames.at(-1));
  }

  /** True where an attribute stands that FILE-11 refuses. Namespaces end the reading: FILE-04. */
  #attributes(tag: string, attributes: Readonly<Record<string, string>>, line: number): boolean {
    let extra = false;
    if (tag.includes(':')) throw this.#namespaced(tag, line);
    for (const name in attributes) {
      if (name === 'xmlns') {
        if (attributes[name] !== '') throw this.#namespaced(tag, line);
      } else if (!name.startsWith('xmlns:') && !this.#isSchemaHint(name, attributes)) {
        extra = true;
      }
    }
    return extra;
  }

  /** `xsi:noNamespaceSchemaLocation` on Message, whatever prefix stands for xsi. */
  #isSchemaHint(name: string, attributes: Readonly<Record<string, string>>): boolean {
    if (this.#frames.length > 0 || !name.endsWith(':noNamespaceSchemaLocation')) return false;
    return attributes[`xmlns:${name.slice(0, name.indexOf(':'))}`] === schemaInstance;
  }

  #namespaced(tag: string, line: number): FileFault {
    return new FileFault(
      'FILE-04',
      this.#rootLine,
      this.#rootColumn,
      `the element ${tag} in line ${line} is in a namespace`,
    );
  }

  #openRoot(tag: string, extra: boolean, line: number, column: number): void {
    const root = this.model.message;
    if (tag !== root.tag) throw new FileFault('FILE-04', line, column, `the root element is ${tag}`);
    const mark = makeMark(root, undefined, 1, line, column);
    this.#frames.push(makeFrame(root, mark));
    if (extra) this.#tell('FILE-11', recordPath(mark), line, column, tag);
  }

  #elementInItem(parent: Frame, item: YearItem): void {
    this.#skipping = 1;
    if (this.#itemHoldsElements) return;
    this.#itemHoldsElements = true;
    const { mark } = parent;
    const line = mark.lines[item.index] ?? 0;
    this.#tell('FILE-10', `${recordPath(mark)}/${item.tag}`, line, mark.columns[item.index] ?? 0, item.tag);
  }

  #openChild(parent: Frame, tag: string, extra: boolean, line: number, column: number): void {
    const node = parent.group.byTag.get(tag);
    if (!node) {
      parent.unknown ??= new Map();
      const count = (parent.unknown.get(tag) ?? 0) + 1;
      if (count > 1 || parent.unknown.size < mostUnknownNames) parent.unknown.set(tag, count);
      this.#skipping = 1;
      this.#tell('FILE-06', `${recordPath(parent.mark)}/${tag}${count > 1 ? `[${count}]` : ''}`, line, column, tag);
      return;
    }
    const count = (parent.counts[node.index] ?? 0) + 1;
    parent.counts[node.index] = count;
    const isSurplus = count > (node.kind === 'item' ? 1 : node.max);
    if (isSurplus && !(this.keepsSurplus && node.kind === 'group' && node.repeats)) {
      this.#skipping = 1;
      this.#tell('FILE-08', `${recordPath(parent.mark)}/${node.tag}[${count}]`, line, column, node.tag);
      return;
    }
    const { mark } = parent;
    if (count === 1) {
      mark.lines[node.index] = line;
      mark.columns[node.index] = column;
    }
    const position = node.kind === 'group' && node.repeats ? `[${count}]` : '';
    if (node.index >= parent.furthest) parent.furthest = node.index;
    else if (!parent.orderTold) {
      parent.orderTold = true;
      this.#tell('FILE-07', `${recordPath(mark)}/${node.tag}${position}`, line, column, node.tag);
    }
    if (extra) this.#tell('FILE-11', `${recordPath(mark)}/${node.tag}${position}`, line, column, node.tag);
    if (node.kind === 'item') {
      this.#item = node;
      this.#value = '';
      this.#itemHoldsElements = false;
    } else {
      this.#frames.push(makeFrame(node, makeMark(node, mark, count, line, column)));
    }
  }

  #closeItem(item: YearItem): void {
    this.#item = undefined;
    const frame = this.#frames.at(-1);
    if (!frame) return;
    const value = this.#value;
    const bit = 1 << item.index;
    frame.record[item.tag] = value;
    if (this.#itemHoldsElements) frame.mark.holdsElements |= bit;
    else if (value === '') frame.mark.empty |= bit;
    else if (item.hasValueRule && !item.accepts(value)) frame.mark.badValue |= bit;
  }

  #closeGroup(frame: Frame, parent: Frame | undefined): void {
    const { group, mark, record } = frame;
    for (const child of group.groups) {
      const isMissing = (frame.counts[child.index] ?? 0) === 0;
      if (isMissing && isFrameOfMessage(child))
        this.#tell('FILE-05', `${recordPath(mark)}/${child.tag}`, mark.line, mark.column, child.tag);
    }
    if (group.tag === 'Person') {
      this.handler.person?.(record, mark.position);
      return;
    }
    if (group.tag === 'Persons') {
      if (group.groups.every((child) => (frame.counts[child.index] ?? 0) === 0)) {
        this.#tell('FILE-09', recordPath(mark), mark.line, mark.column, group.tag);
      }
      return;
    }
    if (group.tag === 'Header') this.handler.header?.(record);
    if (parent) hold(parent.record, group, record);
  }

  #tell(rule: StructureRule, path: string, line: number, column: number, tag: string): void {
    this.handler.structure?.({ rule, path, line, column, tag });
  }
}

/** The containers that FILE-05 asks for: those around the header and the persons. */
function isFrameOfMessage(group: YearGroup): boolean {
  return (
    group.tag === 'Header' || group.tag === 'Persons' || group.tag === 'CollectionDetails' || group.tag === 'Source'
  );
}

function hold(parent: RecordOfAny, group: YearGroup, record: RecordOfAny): void {
  const held = parent[group.tag];
  if (!group.repeats) parent[group.tag] = record;
  else if (Array.isArray(held)) held.push(record);
  else parent[group.tag] = [record];
}

function makeFrame(group: YearGroup, mark: Mark): Frame {
  const record: RecordOfAny = {};
  // Every record of a container gets its items in the same order: engines then lay them out alike.
  for (const item of group.items) record[item.tag] = undefined;
  setMark(record, mark);
  return {
    group,
    mark,
    record,
    counts: group.children.map(() => 0),
    furthest: 0,
    orderTold: false,
    textTold: false,
    unknown: undefined,
  };
}

function isWhiteSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d) return false;
  }
  return true;
}
