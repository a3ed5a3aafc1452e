import type { Area, SheetModel } from '../../model/types';
import { lastColumn, lastRow } from '../areas';
import { usedPart } from './cells';

export interface Summary {
  /** Cells that are not blank. */
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
  /** The format of the first number, in which sum and average are shown. */
  readonly numberFormat: string;
}

/** What the selected cells add up to; hidden rows are left out, as a person does not see them. */
export function summarize(sheet: SheetModel, areas: readonly Area[]): Summary {
  let count = 0;
  let numbers = 0;
  let sum = 0;
  let numberFormat: string | null = null;
  for (const area of areas) {
    const part = usedPart(sheet, area);
    if (!part) continue;
    for (let row = part.row; row <= lastRow(part); row++) {
      if (sheet.rowHidden(row)) continue;
      for (let column = part.column; column <= lastColumn(part); column++) {
        const value = sheet.value(row, column);
        if (value === null) continue;
        count++;
        if (typeof value !== 'number') continue;
        numbers++;
        sum += value;
        numberFormat ??= sheet.style(row, column).numberFormat ?? 'General';
      }
    }
  }
  return { count, numbers, sum, numberFormat: numberFormat ?? 'General' };
}
