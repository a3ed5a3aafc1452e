import type { Scroll } from './geometry';

const START: Scroll = { top: 0, left: 0 };

/** How far each sheet of a workbook is scrolled. */
export class ScrollPositions {
  private readonly positions = new Map<string, Scroll>();
  private readonly listeners = new Set<() => void>();

  of(sheetId: string): Scroll {
    return this.positions.get(sheetId) ?? START;
  }

  set(sheetId: string, position: Scroll): void {
    const before = this.of(sheetId);
    if (before.top === position.top && before.left === position.left) return;
    this.positions.set(sheetId, position);
    for (const listener of this.listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
