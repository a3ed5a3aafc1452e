import { OwnPacker, type Packed } from './own-packer';

/** Bytes to pack; null after the last of them. */
export type PackRequest = Uint8Array | null;
/** Null when a piece is packed, and at the end what came of all. */
export type PackReply = Packed | null;

/** Entry of the browser's worker that packs one part. */
const packer = new OwnPacker();
self.onmessage = ({ data }: MessageEvent<PackRequest>) => {
  void answer(data);
};

async function answer(piece: PackRequest): Promise<void> {
  if (piece === null) return self.postMessage(await packer.finish());
  packer.add(piece);
  await packer.caughtUp();
  self.postMessage(null);
}
