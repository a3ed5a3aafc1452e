import { Deflate, deflateSync } from 'fflate';

import type { Breathe } from '../turns';
import { PIECE } from './byte-sink';
import { Checksum } from './checksum';
import { deflated, stored, type ZipEntry } from './zip';

/** Bytes that come piece by piece go out packed. */
interface Deflater {
  add(piece: Uint8Array): Promise<void>;
  finish(): Promise<Uint8Array>;
}

/** The platform's own, which is several times faster, where it has one. */
function deflater(): Deflater {
  if (typeof CompressionStream === 'undefined') return ownDeflater();
  const stream = new CompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const packed = new Response(stream.readable).arrayBuffer();
  return {
    add: (piece) => writer.write(piece as BufferSource),
    async finish() {
      await writer.close();
      return new Uint8Array(await packed);
    },
  };
}

function ownDeflater(): Deflater {
  const pieces: Uint8Array[] = [];
  const stream = new Deflate({ level: 6 }, (piece) => pieces.push(piece));
  return {
    add: (piece) => Promise.resolve(stream.push(piece)),
    finish() {
      stream.push(new Uint8Array(), true);
      return Promise.resolve(joined(pieces));
    },
  };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Packs a long entry as its bytes come: all of them at once may be more than memory should hold. */
export class Packer {
  private readonly deflater = deflater();
  private readonly checksum = new Checksum();
  private size = 0;
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly name: string) {}

  add(piece: Uint8Array): void {
    this.checksum.add(piece);
    this.size += piece.length;
    this.last = this.last.then(() => this.deflater.add(piece));
  }

  /** Resolves once all that was added is packed. */
  caughtUp(): Promise<void> {
    return this.last;
  }

  async finish(): Promise<ZipEntry> {
    await this.last;
    const packed = await this.deflater.finish();
    return { name: this.name, method: deflated, crc: this.checksum.value, packed, size: this.size };
  }
}

/** Below this, asking the platform takes longer than packing. */
const LARGE = 100_000;

/** Packs bytes as an entry; what is small or packed already is stored. */
export async function pack(name: string, bytes: Uint8Array, breathe: Breathe): Promise<ZipEntry> {
  const worthwhile = bytes.length > 64 && !/\.(png|jpe?g|gif|webp|zip)$/i.test(name);
  const entry = worthwhile && bytes.length >= LARGE ? await packLong(name, bytes, breathe) : null;
  if (entry && entry.packed.length < bytes.length) return entry;
  const packed = worthwhile && !entry ? deflateSync(bytes, { level: 6 }) : bytes;
  const shorter = packed.length < bytes.length;
  return {
    name,
    method: shorter ? deflated : stored,
    crc: Checksum.of(bytes),
    packed: shorter ? packed : bytes,
    size: bytes.length,
  };
}

async function packLong(name: string, bytes: Uint8Array, breathe: Breathe): Promise<ZipEntry> {
  const packer = new Packer(name);
  for (let at = 0; at < bytes.length; at += PIECE) {
    packer.add(bytes.subarray(at, at + PIECE));
    await packer.caughtUp();
    await breathe();
  }
  return packer.finish();
}
