import { deflateSync } from 'fflate';

import type { Breathe } from '../turns';
import { PIECE } from './byte-sink';
import { Checksum } from './checksum';
import { OwnPacker, type Packer } from './own-packer';
import { WorkerPacker } from './worker-packer';
import { deflated, stored, type ZipEntry } from './zip';

/** A page packs beside its own thread, which would else stand still for seconds in all. */
export function startPacker(): Packer {
  return typeof Worker === 'function' ? new WorkerPacker() : new OwnPacker();
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
  const packer = startPacker();
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      packer.add(bytes.subarray(at, at + PIECE));
      await packer.caughtUp();
      await breathe();
    }
    return { name, method: deflated, ...(await packer.finish()) };
  } finally {
    packer.abandon();
  }
}
