import { crc32, deflateRawSync } from 'node:zlib';

/** A file to put into a zip. */
export interface Entry {
  readonly name: string;
  readonly content: Buffer;
  /** What the directory says of its size; that of the content where absent. */
  readonly says?: number;
  readonly isStored?: boolean;
  /** Its sizes and place are told in 64 bits. */
  readonly isWide?: boolean;
}

/** A zip of what is given, which need not be true. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, says = content.length, isStored = false, isWide = false } of entries) {
    const packed = isStored ? content : deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(isStored ? 0 : 8, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(says, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    const extra = Buffer.alloc(isWide ? 34 : 0);
    if (isWide) {
      // After a field of another kind, which is passed over.
      extra.writeUInt16LE(0x5455, 0);
      extra.writeUInt16LE(2, 2);
      extra.writeUInt16LE(1, 6);
      extra.writeUInt16LE(24, 8);
      for (const [n, number] of [says, packed.length, at].entries()) extra.writeBigUInt64LE(BigInt(number), 10 + 8 * n);
      for (const to of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, to);
      entry.writeUInt16LE(extra.length, 30);
    }
    files.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name), extra);
    at += head.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}
