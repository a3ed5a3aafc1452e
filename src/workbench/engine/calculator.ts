import type { SheetCore, WorkbookCore } from '../model/core';
import type { Area, CustomFunction, TableModel } from '../model/types';

/** Keeps a workbook's formulas calculated. */
export class Calculator {
  constructor(private readonly book: WorkbookCore) {}
  touch(_sheet: SheetCore, _area: Area): void {}
  load(_sheet: SheetCore, _area: Area): void {}
  invalidate(): void {}
  tableResized(_table: TableModel): void {}
  register(_functions: readonly CustomFunction[]): void {}
  markAll(): void {}
  run(): void {}
  settled(): Promise<void> {
    return Promise.resolve();
  }
}
