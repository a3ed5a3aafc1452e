import type { SheetModel } from '../../model/types';
import type { Selection } from './selection';

/** Something that a person did and can take back. */
export interface Step {
  readonly sheet: SheetModel;
  /** What was selected when it was done: selected again when it is taken back or repeated. */
  readonly selection: Selection;
  undo(): void;
  redo(): void;
}

const LIMIT = 100;

/** The person's own steps; what an add-in does is its own to undo. */
export class History {
  private done: Step[] = [];
  private undone: Step[] = [];
  /** True while a step is at work: its changes are not an add-in's. */
  private working = false;

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  get busy(): boolean {
    return this.working;
  }

  /** Does a step for the first time and keeps it. */
  perform(step: Step): void {
    this.work(() => step.redo());
    this.done = [...this.done.slice(1 - LIMIT), step];
    this.undone = [];
  }

  undo(): Step | null {
    const step = this.done.at(-1);
    if (!step) return null;
    this.work(() => step.undo());
    this.done = this.done.slice(0, -1);
    this.undone = [...this.undone, step];
    return step;
  }

  redo(): Step | null {
    const step = this.undone.at(-1);
    if (!step) return null;
    this.work(() => step.redo());
    this.undone = this.undone.slice(0, -1);
    this.done = [...this.done, step];
    return step;
  }

  /** Somebody else changed a sheet: steps on it would write old contents over the new ones. */
  forget(sheet: SheetModel): void {
    this.done = this.done.filter((step) => step.sheet !== sheet);
    this.undone = this.undone.filter((step) => step.sheet !== sheet);
  }

  /** Runs changes that cannot be taken back step by step, and with them ends what could be. */
  irrevocably(work: () => void): void {
    this.work(work);
    this.done = [];
    this.undone = [];
  }

  private work(action: () => void): void {
    this.working = true;
    try {
      action();
    } finally {
      this.working = false;
    }
  }
}
