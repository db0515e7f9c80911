/** Multiplies what was read so far of a name, so that every character changes all that follows. */
const spread = 0.02519603282416938;
const word = 0x100000000;
const wordth = 2.3283064365386963e-10;
const start = 0xefc8249d;

/** What reading a space three times leads to, which every stream begins with. */
const spaces = (() => {
  const values: number[] = [];
  let state = start;
  for (let i = 0; i < 3; i++) {
    state = mash(state, ' ');
    values.push((state >>> 0) * wordth);
  }
  const [first = 0, second = 0, third = 0] = values;
  return { first, second, third, state };
})();

/** The state after some more text. */
function mash(state: number, text: string): number {
  let n = state;
  for (let i = 0; i < text.length; i++) {
    n += text.charCodeAt(i);
    let h = spread * n;
    n = h >>> 0;
    h -= n;
    h *= n;
    n = h >>> 0;
    h -= n;
    n += h * word;
  }
  return n;
}

const wrapped = (value: number): number => (value < 0 ? value + 1 : value);

/**
 * The generator Alea of Johannes Baagøe, as `seedrandom.alea` has it, draw for draw. It stands here because every person
 * has a stream of their own: that one makes a handful of functions for each, which costs more than the draws do.
 */
export class Alea {
  #s0: number;
  #s1: number;
  #s2: number;
  #carry = 1;

  constructor(seed: string) {
    let state = mash(spaces.state, seed);
    this.#s0 = wrapped(spaces.first - (state >>> 0) * wordth);
    state = mash(state, seed);
    this.#s1 = wrapped(spaces.second - (state >>> 0) * wordth);
    state = mash(state, seed);
    this.#s2 = wrapped(spaces.third - (state >>> 0) * wordth);
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    const t = 2091639 * this.#s0 + this.#carry * wordth;
    this.#s0 = this.#s1;
    this.#s1 = this.#s2;
    this.#carry = Math.trunc(t);
    this.#s2 = t - this.#carry;
    return this.#s2;
  }
}
