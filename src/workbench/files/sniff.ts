/** What a file is by its first bytes; names and extensions are never trusted. */
export type Container = 'zip' | 'ole' | 'biff' | 'web-page' | 'text' | 'binary' | 'empty';

export function sniff(bytes: Uint8Array): Container {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole';
  // A bare Excel 2 to 5 stream: a BOF record at the start.
  if (
    bytes[0] === 0x09 &&
    [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) &&
    (bytes[2] ?? 0) <= 16 &&
    bytes[3] === 0
  ) {
    return 'biff';
  }
  if (isUtf16(bytes)) return 'text';
  const head = bytes.subarray(0, 4096);
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return 'binary';
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) odd++;
  }
  if (odd > head.length / 50) return 'binary';
  const opening = new TextDecoder('latin1').decode(head).trimStart().slice(0, 400).toLowerCase();
  if (/^(\ufeff|ï»¿)?<(!doctype html|html|table|head|body|meta)\b/.test(opening)) return 'web-page';
  return 'text';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** By its byte order mark, or by every other byte being zero. */
export function isUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const length = Math.min(bytes.length & ~1, 512);
  if (length < 8) return null;
  let low = 0;
  let high = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) high++;
    if (bytes[index + 1] === 0) low++;
  }
  if (low > length * 0.35 && high === 0) return 'utf-16le';
  if (high > length * 0.35 && low === 0) return 'utf-16be';
  return null;
}
