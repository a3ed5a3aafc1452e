import { inflateRawSync } from 'node:zlib';
import { ByteSink, PIECE } from '../../../src/workbench/files/byte-sink';
import { Checksum } from '../../../src/workbench/files/checksum';
import { OwnPacker } from '../../../src/workbench/files/own-packer';
import { pack } from '../../../src/workbench/files/pack';
import type { PackReply, PackRequest } from '../../../src/workbench/files/pack-worker';
import { WorkerPacker } from '../../../src/workbench/files/worker-packer';
import { breathless } from '../../../src/workbench/turns';

function gathered(write: (sink: ByteSink) => void): { pieces: Uint8Array[]; text: string } {
  const pieces: Uint8Array[] = [];
  const sink = new ByteSink((piece) => pieces.push(piece));
  write(sink);
  sink.flush();
  return { pieces, text: Buffer.concat(pieces).toString('utf8') };
}

describe('bytes in pieces', () => {
  test('say what the texts and bytes say, in their order', () => {
    const { text } = gathered((sink) => {
      sink.text('<v>1</v>');
      sink.text('a客户😀é');
      sink.bytes(new TextEncoder().encode('<f>合计</f>'));
      sink.text('');
      sink.text('end');
    });
    expect(text).toBe('<v>1</v>a客户😀é<f>合计</f>end');
  });

  test('hold together whatever stands where one piece ends', () => {
    for (const before of [PIECE - 3, PIECE - 2, PIECE - 1, PIECE]) {
      const said = gathered((sink) => {
        sink.text('x'.repeat(before));
        sink.text('客😀y');
        sink.bytes(new TextEncoder().encode('户z'));
      });
      expect(said.text).toBe(`${'x'.repeat(before)}客😀y户z`);
      expect(said.pieces.length).toBe(2);
    }
  });

  test('longer than a piece go into several', () => {
    const long = '客'.repeat(PIECE);
    const said = gathered((sink) => {
      sink.text('ab');
      sink.text(long);
      sink.bytes(new TextEncoder().encode(long));
    });
    expect(said.text).toBe(`ab${long}${long}`);
    expect(Math.max(...said.pieces.map(({ length }) => length))).toBeLessThanOrEqual(PIECE);
  });
});

/** A byte at a time, as the standard says it. */
function slowChecksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

describe('the checksum', () => {
  test('is the one that the standard gives for its example', () => {
    expect(Checksum.of(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(Checksum.of(new Uint8Array())).toBe(0);
  });

  test('is the same for every length and however the bytes are cut', () => {
    const bytes = Uint8Array.from({ length: 70 }, (_, index) => (index * 151 + 7) & 0xff);
    for (let length = 0; length <= bytes.length; length++) {
      const some = bytes.subarray(0, length);
      const cut = new Checksum();
      cut.add(some.subarray(0, length >> 1));
      cut.add(some.subarray(length >> 1));
      expect([Checksum.of(some), cut.value]).toEqual([slowChecksum(some), slowChecksum(some)]);
    }
  });
});

describe('packing', () => {
  const long = new TextEncoder().encode('<c r="A1" t="s"><v>12</v></c>'.repeat(20_000));

  test('piece by piece comes to what was added', async () => {
    const packer = new OwnPacker();
    for (let at = 0; at < long.length; at += 100_001) packer.add(long.slice(at, at + 100_001));
    const { packed, crc, size } = await packer.finish();
    expect([size, crc]).toEqual([long.length, slowChecksum(long)]);
    expect(inflateRawSync(packed).equals(long)).toBe(true);
  });

  test('works on a platform without a packer of its own', async () => {
    const own = globalThis.CompressionStream;
    Reflect.deleteProperty(globalThis, 'CompressionStream');
    try {
      const packer = new OwnPacker();
      packer.add(long.slice(0, 1000));
      packer.add(long.slice(1000));
      expect(inflateRawSync((await packer.finish()).packed).equals(long)).toBe(true);
    } finally {
      globalThis.CompressionStream = own;
    }
  });

  test('lets others have their turn while a long part is packed', async () => {
    let turns = 0;
    const entry = await pack('part.xml', long, () => {
      turns++;
      return Promise.resolve();
    });
    expect(turns).toBe(Math.ceil(long.length / PIECE));
    expect(inflateRawSync(entry.packed).equals(long)).toBe(true);
  });

  test('stores what does not become shorter', async () => {
    const noise = Uint8Array.from(
      { length: 200_000 },
      (_, index) => (Math.imul(index, 2_654_435_761) >>> 13) & 0xff,
    );
    const picture = await pack('xl/media/image1.png', noise, breathless);
    expect(picture).toMatchObject({ method: 0, size: noise.length, crc: slowChecksum(noise) });
    expect(picture.packed).toBe(noise);
    expect((await pack('tiny.xml', new Uint8Array([60, 62]), breathless)).method).toBe(0);
  });
});

/** Does what the worker does, in this thread and a little later. */
class NearWorker {
  static readonly all: NearWorker[] = [];
  onmessage: ((event: { readonly data: PackReply }) => void) | null = null;
  onerror: ((event: { readonly message: string; preventDefault(): void }) => void) | null = null;
  ended = false;
  taken = 0;
  private readonly packer = new OwnPacker();

  constructor() {
    NearWorker.all.push(this);
  }

  postMessage(piece: PackRequest, transfer: readonly unknown[]): void {
    expect(transfer).toEqual(piece === null ? [] : [piece.buffer]);
    setTimeout(() => {
      if (piece === null) {
        void this.packer.finish().then((data) => this.onmessage?.({ data }));
        return;
      }
      this.taken++;
      this.packer.add(piece);
      this.onmessage?.({ data: null });
    });
  }

  terminate(): void {
    this.ended = true;
  }
}

describe('packing beside the page', () => {
  const long = new TextEncoder().encode('<v>客户</v>'.repeat(100_000));

  beforeEach(() => {
    NearWorker.all.length = 0;
    Object.assign(globalThis, { Worker: NearWorker });
  });
  afterEach(() => Reflect.deleteProperty(globalThis, 'Worker'));

  test('comes to the same, and the worker is ended', async () => {
    const entry = await pack('part.xml', long, breathless);
    expect(entry).toMatchObject({ method: 8, size: long.length, crc: slowChecksum(long) });
    expect(inflateRawSync(entry.packed).equals(long)).toBe(true);
    expect(NearWorker.all.map(({ ended }) => ended)).toEqual([true]);
  });

  test('does not pile up more than the worker can take', async () => {
    const packer = new WorkerPacker();
    let added = 0;
    for (let at = 0; at < long.length; at += 10_000) {
      packer.add(long.subarray(at, at + 10_000));
      added++;
      await packer.caughtUp();
      expect(added - (NearWorker.all[0]?.taken ?? 0)).toBeLessThanOrEqual(8);
    }
    expect((await packer.finish()).size).toBe(long.length);
  });

  test('tells when the worker breaks down, whoever waits', async () => {
    const packer = new WorkerPacker();
    NearWorker.all[0]!.postMessage = () => undefined;
    for (let index = 0; index < 20; index++) packer.add(long.subarray(0, 10));
    const waits = packer.caughtUp();
    NearWorker.all[0]!.onerror?.({ message: 'out of memory', preventDefault: () => undefined });
    await expect(waits).rejects.toThrow('out of memory');
    await expect(packer.finish()).rejects.toThrow('out of memory');
  });
});
