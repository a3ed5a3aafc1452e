import type { Packed, Packer } from './own-packer';
import type { PackReply, PackRequest } from './pack-worker';

/** Pieces that may wait for the worker. */
const MOST_WAITING = 8;

/** Packs in a worker of its own. */
export class WorkerPacker implements Packer {
  private readonly worker = new Worker(new URL('./pack-worker.ts', import.meta.url));
  private waiting = 0;
  private resume: (() => void) | null = null;
  private readonly result: Promise<Packed>;
  private lost: Error | null = null;

  constructor() {
    this.result = new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }: MessageEvent<PackReply>) => {
        if (data === null) this.waiting--;
        else resolve(data);
        this.resume?.();
      };
      this.worker.onerror = (event) => {
        event.preventDefault();
        this.lost = new Error(event.message);
        reject(this.lost);
        this.resume?.();
      };
    });
    // Whoever finishes hears of it; before, whoever asks whether more may come.
    this.result.catch(() => undefined);
  }

  add(piece: Uint8Array): void {
    const own = piece.slice();
    this.waiting++;
    this.post(own, [own.buffer]);
  }

  async caughtUp(): Promise<void> {
    while (this.waiting > MOST_WAITING && !this.lost) {
      await new Promise<void>((resolve) => (this.resume = resolve));
    }
    if (this.lost) throw this.lost;
  }

  finish(): Promise<Packed> {
    this.post(null, []);
    return this.result;
  }

  abandon(): void {
    this.worker.terminate();
  }

  private post(request: PackRequest, transfer: Transferable[]): void {
    this.worker.postMessage(request, transfer);
  }
}
