import type { HostObject } from './ref';

/** Objects that the add-in keeps alive between requests (trackedObjects, Excel.run's own tracking). */
export class References {
  private readonly kept = new Map<string, HostObject>();
  private next = 1;

  get size(): number {
    return this.kept.size;
  }

  keep(object: HostObject): string {
    const id = `r${this.next++}`;
    this.kept.set(id, object);
    return id;
  }

  get(id: string): HostObject | undefined {
    return this.kept.get(id);
  }

  release(id: string): void {
    this.kept.delete(id);
  }

  /** Lets a change of the grid (rows inserted or deleted) move what the kept ranges point at. */
  update(change: (object: HostObject) => HostObject): void {
    for (const [id, object] of this.kept) this.kept.set(id, change(object));
  }
}
