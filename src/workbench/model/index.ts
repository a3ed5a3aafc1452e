import type { WorkbookModel } from './types';
import { Workbook, type WorkbookOptions } from './workbook';

export type { WorkbookOptions };

/** A new workbook with one blank sheet, or with the sheets named. */
export function createWorkbook(options: WorkbookOptions = {}): WorkbookModel {
  return new Workbook(options);
}
