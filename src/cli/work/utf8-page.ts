const firstPage = 1 << 20;
/** Bytes that a character takes in UTF-8, at most, as JavaScript counts characters. */
const mostBytes = 3;

/** Texts in UTF-8, one after the other, in memory that grows where there is not enough. */
export class Utf8Page {
  private memory: Buffer<ArrayBuffer>;
  private length = 0;

  constructor(memory: Uint8Array<ArrayBuffer> | undefined) {
    // Memory of its own, which may change hands.
    this.memory = memory ? Buffer.from(memory.buffer) : Buffer.allocUnsafeSlow(firstPage);
  }

  add(text: string): void {
    const needed = this.length + text.length * mostBytes;
    if (needed > this.memory.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.memory.length));
      this.memory.copy(larger, 0, 0, this.length);
      this.memory = larger;
    }
    this.length += this.memory.write(text, this.length, 'utf8');
  }

  written(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.memory.buffer, 0, this.length);
  }
}
