/**
 * Finds keys that stand more than once among very many, in little memory: of each key a 53-bit hash and
 * the position that brought it are held, in flat arrays (12 bytes a place, at most two thirds filled).
 * Keys that stand once cost nothing more. Two different keys could share a hash; whoever uses the groups
 * compares the keys themselves.
 */
export class KeyTable {
  #capacity = 1024;
  #hashes = new Float64Array(this.#capacity);
  #positions = new Int32Array(this.#capacity);
  #size = 0;
  readonly #repeats = new Map<number, number[]>();

  /** Takes in the key that stands at a position, from 1. */
  add(key: string, position: number): void {
    if ((this.#size + 1) * 3 > this.#capacity * 2) this.#grow();
    const hash = hashOf(key);
    const place = this.#placeOf(hash);
    const first = this.#positions[place] ?? 0;
    if (first === 0) {
      this.#hashes[place] = hash;
      this.#positions[place] = position;
      this.#size += 1;
      return;
    }
    const group = this.#repeats.get(first);
    if (group) group.push(position);
    else this.#repeats.set(first, [first, position]);
  }

  /** The positions of each key that was taken in more than once, in the order of their first. */
  groups(): readonly (readonly number[])[] {
    return [...this.#repeats.values()].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  }

  /** Where a hash is held, or the free place where it would be. */
  #placeOf(hash: number): number {
    let place = hash % this.#capacity;
    while (this.#positions[place] !== 0 && this.#hashes[place] !== hash) place = (place + 1) % this.#capacity;
    return place;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const positions = this.#positions;
    this.#capacity *= 2;
    this.#hashes = new Float64Array(this.#capacity);
    this.#positions = new Int32Array(this.#capacity);
    positions.forEach((position, i) => {
      if (position === 0) return;
      const hash = hashes[i] ?? 0;
      const place = this.#placeOf(hash);
      this.#hashes[place] = hash;
      this.#positions[place] = position;
    });
  }
}

// Looked up once: a global costs a look-up for every character where globals are slow, as in tests.
const { imul } = Math;

/** 53 bits of two independent 32-bit multiplicative hashes. */
function hashOf(key: string): number {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = imul(a ^ code, 0x01000193);
    b = imul(b ^ code, 0xc2b2ae35);
    b = (b << 13) | (b >>> 19);
  }
  a = imul(a ^ (a >>> 16), 0x85ebca6b);
  b = imul(b ^ (b >>> 15), 0x2c1b3c6d);
  return ((a ^ (a >>> 13)) >>> 0) * 0x200000 + ((b ^ (b >>> 16)) >>> 11);
}
