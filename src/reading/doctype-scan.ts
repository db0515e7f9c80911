const declaration = '<!DOCTYPE';

/**
 * Finds a document type declaration where it starts, so that it is told before anything wrong inside
 * it. Only what stands before the root element is looked at: later the parser itself refuses one.
 */
export class DoctypeScan {
  #state: 'between' | 'comment' | 'instruction' | 'done' = 'between';
  #carry = '';

  /** The text to hand on, and whether a declaration starts right after it. */
  take(text: string): { readonly text: string; readonly found: boolean } {
    if (this.#state === 'done') return { text, found: false };
    const all = this.#carry + text;
    this.#carry = '';
    let at = 0;
    while (at < all.length) {
      const next = this.#step(all, at);
      if (next === 'found') return { text: all.slice(0, at), found: true };
      if (next === 'more') {
        this.#carry = all.slice(at);
        return { text: all.slice(0, at), found: false };
      }
      at = next;
      if (this.#isDone()) break;
    }
    return { text: all, found: false };
  }

  /** What was held back, once there is no more text. */
  end(): string {
    const rest = this.#carry;
    this.#carry = '';
    return rest;
  }

  #isDone(): boolean {
    return this.#state === 'done';
  }

  /** The place to go on at; `more` where it takes further text to tell. */
  #step(all: string, at: number): number | 'found' | 'more' {
    if (this.#state === 'comment') return this.#skipTo(all, at, '-->');
    if (this.#state === 'instruction') return this.#skipTo(all, at, '?>');
    const opening = all.indexOf('<', at);
    if (opening < 0) return all.length;
    if (opening > at) return opening;
    const rest = all.slice(at, at + declaration.length);
    if (rest === declaration) return 'found';
    if (declaration.startsWith(rest) || rest === '<' || rest === '<!-') return 'more';
    if (rest.startsWith('<!--')) {
      this.#state = 'comment';
      return at + 4;
    }
    this.#state = rest.startsWith('<?') ? 'instruction' : 'done';
    return at + 2;
  }

  #skipTo(all: string, at: number, end: string): number | 'more' {
    const found = all.indexOf(end, at);
    if (found >= 0) {
      this.#state = 'between';
      return found + end.length;
    }
    // All but what may be the beginning of the end can go on.
    const keep = Math.max(at, all.length - end.length + 1);
    return keep > at ? keep : 'more';
  }
}
