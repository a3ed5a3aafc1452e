import { Deflate } from 'fflate';

import { Checksum } from './checksum';

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

/** What a packer made of the bytes. */
export interface Packed {
  readonly packed: Uint8Array;
  readonly crc: number;
  readonly size: number;
}

/** Packs bytes as they come: all of them at once may be more than memory should hold. */
export interface Packer {
  add(piece: Uint8Array): void;
  /** Resolves once more may come: what was added need not lie in memory. */
  caughtUp(): Promise<void>;
  finish(): Promise<Packed>;
  /** Ends it without a result. */
  abandon(): void;
}

/** Packs in this thread. */
export class OwnPacker implements Packer {
  private readonly deflater = deflater();
  private readonly checksum = new Checksum();
  private size = 0;
  private last: Promise<void> = Promise.resolve();

  add(piece: Uint8Array): void {
    this.checksum.add(piece);
    this.size += piece.length;
    this.last = this.last.then(() => this.deflater.add(piece));
  }

  caughtUp(): Promise<void> {
    return this.last;
  }

  async finish(): Promise<Packed> {
    await this.last;
    return { packed: await this.deflater.finish(), crc: this.checksum.value, size: this.size };
  }

  abandon(): void {
    this.last.catch(() => undefined);
  }
}
