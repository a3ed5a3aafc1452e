import type { Change, SheetModel, WorkbookModel } from '../model/types';
import { SheetLayout, type RowMeasure } from './grid/sheetLayout';

/** What the components watch; a new object for every state, so that React can compare. */
export interface Versions {
  /** Cells, formats, objects, sizes, sheets: everything but the selection. */
  readonly content: number;
  readonly selection: number;
  readonly calculating: boolean;
}

/** Waits this long before saying that calculation takes time: most is over sooner. */
const CALCULATING_DELAY = 300;

/** Lets React follow a workbook: changes of contents arrive once a frame, those of the selection at once. */
export class WorkbookStore {
  private versions: Versions = { content: 0, selection: 0, calculating: false };
  private readonly listeners = new Set<() => void>();
  private readonly layouts = new Map<string, SheetLayout>();
  private frame: number | null = null;
  private calculatingTimer: ReturnType<typeof setTimeout> | null = null;
  private readonly stop: () => void;

  constructor(
    readonly workbook: WorkbookModel,
    private readonly neededHeight: RowMeasure,
  ) {
    this.stop = workbook.on((change) => this.changed(change));
  }

  dispose(): void {
    this.stop();
    this.listeners.clear();
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    if (this.calculatingTimer !== null) clearTimeout(this.calculatingTimer);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getVersions = (): Versions => this.versions;

  layout(sheet: SheetModel): SheetLayout {
    let layout = this.layouts.get(sheet.id);
    if (!layout || layout.zoom !== sheet.zoom / 100) {
      layout = new SheetLayout(sheet, sheet.zoom / 100, this.neededHeight);
      this.layouts.set(sheet.id, layout);
    }
    return layout;
  }

  /** For changes that the model does not report, such as the zoom. */
  refresh(): void {
    this.schedule();
  }

  /** Shows the note that calculation is under way while the promise is pending, unless it is over soon. */
  async during(calculation: Promise<void>): Promise<void> {
    this.calculatingTimer ??= setTimeout(() => this.publish({ calculating: true }), CALCULATING_DELAY);
    try {
      await calculation;
    } finally {
      if (this.calculatingTimer !== null) clearTimeout(this.calculatingTimer);
      this.calculatingTimer = null;
      if (this.versions.calculating) this.publish({ calculating: false });
    }
  }

  private changed(change: Change): void {
    switch (change.kind) {
      case 'selection':
      case 'sheetActivated':
        this.publish({ selection: this.versions.selection + 1 });
        return;
      case 'cells':
        this.layouts.get(change.sheet.id)?.textsChanged(change.area.row, change.area.rows);
        break;
      case 'styles':
      case 'layout':
      case 'objects':
        this.layouts.delete(change.sheet.id);
        break;
      case 'opened':
      case 'sheetDeleted':
        this.layouts.clear();
        break;
      case 'sheetAdded':
      case 'sheetRenamed':
      case 'sheetMoved':
      case 'names':
      case 'settings':
      case 'calculated':
    }
    this.schedule();
  }

  private schedule(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.publish({ content: this.versions.content + 1 });
    });
  }

  private publish(change: Partial<Versions>): void {
    this.versions = { ...this.versions, ...change };
    for (const listener of this.listeners) listener();
  }
}
