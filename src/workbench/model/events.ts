import { bounding } from './areas';
import type { Change } from './types';

/** Above this many waiting changes of one sheet's cells, one change tells of the area around them all. */
const SEPARATE_CHANGES = 500;

/** Changes on their way to listeners: in order, and held back while a batch runs. */
export class EventQueue {
  private readonly listeners = new Set<(change: Change) => void>();
  private waiting: Change[] = [];
  private flushing = false;

  on(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  add(change: Change): void {
    if (this.listeners.size === 0) return;
    const last = this.waiting[this.waiting.length - 1];
    if (last && isRepeated(last, change)) return;
    if (this.waiting.length >= SEPARATE_CHANGES && last?.kind === 'cells' && change.kind === 'cells') {
      if (last.sheet === change.sheet && last.source === change.source) {
        const area = bounding(last.area, change.area) ?? change.area;
        this.waiting[this.waiting.length - 1] = { ...last, area };
        return;
      }
    }
    this.waiting.push(change);
  }

  /** Delivers what waits; changes that listeners make are delivered after those they answer. */
  flush(): void {
    if (this.flushing) return;
    this.flushing = true;
    try {
      while (this.waiting.length > 0) {
        const changes = this.waiting;
        this.waiting = [];
        for (const change of changes) for (const listener of this.listeners) listener(change);
      }
    } finally {
      this.flushing = false;
    }
  }
}

function isRepeated(a: Change, b: Change): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'objects' && b.kind === 'objects') return a.sheet === b.sheet && a.what === b.what;
  if (a.kind === 'layout' && b.kind === 'layout') return a.sheet === b.sheet && a.area === b.area;
  return a.kind === 'names' || a.kind === 'settings' || a.kind === 'calculated';
}
