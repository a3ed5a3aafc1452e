import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import type { ChartModel, SheetModel } from '../../model/types';
import { createAxis, type Axis } from './axis';
import { charactersToPixels, pointsToPixels } from './units';

/** What the height of a row that has none of its own depends on: the tallest of its texts. */
export type RowMeasure = (sheet: SheetModel, row: number) => number;

/** Where the rows and columns of a sheet lie at a zoom. Rows that show get the height that their texts need. */
export class SheetLayout {
  readonly columns: Axis;
  rows: Axis;
  /** Rows as the model counts them, without the heights that texts ask for. */
  private readonly modelRows: Axis;
  private readonly ownHeights: Map<number, number>;
  private readonly fitted = new Map<number, number>();
  private readonly measured = new Set<number>();
  private readonly defaultHeight: number;

  constructor(
    private readonly sheet: SheetModel,
    readonly zoom: number,
    private readonly neededHeight: RowMeasure,
  ) {
    const scaled = (pixels: number): number => Math.round(pixels * zoom);
    this.defaultHeight = scaled(pointsToPixels(sheet.rowHeight(MAX_ROWS - 1)));
    this.ownHeights = new Map();
    for (const [row, { height, hidden }] of sheet.rowProperties()) {
      if (hidden) this.ownHeights.set(row, 0);
      else if (height !== undefined) this.ownHeights.set(row, scaled(pointsToPixels(height)));
    }
    this.modelRows = createAxis(MAX_ROWS, this.defaultHeight, this.ownHeights);
    this.rows = this.modelRows;
    const widths = new Map<number, number>();
    for (const [column, { hidden }] of sheet.columnProperties()) {
      widths.set(column, hidden ? 0 : scaled(charactersToPixels(sheet.columnWidth(column))));
    }
    const defaultWidth = scaled(charactersToPixels(sheet.columnWidth(MAX_COLUMNS - 1)));
    this.columns = createAxis(MAX_COLUMNS, defaultWidth, widths);
  }

  /** Gives rows without a height of their own the one that their texts need; true when something moved. */
  fitRows(first: number, last: number): boolean {
    let moved = false;
    for (let row = first; row <= last; row++) {
      if (this.ownHeights.has(row) || this.measured.has(row)) continue;
      this.measured.add(row);
      const needed = Math.ceil(this.neededHeight(this.sheet, row) * this.zoom);
      const height = needed > this.defaultHeight ? needed : undefined;
      if (this.fitted.get(row) === height) continue;
      if (height === undefined) this.fitted.delete(row);
      else this.fitted.set(row, height);
      moved = true;
    }
    if (moved) {
      this.rows = createAxis(MAX_ROWS, this.defaultHeight, [...this.ownHeights, ...this.fitted]);
    }
    return moved;
  }

  /** Texts of these rows changed: those that show next are measured again. */
  textsChanged(first: number, count: number): void {
    if (count > this.measured.size) {
      for (const row of this.measured) if (row >= first && row < first + count) this.measured.delete(row);
    } else for (let row = first; row < first + count; row++) this.measured.delete(row);
  }

  /** A chart keeps to the cells it lies over, also where rows have grown. */
  chartBox({ left, top, width, height }: ChartModel): {
    left: number;
    top: number;
    width: number;
    height: number;
  } {
    const scaledTop = pointsToPixels(top) * this.zoom;
    const row = this.modelRows.indexAt(scaledTop);
    return {
      left: pointsToPixels(left) * this.zoom,
      top: this.rows.offset(row) + (scaledTop - this.modelRows.offset(row)),
      width: pointsToPixels(width) * this.zoom,
      height: pointsToPixels(height) * this.zoom,
    };
  }
}
