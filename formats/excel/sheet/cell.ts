/** What a cell of a worksheet holds, be it typed or the result of a formula. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly isDate: boolean }
  | { readonly kind: 'boolean'; readonly isTrue: boolean }
  /** Such as `#N/A`. */
  | { readonly kind: 'error' }
  /** A formula that no program has worked out yet. */
  | { readonly kind: 'noResult' };

export interface SheetRow {
  /** From 1. */
  readonly number: number;
  /** By column, from 1. Cells that hold nothing are not there. */
  readonly cells: ReadonlyMap<number, Cell>;
}

/** Whether a cell holds something to see. */
export function isFilled(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && (cell.kind !== 'text' || cell.text.trim() !== '');
}
