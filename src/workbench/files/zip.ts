import { inflateSync } from 'fflate';

import { Checksum } from './checksum';
import { FileError } from './errors';
import type { FileLimits } from './limits';

/**
 * The container of an .xlsx. It keeps the packed bytes of every entry, so that saving copies what nobody changed
 * without packing it again, and unpacks within bounds.
 */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: Uint8Array;
  readonly size: number;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
export const stored = 0;
export const deflated = 8;

/** Entries of a container by name; a name that occurs twice keeps its first entry. */
export function readZip(bytes: Uint8Array, limits: FileLimits): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let position = view.getUint32(end + 16, true);
  // Some writers put bytes before the container: offsets then count from the container's own start.
  const shift = end - view.getUint32(end + 12, true) - position;
  if (shift > 0 && position + 4 <= view.byteLength && view.getUint32(position, true) !== directorySignature) {
    position += shift;
  }
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (position + 46 > view.byteLength || view.getUint32(position, true) !== directorySignature) {
      throw new FileError('corrupt', { what: 'zip directory' });
    }
    const flags = view.getUint16(position + 8, true);
    const method = view.getUint16(position + 10, true);
    const crc = view.getUint32(position + 16, true);
    const packedSize = view.getUint32(position + 20, true);
    const size = view.getUint32(position + 24, true);
    const nameLength = view.getUint16(position + 28, true);
    const extraLength = view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
    const name = decodeName(bytes.subarray(position + 46, position + 46 + nameLength));
    const local = view.getUint32(position + 42, true) + (shift > 0 ? shift : 0);
    position += 46 + nameLength + extraLength;
    if (name.endsWith('/')) continue;
    if ((flags & 1) !== 0) throw new FileError('encrypted');
    total += size;
    if (total > limits.unpackedBytes) {
      throw new FileError('too-big', { megabytes: Math.round(limits.unpackedBytes / 1024 / 1024) });
    }
    const packed = packedBytes(bytes, view, local, packedSize);
    const key = name.replaceAll('\\', '/').replace(/^\/+/, '');
    if (packed !== null && !entries.has(key)) {
      entries.set(key, { name: key, method, crc, packed, size });
    }
  }
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let position = view.byteLength - 22; position >= lowest; position--) {
    if (view.getUint32(position, true) === endSignature) return position;
  }
  throw new FileError('corrupt', { what: 'zip end' });
}

function packedBytes(bytes: Uint8Array, view: DataView, local: number, size: number): Uint8Array | null {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature) return null;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return start + size <= bytes.length ? bytes.subarray(start, start + size) : null;
}

function decodeName(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** The entry's own bytes. An entry that unpacks to another size than it states is refused: that is how bombs hide. */
export function unpack(entry: ZipEntry, limits: FileLimits): Uint8Array {
  if (entry.size > limits.partBytes) {
    throw new FileError('too-big', { megabytes: Math.round(limits.partBytes / 1024 / 1024) });
  }
  if (entry.method === stored) return entry.packed;
  if (entry.method !== deflated) throw new FileError('corrupt', { what: entry.name });
  try {
    // A given buffer makes the unpacker stop at the stated size.
    const unpacked = inflateSync(entry.packed, { out: new Uint8Array(entry.size) });
    if (unpacked.length !== entry.size || Checksum.of(unpacked) !== entry.crc)
      throw new FileError('corrupt', { what: entry.name });
    return unpacked;
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError('corrupt', { what: entry.name });
  }
}

/** An entry whose bytes are kept as they are. */
export function store(name: string, bytes: Uint8Array): ZipEntry {
  return { name, method: stored, crc: Checksum.of(bytes), packed: bytes, size: bytes.length };
}

/** One container of all entries, in their order. */
export function writeZip(entries: Iterable<ZipEntry>): Uint8Array {
  const list = [...entries].map((entry) => ({ entry, name: new TextEncoder().encode(entry.name) }));
  let length = 22;
  for (const { entry, name } of list) length += 30 + 46 + 2 * name.length + entry.packed.length;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let position = 0;
  for (const { entry, name } of list) {
    offsets.push(position);
    view.setUint32(position, localSignature, true);
    writeCommon(view, position + 4, entry, name.length);
    bytes.set(name, position + 30);
    bytes.set(entry.packed, position + 30 + name.length);
    position += 30 + name.length + entry.packed.length;
  }
  const directory = position;
  list.forEach(({ entry, name }, index) => {
    view.setUint32(position, directorySignature, true);
    view.setUint16(position + 4, 20, true);
    writeCommon(view, position + 6, entry, name.length);
    view.setUint32(position + 42, offsets[index] ?? 0, true);
    bytes.set(name, position + 46);
    position += 46 + name.length;
  });
  view.setUint32(position, endSignature, true);
  view.setUint16(position + 8, list.length, true);
  view.setUint16(position + 10, list.length, true);
  view.setUint32(position + 12, position - directory, true);
  view.setUint32(position + 16, directory, true);
  return bytes;
}

/** The fields that an entry's own header and the directory share. The date is fixed: equal contents, equal files. */
function writeCommon(view: DataView, position: number, entry: ZipEntry, nameLength: number): void {
  const utf8Names = 0x0800;
  const firstOf1980 = 0x00210000;
  view.setUint16(position, 20, true);
  view.setUint16(position + 2, utf8Names, true);
  view.setUint16(position + 4, entry.method, true);
  view.setUint32(position + 6, firstOf1980, true);
  view.setUint32(position + 10, entry.crc, true);
  view.setUint32(position + 14, entry.packed.length, true);
  view.setUint32(position + 18, entry.size, true);
  view.setUint16(position + 22, nameLength, true);
}
