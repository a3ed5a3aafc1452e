/** How the checksum goes on by n + 1 zero bytes after a byte: eight bytes are taken in one step. */
const TABLES = Array.from({ length: 8 }, () => new Int32Array(256));

function table(zeros: number): Int32Array {
  return TABLES[zeros] ?? new Int32Array(256);
}

for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  table(0)[byte] = value;
}
for (let zeros = 1; zeros < 8; zeros++) {
  for (let byte = 0; byte < 256; byte++) {
    const before = table(zeros - 1)[byte] ?? 0;
    table(zeros)[byte] = (before >>> 8) ^ (table(0)[before & 0xff] ?? 0);
  }
}

/** CRC-32 as zip containers have it, of bytes that come in pieces. */
export class Checksum {
  private state = -1;

  static of(bytes: Uint8Array): number {
    const checksum = new Checksum();
    checksum.add(bytes);
    return checksum.value;
  }

  get value(): number {
    return ~this.state >>> 0;
  }

  add(bytes: Uint8Array): void {
    const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    const { length } = bytes;
    let state = this.state;
    let at = 0;
    // Every index lies in its table or in the bytes: the assertions cost nothing, a fallback for each would.
    for (; at + 8 <= length; at += 8) {
      state ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
      state =
        t7[state & 0xff]! ^
        t6[(state >>> 8) & 0xff]! ^
        t5[(state >>> 16) & 0xff]! ^
        t4[state >>> 24]! ^
        t3[bytes[at + 4]!]! ^
        t2[bytes[at + 5]!]! ^
        t1[bytes[at + 6]!]! ^
        t0[bytes[at + 7]!]!;
    }
    for (; at < length; at++) state = t0[(state ^ bytes[at]!) & 0xff]! ^ (state >>> 8);
    this.state = state;
  }
}
