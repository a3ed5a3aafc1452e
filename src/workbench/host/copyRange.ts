import type { Area, CellStyle, CellValue } from '../model/types';
import { isUnbounded } from './addresses';
import { ApiError } from './errors';
import { formulaFromR1C1, formulaToR1C1 } from './r1c1';
import type { RangeTarget } from './targets';

export interface CopyOptions {
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

interface CopiedCell {
  readonly value: CellValue;
  /** In R1C1 notation, so that relative references follow. */
  readonly formula: string | null;
  readonly style: CellStyle;
}

/** Copies as paste does: a smaller source repeats where the target is a multiple of it. */
export function copyRange(
  from: RangeTarget,
  to: RangeTarget,
  what: 'All' | 'Formulas' | 'Values' | 'Formats',
  options: CopyOptions,
): void {
  if (isUnbounded(from.area)) throw new ApiError('InvalidArgument');
  const copied = read(from);
  const cells = options.transpose ? transposed(copied) : copied;
  const area = targetArea(to.area, cells.length, cells[0]?.length ?? 0);
  to.sheet.workbook.batch(() => {
    for (let i = 0; i < area.rows; i++) {
      for (let j = 0; j < area.columns; j++) {
        const cell = cells[i % cells.length]![j % cells[0]!.length]!;
        paste(cell, to.sheet, area.row + i, area.column + j, what, options.skipBlanks);
      }
    }
  });
}

function read({ sheet, area }: RangeTarget): CopiedCell[][] {
  return sheet.values(area).map((row, i) =>
    row.map((value, j) => {
      const at = { row: area.row + i, column: area.column + j };
      const formula = sheet.formula(at.row, at.column)?.formula;
      return {
        value,
        formula: formula === undefined ? null : formulaToR1C1(formula, at.row, at.column),
        style: sheet.style(at.row, at.column),
      };
    }),
  );
}

function transposed(cells: readonly CopiedCell[][]): CopiedCell[][] {
  return (cells[0] ?? []).map((_, column) => cells.map((row) => row[column]!));
}

function targetArea(area: Area, rows: number, columns: number): Area {
  const repeats = area.rows % rows === 0 && area.columns % columns === 0 && !isUnbounded(area);
  return repeats ? area : { row: area.row, column: area.column, rows, columns };
}

function paste(
  cell: CopiedCell,
  sheet: RangeTarget['sheet'],
  row: number,
  column: number,
  what: 'All' | 'Formulas' | 'Values' | 'Formats',
  skipBlanks: boolean,
): void {
  if (skipBlanks && cell.value === null) return;
  if (what !== 'Formats') {
    const formula = what === 'Values' ? null : cell.formula;
    if (formula === null) sheet.setValues({ row, column }, [[cell.value]]);
    else sheet.setInputs({ row, column }, [[formulaFromR1C1(formula, row, column)]]);
  }
  if (what === 'All' || what === 'Formats') sheet.setStyle({ row, column }, cell.style);
}
